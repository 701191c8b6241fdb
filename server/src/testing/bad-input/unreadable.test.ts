import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { type Answer, readProblem } from '../client.ts';

let t: TestApp;
let port: number;
beforeAll(async () => {
  t = await startTestApp();
  await t.app.listen();
  port = (t.app.http.server.address() as AddressInfo).port;
});
afterAll(() => t.close());

/** Sends these bytes and reads until the server ends the line. */
async function exchange(bytes: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', text = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  const [status, ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(': ')));
  return { status: Number(status?.split(' ')[1]), headers, text };
}

const request = (...lines: string[]) => [...lines, '', ''].join('\r\n');
const post = ['POST /api/session HTTP/1.1', 'host: localhost', 'content-type: application/json'];

it.each([
  ['a length and chunks', request(...post, 'content-length: 2', 'transfer-encoding: chunked')],
  ['two lengths', request(...post, 'content-length: 2', 'content-length: 3')],
  ['a negative length', request(...post, 'content-length: -1')],
  ['a header without a name', request('GET / HTTP/1.1', 'host: localhost', ': x')],
  ['a line break in a header', request('GET / HTTP/1.1', 'host: localhost', 'x: a\rb')],
  ['no HTTP', 'SSH-2.0-Other\r\n\r\n'],
])('%s cannot be read, and is answered with a problem', async (_what, bytes) => {
  const answer = await exchange(bytes);
  expect(readProblem(answer).code).toBe('invalid-request');
  expect(answer.headers).toMatchObject({ connection: 'close', 'cache-control': 'no-store' });
});

it('a head that is too large is told apart', async () => {
  const answer = await exchange(
    request('GET / HTTP/1.1', 'host: localhost', `x: ${'a'.repeat(40_000)}`),
  );
  expect(readProblem(answer).code).toBe('headers-too-large');
});
