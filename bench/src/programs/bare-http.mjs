// The least a Fastify server can do: each path answers a constant string of a given length.
import fastify from 'fastify';
import { answerWith } from './answer.mjs';

answerWith(async ({ lengths }) => {
  const http = fastify();
  for (const [index, length] of lengths.entries()) {
    const text = 'x'.repeat(length);
    http.get(`/${index}`, (_request, reply) => {
      reply.type('application/json; charset=utf-8').send(text);
    });
  }
  await http.listen({ host: '127.0.0.1', port: 0 });
  return { port: http.server.address().port };
});
