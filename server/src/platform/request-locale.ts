import '@fastify/cookie';
import { type Locale, localeCookie, pickLocale } from '@counterpart/locale';
import type { FastifyRequest } from 'fastify';

/** The member's choice, else the cookie, else what the browser accepts, else English. */
export function localeOf(request: FastifyRequest): Locale {
  return pickLocale({
    member: request.actor?.locale,
    cookie: request.cookies[localeCookie],
    acceptLanguage: request.headers['accept-language'],
  });
}
