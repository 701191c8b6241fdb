import { isDeepStrictEqual } from 'node:util';
import type {
  BodyOf,
  ParamsOf,
  Problem,
  ProblemCode,
  QueryOf,
  ReplyOf,
  Route,
} from '@counterpart/contract';
import { problems, storedDraft } from '@counterpart/contract';
import * as z from 'zod/mini';
import type { App } from '../app.ts';

type Part<Name extends string, Value> = Value extends undefined
  ? { [Key in Name]?: undefined }
  : { [Key in Name]: Value };

/** What a route of the contract takes, by its own types. */
export type Input<R extends Route> = Part<'params', ParamsOf<R>> &
  Part<'body', BodyOf<R>> & { query?: QueryOf<R> };

/** The same without types: for what the contract forbids. */
export interface LooseInput {
  params?: Record<string, unknown> | undefined;
  query?: Record<string, string | number | undefined> | undefined;
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

export interface Sending {
  method: Route['method'] | 'HEAD' | 'OPTIONS';
  url: string;
  headers?: Record<string, string>;
  payload?: string | Buffer | undefined;
  /** The address it comes from. */
  from?: string;
}

const problemShape = z.strictObject({
  type: z.string(),
  title: z.string().check(z.minLength(1)),
  status: z.number(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.uuid(),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.strictObject({ path: z.string(), reason: z.string() }))),
  current: z.optional(z.strictObject({ body: z.string(), revision: z.number() })),
  draft: z.optional(z.nullable(storedDraft)),
  retryAfterSeconds: z.optional(z.number()),
});

/** Reads a refusal; throws unless it is problem+json as RFC 9457 and the contract want it. */
export function readProblem(answer: Answer): Problem {
  const problem = problemShape.parse(JSON.parse(answer.text));
  const type = String(answer.headers['content-type']);
  if (!type.startsWith('application/problem+json')) throw new Error(`A problem came as ${type}`);
  if (problem.status !== answer.status || problems[problem.code] !== answer.status) {
    throw new Error(`${problem.code} came with status ${answer.status}`);
  }
  return problem;
}

/** Reads a success; throws unless it has the route's status and exactly the fields of its reply. */
export function readReply<R extends Route>(route: R, answer: Answer): ReplyOf<R> {
  const what = `${route.method} ${route.path}`;
  const status = route.status ?? (route.reply === undefined ? 204 : 200);
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} ${answer.text}`);
  if (answer.headers['cache-control'] !== 'no-store') throw new Error(`${what} may be stored`);
  if (route.reply === undefined) {
    if (answer.text !== '') throw new Error(`${what} has no reply, yet it sent ${answer.text}`);
    return undefined as ReplyOf<R>;
  }
  const body: unknown = JSON.parse(answer.text);
  const parsed: unknown = z.parse(route.reply, body);
  if (!isDeepStrictEqual(parsed, body)) {
    throw new Error(`${what} sent fields the contract does not list: ${answer.text}`);
  }
  return parsed as ReplyOf<R>;
}

export function addressOf(route: Route, { params = {}, query = {} }: LooseInput): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

/** Calls the routes of one server as one browser would, with its cookie. */
export class Client {
  readonly #app: App;
  readonly #cookie: string | undefined;

  constructor(app: App, cookie?: string) {
    this.#app = app;
    this.#cookie = cookie;
  }

  /** Any request at all. */
  async send({ method, url, headers = {}, payload, from }: Sending): Promise<Answer> {
    const cookie = this.#cookie === undefined ? {} : { cookie: this.#cookie };
    const reply = await this.#app.http.inject({
      method,
      url,
      headers: { ...cookie, ...headers },
      ...(payload !== undefined && { payload }),
      ...(from !== undefined && { remoteAddress: from }),
    });
    return { status: reply.statusCode, headers: reply.headers, text: reply.payload };
  }

  /** One operation with whatever input, also a forbidden one. */
  ask(route: Route, input: LooseInput = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const json = { 'content-type': 'application/json' };
    return this.send({
      method: route.method,
      url: addressOf(route, input),
      headers: { ...(input.body !== undefined && json), ...headers },
      payload: input.body === undefined ? undefined : JSON.stringify(input.body),
    });
  }

  /** One operation that must succeed; gives its reply, checked against the contract. */
  async call<R extends Route>(route: R, input: Input<R>): Promise<ReplyOf<R>> {
    return readReply(route, await this.ask(route, input as LooseInput));
  }

  /** One operation that must be refused; gives the problem, checked against the contract. */
  async refused(route: Route, input: LooseInput = {}): Promise<Problem> {
    return readProblem(await this.ask(route, input));
  }
}
