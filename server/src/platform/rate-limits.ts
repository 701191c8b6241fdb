import { type Network, StartError } from '@counterpart/db';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { networkOf } from './attempts.ts';
import { Refusal } from './refusal.ts';

/** Requests a minute: far above what a person does, far below what hurts. */
const perMinute = { read: 1200, write: 300, signedOut: 300 };

function keyOf(request: FastifyRequest): string {
  const who = request.actor?.memberId ?? networkOf(request.ip);
  return `${request.method === 'GET' ? 'read' : 'write'}:${who}`;
}

function mostFor(request: FastifyRequest): number {
  if (request.actor === undefined) return perMinute.signedOut;
  return request.method === 'GET' ? perMinute.read : perMinute.write;
}

/** A budget for each member, and for each network of those who are signed out. */
export async function registerRateLimits(http: FastifyInstance): Promise<void> {
  await http.register(rateLimit, {
    hook: 'preHandler',
    timeWindow: 60_000,
    max: mostFor,
    keyGenerator: keyOf,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, context) =>
      new Refusal('too-many-requests', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  });
}

/** A live network is never without limits, whatever its settings say. */
export function refuseOpenLimits(config: Config, network: Network): void {
  if (config.rateLimits || network.mode !== 'live') return;
  throw new StartError(
    'RATE_LIMITS=off is for demonstrations and measuring. This is a live network: leave the setting out.',
  );
}
