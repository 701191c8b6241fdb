import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { SharedBytes, sendWritten, WrittenJson } from './written-json.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ minLength: 1, maxLength: 8 }).map((word) => word.repeat(2_000)),
);
const part = fc.oneof(
  text,
  text.map((said) => Buffer.from(said)),
  text.map((said) => new SharedBytes(Buffer.from(said))),
);

it('says compressed what it says, whatever of it is shared', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const written = new WrittenJson(parts);
      const plain = written.bytes();
      expect(plain.length).toBe(written.length);
      expect(gunzipSync(await written.gzip()).equals(plain)).toBe(true);
      // What is kept by now says the same.
      expect(gunzipSync(await written.gzip()).equals(plain)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('compresses what is shared once', async () => {
  const shared = new SharedBytes(Buffer.from('So it was. '.repeat(5_000)));
  const both = [new WrittenJson([shared, '1']), new WrittenJson([shared, '2'])];
  const [one] = await Promise.all(both.map((json) => json.gzip()));
  expect(await shared.compressed()).toBe(shared.compressed());
  expect(one?.length).toBeLessThan(1_000);
});

it.each([
  ['gzip, deflate, br, zstd', 'gzip'],
  ['gzip;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['br', undefined],
  ['identity', undefined],
  ['', undefined],
])('is sent to a client that accepts "%s" as %s', async (accepted, encoding) => {
  const http = fastify();
  const long = new WrittenJson(['["', new SharedBytes(Buffer.from('é'.repeat(3_000))), '"]']);
  http.get('/long', async (request, reply) => sendWritten(request, reply, long));
  http.get('/short', async (request, reply) =>
    sendWritten(request, reply, new WrittenJson(['[]'])),
  );
  const headers = { 'accept-encoding': accepted };
  const reply = await http.inject({ url: '/long', headers });
  expect(reply.headers['content-encoding']).toBe(encoding);
  expect(Number(reply.headers['content-length'])).toBe(reply.rawPayload.length);
  const plain = encoding === undefined ? reply.rawPayload : gunzipSync(reply.rawPayload);
  expect(plain.equals(long.bytes())).toBe(true);
  const short = await http.inject({ url: '/short', headers });
  expect([short.headers['content-encoding'], short.payload]).toEqual([undefined, '[]']);
});
