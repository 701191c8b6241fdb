import { memberHeader, problems } from '@counterpart/contract';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';

/** The viewer of the API styles itself inline; it shows nothing that anybody wrote. */
const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The two circles of the product. */
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 32" height="32"><circle cx="12" cy="16" r="9" fill="#6cc3cf"/><circle cx="24" cy="16" r="9" fill="#e5a561" fill-opacity=".85"/></svg>';

/** Read at the door, for all operations alike (platform/door.ts). */
const headers = {
  type: 'object',
  properties: {
    [memberHeader]: {
      type: 'string',
      description:
        'Id of the member for whom it is asked; refused with another-member when somebody else is signed in. May be left out.',
    },
  },
};

const describeRoute = createJsonSchemaTransform({});

/** RFC 9457, as `Problem` of the contract. */
const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'A sentence in the language of the reader.' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    requestId: { type: 'string' },
    detail: { type: 'string' },
    fields: {
      type: 'array',
      description: 'What was refused, and why.',
      items: {
        type: 'object',
        required: ['path', 'reason'],
        properties: { path: { type: 'string' }, reason: { type: 'string' } },
      },
    },
    current: { type: 'object', description: 'With stale-revision: what is stored now.' },
    draft: { type: ['object', 'null'], description: 'With draft-changed: what is stored now.' },
    retryAfterSeconds: { type: 'integer' },
  },
};

const refused = {
  description: 'It was refused: `code` says why, and nothing of it is stored.',
  content: { 'application/problem+json': { schema: problem } },
};

/** Each answer with what it means; one that says nothing stands there too. */
function describeAnswers(answers: Record<string, object> | undefined) {
  const told = Object.entries(answers ?? { 204: { type: 'null' } }).map(
    ([status, schema]) =>
      [
        status,
        { ...schema, description: status === '204' ? 'It is done.' : 'The answer.' },
      ] as const,
  );
  return { ...Object.fromEntries(told), default: refused };
}

/** /api/openapi.json is made from the contract's route table; /api/docs shows it. */
export async function registerOpenApi(
  http: FastifyInstance,
  { build, cookieName }: { build: string; cookieName: string },
): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Counterpart',
        version: build,
        description:
          'Errors are application/problem+json with a code. Every GET of product data carries asOf, the position in the event log that it contains. Every creating POST except sign-in takes a clientKey: a retry gets the first answer. Lists are items and next, a cursor.',
      },
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: cookieName,
            description: 'Set by POST /api/session.',
          },
        },
      },
    },
    transform(route) {
      const { schema, url } = describeRoute(route);
      const response = describeAnswers(schema['response'] as Record<string, object> | undefined);
      return { url, schema: { headers, ...schema, response } };
    },
  });
  await http.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: docsPolicy,
    uiConfig: { tryItOutEnabled: false, docExpansion: 'list' },
    theme: { title: 'Counterpart · API' },
    logo: { type: 'image/svg+xml', content: Buffer.from(logo), href: '/' },
  });
  http.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.send(http.swagger()),
  );
}
