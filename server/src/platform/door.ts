import { memberHeader } from '@counterpart/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { Refusal } from './refusal.ts';
import type { SignIn } from './sign-in.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; undefined for everybody else. */
    actor: Actor | undefined;
  }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a page of this origin may call. `publicUrl` decides; a network on this machine alone is
 * also reached by the other names of the loopback address, on whatever port it listens.
 */
export function createOriginCheck(publicUrl: string) {
  const home = new URL(publicUrl);
  return function isAllowed(origin: string): boolean {
    if (origin === home.origin) return true;
    if (!loopback.has(home.hostname) || !URL.canParse(origin)) return false;
    const { hostname, protocol } = new URL(origin);
    return protocol === 'http:' && loopback.has(hostname);
  };
}

function isWrite(request: FastifyRequest): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}

/** A page that was opened by one member does nothing as the one who has signed in since. */
function expectMember(request: FastifyRequest): void {
  const named = request.headers[memberHeader];
  if (named === undefined || request.actor === undefined) return;
  if (named !== String(request.actor.memberId)) throw new Refusal('another-member');
}

/**
 * At the door of every request: writes only from allowed origins, and who is signed in. Programs
 * send neither Origin nor Sec-Fetch-Site; a browser sends at least one of them.
 */
export function registerDoor(
  http: FastifyInstance,
  { signIn, isAllowedOrigin }: { signIn: SignIn; isAllowedOrigin: (origin: string) => boolean },
): void {
  http.decorateRequest('actor', undefined);
  http.addHook('onRequest', async (request, reply) => {
    const { origin, cookie } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (isWrite(request)) {
      const foreign =
        origin === undefined
          ? site !== undefined && site !== 'same-origin'
          : !isAllowedOrigin(origin);
      if (foreign) throw new Refusal('origin-refused');
    }
    const token = signIn.readToken(cookie);
    if (token === null || request.url.startsWith('/assets/')) return;
    const signedIn = await signIn.recognise(token);
    request.actor = signedIn?.actor;
    expectMember(request);
    if (signedIn?.cookie !== undefined) reply.header('set-cookie', signedIn.cookie);
  });
}
