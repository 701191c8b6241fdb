import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from '../config.ts';
import { registerDoor } from './door.ts';
import { answerFrameworkError, registerErrors } from './errors.ts';
import { registerOpenApi } from './openapi.ts';
import { registerRateLimits } from './rate-limits.ts';
import { registerSecurityHeaders } from './security-headers.ts';
import type { SignIn } from './sign-in.ts';
import { answerUnreadable, readOnlyUtf8 } from './unreadable.ts';

/** Room for the longest body in the widest encoding, and no more. */
const bodyLimit = 256 * 1024;
const requestMs = 15_000;

export interface HttpOptions {
  config: Config;
  build: string;
  signIn: SignIn;
  isAllowedOrigin: (origin: string) => boolean;
}

/** The HTTP server with what every request passes: deadlines, door, limits, errors, headers. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { config, build, signIn, isAllowedOrigin } = options;
  const http = fastify({
    logger: { level: config.logLevel },
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit,
    requestTimeout: requestMs,
    connectionTimeout: 2 * requestMs,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 80 },
    genReqId: () => crypto.randomUUID(),
    requestIdHeader: false,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerUnreadable,
    // Addresses of threads are sensitive: requests are not written to the log.
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  http.server.headersTimeout = requestMs;
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  // Bodies are JSON or nothing: whatever else comes is refused with 415.
  http.removeContentTypeParser('text/plain');
  readOnlyUtf8(http);
  registerErrors(http);
  await http.register(cookie);
  await http.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 2048,
    // Quality 4 takes about as long as gzip and is smaller; the default, 11, is for files.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  registerSecurityHeaders(http, { secure: config.publicUrl.startsWith('https:'), build });
  registerDoor(http, { signIn, isAllowedOrigin });
  if (config.rateLimits) await registerRateLimits(http);
  await registerOpenApi(http, { build, cookieName: signIn.cookieName });
  return http;
}
