// The least a socket.io server can do: what is posted to it goes to everybody as it is.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answerWith } from './answer.mjs';

answerWith(async ({ event }) => {
  const http = createServer((request, reply) => {
    request.resume();
    request.once('end', () => {
      io.emit('event', event);
      reply.end('{}');
    });
  });
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { port: http.address().port };
});
