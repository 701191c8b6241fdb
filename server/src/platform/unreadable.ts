import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type ProblemCode, problems } from '@counterpart/contract';
import type { ConnectionError, FastifyInstance } from 'fastify';
import { problemOf } from './errors.ts';
import { Refusal } from './refusal.ts';

const codes: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/**
 * Answers what is no HTTP at all, or could be read in two ways (two lengths, a length and chunks). There
 * is no request yet, so nothing is known of the reader: the answer is in English, and the line ends.
 */
export function answerUnreadable(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = codes[error.code] ?? 'invalid-request';
  const body = JSON.stringify(problemOf(new Refusal(code), 'en', crypto.randomUUID()));
  const head = [
    `HTTP/1.1 ${problems[code]} ${STATUS_CODES[problems[code]]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Takes JSON in UTF-8 alone: other bytes would be stored as signs that nobody wrote. */
export function readOnlyUtf8(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error');
  http.removeContentTypeParser('application/json');
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    let text: string;
    try {
      text = utf8.decode(bytes as Buffer);
    } catch {
      done(new Refusal('invalid-request'));
      return;
    }
    void parse(request, text, done);
  });
}
