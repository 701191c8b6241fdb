import { createServer, type Server } from 'node:http';
import {
  accountRoutes,
  memberHeader,
  readingRoutes,
  spaceRoutes,
  threadRoutes,
} from '@counterpart/contract';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addressOf, call, keyOf } from './api.ts';
import { isBuildNewer, noticeBuild } from './build.ts';
import { askFor, onAnotherMember } from './page-member.ts';
import { ApiProblem, Unreachable } from './problem.ts';
import { meanToSignOut, onSignedOut } from './signed-out.ts';

interface Answer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
  never?: boolean;
}

let answer: Answer = { status: 204 };
let asked: { method?: string | undefined; url?: string | undefined; body: string }[] = [];
/** For whom each was asked. */
let members: unknown[] = [];
let server: Server;
const browserFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, body });
      members.push(request.headers[memberHeader]);
      if (answer.never) return;
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  // In a browser a path is enough; Node wants the whole address.
  globalThis.fetch = (path, init) =>
    browserFetch(
      new URL(path instanceof Request ? path.url : path, `http://127.0.0.1:${address.port}`),
      init,
    );
});

afterAll(() => {
  globalThis.fetch = browserFetch;
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = [];
  members = [];
});

function problem(code: string, status: number, more: object = {}): Answer {
  const body = JSON.stringify({
    type: 'about:blank',
    title: code,
    status,
    code,
    requestId: 'r1',
    ...more,
  });
  return { status, body, headers: { 'content-type': 'application/problem+json' } };
}

it('writes parameters and query as the route says', () => {
  expect(
    addressOf(threadRoutes.listThreads, {
      query: { space: 12, filter: 'unread', cursor: undefined },
    }),
  ).toBe('/api/threads?space=12&filter=unread');
  expect(addressOf(readingRoutes.listKeepable, { query: { ids: [12, 13] } })).toBe(
    '/api/keepable?ids=12%2C13',
  );
  expect(addressOf(accountRoutes.endSession, { params: { id: 7 } })).toBe('/api/sessions/7');
});

it('sends a body as JSON and gives the answer', async () => {
  answer = { status: 200, body: '{"asOf":3}' };
  const body = { email: 'a@b.example', password: 'x' };
  expect(await call(accountRoutes.signIn, { body })).toEqual({ asOf: 3 });
  expect(asked).toEqual([{ method: 'POST', url: '/api/session', body: JSON.stringify(body) }]);
});

it('gives nothing for an answer without content', async () => {
  answer = { status: 204 };
  expect(await call(accountRoutes.signOut, {})).toBeUndefined();
});

it('throws what the server refused, with its fields', async () => {
  answer = problem('invalid-request', 400, { fields: [{ path: 'email', reason: 'email' }] });
  const refused = call(accountRoutes.signIn, { body: { email: '', password: '' } });
  await expect(refused).rejects.toMatchObject({
    code: 'invalid-request',
    requestId: 'r1',
    fields: [{ path: 'email', reason: 'email' }],
  });
});

it('understands answers that are not the server’s own', async () => {
  answer = { status: 502, body: '<html>Bad gateway</html>' };
  await expect(call(spaceRoutes.listSpaces, {})).rejects.toMatchObject({
    code: 'busy',
    status: 502,
  });
  answer = { status: 500, body: '{"code":"toString"}' };
  await expect(call(spaceRoutes.listSpaces, {})).rejects.toMatchObject({ code: 'internal' });
});

it('tells once per answer that the sign-in has ended', async () => {
  const told = vi.fn();
  const stop = onSignedOut(told);
  answer = problem('signed-out', 401);
  await expect(call(spaceRoutes.listSpaces, {})).rejects.toBeInstanceOf(ApiProblem);
  answer = problem('credentials-refused', 401);
  await expect(call(spaceRoutes.listSpaces, {})).rejects.toBeInstanceOf(ApiProblem);
  stop();
  expect(told).toHaveBeenCalledTimes(1);
});

it('tells nobody of an end that the member wished for', async () => {
  const told = vi.fn();
  const stop = onSignedOut(told);
  meanToSignOut(true);
  answer = problem('signed-out', 401);
  await expect(call(spaceRoutes.listSpaces, {})).rejects.toBeInstanceOf(ApiProblem);
  meanToSignOut(false);
  stop();
  expect(told).not.toHaveBeenCalled();
});

it('names the member of the page, or the one who wrote, and nobody where everybody may come in', async () => {
  answer = { status: 200, body: '{}' };
  await call(spaceRoutes.listSpaces, {});
  askFor(7);
  await call(spaceRoutes.listSpaces, {});
  await call(spaceRoutes.listSpaces, {}, { member: 8 });
  await call(accountRoutes.signIn, { body: { email: '', password: '' } }, { member: null });
  askFor(undefined);
  expect(members).toEqual([undefined, '7', '8', undefined]);
});

it('tells that somebody else is signed in by now', async () => {
  const told = vi.fn();
  const stop = onAnotherMember(told);
  answer = problem('another-member', 409);
  await expect(call(spaceRoutes.listSpaces, {})).rejects.toBeInstanceOf(ApiProblem);
  stop();
  expect(told).toHaveBeenCalledTimes(1);
});

it('gives up after the deadline', async () => {
  answer = { status: 200, never: true };
  await expect(call(spaceRoutes.listSpaces, {}, { deadline: 20 })).rejects.toMatchObject({
    reason: 'timeout',
  });
});

it('leaves a call that the page itself ended alone', async () => {
  answer = { status: 200, never: true };
  const leaving = new AbortController();
  const gone = call(spaceRoutes.listSpaces, {}, { signal: leaving.signal });
  leaving.abort();
  await expect(gone).rejects.not.toBeInstanceOf(Unreachable);
});

it('notices a newer build once the first is known', async () => {
  noticeBuild('one');
  answer = { status: 204, headers: { 'x-counterpart-build': 'one' } };
  await call(accountRoutes.signOut, {});
  expect(isBuildNewer()).toBe(false);
  answer = { status: 204, headers: { 'x-counterpart-build': 'two' } };
  await call(accountRoutes.signOut, {});
  expect(isBuildNewer()).toBe(true);
});

it('keeps answers of one route together', () => {
  expect(keyOf(spaceRoutes.listSpaces)).toEqual(['GET /api/spaces']);
  expect(keyOf(threadRoutes.getThread, { params: { id: 1 }, query: {} })[0]).toBe(
    'GET /api/threads/:id',
  );
});
