import type { FastifyInstance } from 'fastify';
import type { House } from './house.ts';

/** /health/live: the process answers. /health/ready: it can also serve, because the database answers. */
export function registerHealth(http: FastifyInstance, house: House): void {
  const hidden = { schema: { hide: true } };
  http.get('/health/live', hidden, async () => ({ ok: true }));
  http.get('/health/ready', hidden, async (_request, reply) => {
    try {
      await house.db.read((sql) => sql`select 1`);
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
}
