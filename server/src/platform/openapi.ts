import { memberHeader } from '@counterpart/contract';
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

/** /api/openapi.json is made from the contract's route table; /api/docs shows it. */
export async function registerOpenApi(http: FastifyInstance, build: string): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Counterpart',
        version: build,
        description:
          'Errors are application/problem+json with a code. Every GET of product data carries asOf, the position in the event log that it contains. Every creating POST except sign-in takes a clientKey: a retry gets the first answer. Lists are items and next, a cursor.',
      },
    },
    transform(route) {
      const { schema, url } = describeRoute(route);
      return { url, schema: { headers, ...schema } };
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
