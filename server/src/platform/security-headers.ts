import type { FastifyInstance } from 'fastify';

/** Nothing inline, nothing from elsewhere; browser tests fail on any violation. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. Addresses of threads are sensitive, so no referrer leaves. */
export function registerSecurityHeaders(
  http: FastifyInstance,
  { secure, build }: { secure: boolean; build: string },
): void {
  // Not as a promise: it is on the way of every answer.
  http.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    reply.header('x-counterpart-build', build);
    if (!reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', contentSecurityPolicy);
    }
    if (secure) {
      reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    }
    done(null, payload);
  });
}
