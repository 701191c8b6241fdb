import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** Who may call: anybody, or only someone who is signed in. What they may do with a row is decided by its access. */
export type Door = 'public' | 'member';

/** One operation of the API. Types, validation, reply schema, OpenAPI page and web client come from it. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Fastify writes it, with `:name` for parameters. */
  path: string;
  door: Door;
  summary: string;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  /** Absent for 204. */
  reply?: Schema;
  /** Of the success: 200 unless said otherwise, 204 without a reply. */
  status?: 200 | 201;
}

type Output<S> = S extends Schema ? z.output<S> : undefined;

export type ParamsOf<R extends Route> = Output<R['params']>;
export type QueryOf<R extends Route> = Output<R['query']>;
export type BodyOf<R extends Route> = Output<R['body']>;
export type ReplyOf<R extends Route> = Output<R['reply']>;

/** Keeps the exact schema types of one route. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
