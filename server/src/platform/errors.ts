import { type Problem, type ProblemCode, problems } from '@counterpart/contract';
import { BusyError } from '@counterpart/db';
import type { Locale } from '@counterpart/locale';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Refusal } from './refusal.ts';
import { localeOf } from './request-locale.ts';
import { translatorFor } from './translators.ts';

const byStatus: Record<number, ProblemCode> = {
  400: 'invalid-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'busy',
};

function fieldsOf(error: FastifyError): Problem['fields'] {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  return error.validation.flatMap((issue) => {
    const path = issue.instancePath.replace(/^\//, '').replaceAll('/', '.');
    const keys = 'keys' in issue.params ? issue.params['keys'] : undefined;
    // An unknown field is reported at its parent: name the field itself.
    if (Array.isArray(keys)) {
      return keys.map((key) => ({
        path: [path, String(key)].filter(Boolean).join('.'),
        reason: 'unknown',
      }));
    }
    // Checks of our own carry their reason as the message; others are named by zod's code.
    const reason = issue.keyword === 'custom' ? issue.message : issue.keyword;
    return [{ path, reason: (reason ?? 'invalid').replaceAll('_', '-') }];
  });
}

function toRefusal(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof BusyError) {
    return new Refusal('busy', { retryAfterSeconds: error.retryAfterSeconds });
  }
  if (error.validation !== undefined) {
    return new Refusal('invalid-request', { fields: fieldsOf(error) });
  }
  const status = error.statusCode ?? 500;
  return new Refusal(byStatus[status] ?? (status < 500 ? 'invalid-request' : 'internal'));
}

/** One refusal as RFC 9457 problem+json wants it. */
export function problemOf(refusal: Refusal, locale: Locale, requestId: string): Problem {
  return {
    type: `/problems/${refusal.code}`,
    title: translatorFor(locale)(`errors.title.${refusal.code}`),
    status: problems[refusal.code],
    code: refusal.code,
    requestId,
    ...refusal.details,
  };
}

/** Writes one refusal as RFC 9457 problem+json in the reader's language. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const problem = problemOf(refusal, localeOf(request), request.id);
  if (refusal.details.retryAfterSeconds !== undefined) {
    reply.header('retry-after', refusal.details.retryAfterSeconds);
  }
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}

/** For addresses that cannot be read at all: no hook has run, so nothing is known of the reader. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  request.cookies = {};
  sendProblem(request, reply, toRefusal(error));
}

/** Every failure of a request ends here: known ones with their code, unknown ones as an opaque 500. */
export function registerErrors(http: FastifyInstance): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal.code === 'internal') request.log.error(error);
    return sendProblem(request, reply, refusal);
  });
}

/** What no route serves: a page when the web client is there and one was asked for, else a problem. */
export function registerUnknown(
  http: FastifyInstance,
  sendPage?: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|assets|health)(\/|$)/.test(request.url);
    if (!isPage || !sendPage) throw new Refusal('not-found');
    return sendPage(request, reply);
  });
}
