import {
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
  type Route,
  routesByFeature,
} from '@counterpart/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import { Refusal } from './refusal.ts';
import { sendWritten, WrittenJson } from './written-json.ts';

export interface Call<R extends Route> {
  actor: R['door'] extends 'member' ? Actor : Actor | undefined;
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  /** What the answer certainly contains of the log; taken before the first query. */
  asOf: number;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Answer<R extends Route> =
  | (ReplyOf<R> extends undefined ? void : Omit<NonNullable<ReplyOf<R>>, 'asOf'>)
  | WrittenJson;

export type Serve = <R extends Route>(
  route: R,
  handle: (call: Call<R>) => Promise<Answer<R>>,
) => void;

function mutationOf(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'clientKey' in body
    ? String(body.clientKey)
    : undefined;
}

/** What the page of the API calls each operation, and under which feature it stands. */
const described = new Map<Route, { operationId: string; tags: string[] }>(
  Object.entries(routesByFeature).flatMap(([feature, operations]) =>
    Object.entries<Route>(operations).map(([operationId, route]) => [
      route,
      { operationId, tags: [feature] },
    ]),
  ),
);

const nothing = z.strictObject({});

/** Bodies are closed, also those of operations that take none. */
function refuseBody(body: unknown): void {
  if (body === undefined || body === null) return;
  const keys = Object.keys(body);
  if (keys.length === 0) return;
  throw new Refusal('invalid-request', {
    fields: keys.map((path) => ({ path, reason: 'unknown' })),
  });
}

/** Gives the function that registers one operation of the contract: door, schemas, status, asOf. */
export function createServe(http: FastifyInstance, house: House): Serve {
  return (route, handle) => {
    const status = route.status ?? (route.reply === undefined ? 204 : 200);
    http.route({
      method: route.method,
      url: route.path,
      schema: {
        summary: route.summary,
        ...described.get(route),
        security: route.door === 'member' ? [{ session: [] }] : [],
        ...(route.params && { params: route.params }),
        querystring: route.query ?? nothing,
        ...(route.body && { body: route.body }),
        ...(route.reply && { response: { [status]: route.reply } }),
      },
      handler: async (request, reply) => {
        const { actor } = request;
        if (route.door === 'member' && actor === undefined) throw new Refusal('signed-out');
        if (route.body === undefined) refuseBody(request.body);
        const mutation = mutationOf(request.body);
        const asOf = house.asOf();
        const answer = await handle({
          actor: (actor && mutation ? { ...actor, mutation } : actor) as never,
          params: request.params as never,
          query: request.query as never,
          body: request.body as never,
          asOf,
          request,
          reply,
        });
        reply.code(status).header('cache-control', 'no-store');
        if (route.reply === undefined) return reply.send();
        if (answer instanceof WrittenJson) {
          return sendWritten(request, reply, answer);
        }
        return reply.send({ ...(answer as object), asOf });
      },
    });
  };
}
