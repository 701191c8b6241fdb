import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { type Client, readProblem } from '../client.ts';

let t: TestApp;
let client: Client;
beforeAll(async () => {
  t = await startTestApp();
  client = await t.as(await t.make.aMember());
});
afterAll(() => t.close());

const json = { 'content-type': 'application/json' };

async function anAnswer(payload: string | Buffer, headers: Record<string, string> = json) {
  const thread = await t.make.aThread();
  const url = `/api/threads/${thread.id}/posts`;
  const answer = await client.send({ method: 'POST', url, headers, payload });
  const [row] = await t.sql<{ posts: number }[]>`
    select count(*)::int as posts from post where thread_id = ${thread.id}`;
  expect(row?.posts).toBe(answer.status === 201 ? 2 : 1);
  return answer;
}

const good = () => JSON.stringify({ body: 'We did.', clientKey: crypto.randomUUID() });

describe('a body', () => {
  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['plain text', 'text/plain'],
    ['a form with parts', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
    ['something like JSON', 'application/vnd.api+json'],
    ['text that calls itself JSON', 'text/json'],
    ['nonsense', 'no/such/type'],
  ])('that is %s is refused with 415', async (_what, type) => {
    const answer = await anAnswer(good(), { 'content-type': type });
    expect(readProblem(answer).code).toBe('unsupported-media-type');
  });

  it('without a type is refused', async () => {
    expect((await anAnswer(good(), {})).status).toBe(415);
  });

  it('may name its charset', async () => {
    const answer = await anAnswer(good(), { 'content-type': 'application/json; charset=utf-8' });
    expect(answer.status).toBe(201);
  });

  it.each([
    ['cut short', '{"body":"We did.'],
    ['empty', ''],
    ['nothing but space', '   '],
    ['not JSON at all', '<html>'],
    ['a list', '[]'],
    ['a text', '"We did."'],
    ['null', 'null'],
    ['nested a hundred thousand deep', `{"body":${'['.repeat(100_000)}`],
    ['nested and closed', `{"body":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['two values', `${good()}${good()}`],
  ])('that is %s is refused with 400', async (_what, payload) => {
    expect(readProblem(await anAnswer(payload)).code).toBe('invalid-request');
  });

  it.each([
    ['a sign cut short', [0xd9]],
    ['half of a pair', [0xed, 0xa0, 0xbd]],
    ['a longer form of a sign', [0xc0, 0xaf]],
    ['Latin 1', [0xe9]],
  ])('with %s is no UTF-8 and is refused with 400', async (_what, bytes) => {
    const [before = '', after = ''] = good().split('did');
    const payload = Buffer.concat(
      [before, Buffer.from(bytes), after].map((part) => Buffer.from(part)),
    );
    expect(readProblem(await anAnswer(payload)).code).toBe('invalid-request');
  });

  it('larger than any text is refused with 413', async () => {
    const payload = JSON.stringify({ body: 'x'.repeat(300_000), clientKey: crypto.randomUUID() });
    expect(readProblem(await anAnswer(payload)).code).toBe('too-large');
  });

  it.each([
    ['__proto__', '{"__proto__":{"role":"admin"},"body":"x"}'],
    ['__proto__ inside', '{"body":"x","quote":{"__proto__":{"postId":1}}}'],
    ['constructor', '{"constructor":{"prototype":{"role":"admin"}},"body":"x"}'],
  ])('that reaches for %s is refused, and nothing is polluted', async (_what, payload) => {
    expect(readProblem(await anAnswer(payload)).code).toBe('invalid-request');
    expect(Object.prototype).not.toHaveProperty('role');
    expect(Object.prototype).not.toHaveProperty('postId');
  });

  it('with a name twice keeps the last, as JSON has it', async () => {
    const key = crypto.randomUUID();
    const answer = await anAnswer(`{"body":"first","body":"last","clientKey":"${key}"}`);
    expect(JSON.parse(answer.text)).toMatchObject({ post: { body: 'last' } });
  });
});

describe('a write', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port over TLS', { origin: 'https://localhost:3000' }],
    ['a page without an origin', { origin: 'null' }],
    ['something that is no origin', { origin: 'localhost' }],
    ['a name that only begins like ours', { origin: 'http://localhost.evil.example' }],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour without an origin', { 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused with 403', async (_what, headers) => {
    const answer = await anAnswer(good(), { ...json, ...headers });
    expect(readProblem(answer).code).toBe('origin-refused');
  });

  it.each([
    ['our own pages', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('from %s is taken', async (_what, headers) => {
    expect((await anAnswer(good(), { ...json, ...headers })).status).toBe(201);
  });

  it('may not come from other names of this machine where the network has an address', async () => {
    const served = await startTestApp({ config: { publicUrl: 'https://forum.example' } });
    const ask = (origin: string) =>
      served.anyone.send({ method: 'DELETE', url: '/api/session', headers: { origin } });
    const [own, local] = [await ask('https://forum.example'), await ask('http://localhost:3000')];
    await served.close();
    expect(own.status).toBe(204);
    expect(readProblem(local).code).toBe('origin-refused');
  });

  it('never hides in a GET', async () => {
    const url = '/api/session';
    for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const headers = { [header]: 'DELETE' };
      expect((await client.send({ method: 'GET', url, headers })).status).toBe(200);
    }
    expect((await client.send({ method: 'GET', url })).status).toBe(200);
  });
});

const cursors = {
  'no JSON': 'bm90IGpzb24',
  'no list': Buffer.from('{"a":1}').toString('base64url'),
  empty: Buffer.from('[]').toString('base64url'),
  'too long': Buffer.from('[1,2,3,4]').toString('base64url'),
  texts: Buffer.from('["a","b","c"]').toString('base64url'),
  nulls: Buffer.from('[null,null,null]').toString('base64url'),
  fractions: Buffer.from('[true,1.5,2.5]').toString('base64url'),
  'too large': Buffer.from('[true,1e300,1e300]').toString('base64url'),
  'before all time': Buffer.from('[false,-8e15,-5]').toString('base64url'),
  'after all time': Buffer.from('[true,253402300800000,1]').toString('base64url'),
  'two numbers too large': Buffer.from('[1e300,1]').toString('base64url'),
  'NUL in a name': Buffer.from('[2,"a\\u0000",1]').toString('base64url'),
  'signs that no cursor has': '!!!',
  'far too long': 'a'.repeat(400),
};

describe('a list', () => {
  const lists = async () => {
    const space = await t.make.aSpace();
    return [
      { route: routes.listThreads, input: {} },
      { route: routes.listThreads, input: { query: { space: space.id } } },
      { route: routes.listBookmarks, input: {} },
      { route: routes.listSpaceMembers, input: { params: { id: space.id } } },
    ];
  };

  it.each(Object.entries(cursors))('refuses a cursor that is %s', async (_what, cursor) => {
    for (const { route, input } of await lists()) {
      const query = { ...('query' in input ? input.query : {}), cursor };
      const problem = await client.refused(route, { ...input, query });
      expect(problem).toMatchObject({
        code: 'invalid-request',
        fields: [{ path: 'cursor', reason: expect.any(String) }],
      });
    }
  });

  it.each(['0', '-1', '1.5', '101', '1e2', '0x10', ' 5', '', 'NaN', '9'.repeat(30)])(
    'refuses the limit "%s"',
    async (limit) => {
      const url = `/api/threads?limit=${encodeURIComponent(limit)}`;
      const problem = readProblem(await client.send({ method: 'GET', url }));
      expect(new Set(problem.fields?.map(({ path }) => path))).toEqual(new Set(['limit']));
      for (const { reason } of problem.fields ?? []) expect(reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
    },
  );

  it('refuses what is asked twice', async () => {
    for (const query of ['kind=question&kind=discussion', 'limit=1&limit=2', 'sort[]=active']) {
      const answer = await client.send({ method: 'GET', url: `/api/threads?${query}` });
      expect(readProblem(answer).code).toBe('invalid-request');
    }
  });
});

describe('an address', () => {
  it.each([
    ['that does not exist', 'GET', '/api/nothing', 'not-found'],
    ['of another method', 'PATCH', '/api/spaces', 'not-found'],
    ['with a broken escape', 'GET', '/api/threads/%zz', 'invalid-request'],
    ['with a very long id', 'GET', `/api/threads/${'9'.repeat(500)}`, 'invalid-request'],
    ['with an id beyond all ids', 'GET', '/api/threads/9007199254740993', 'invalid-request'],
    ['with a post beyond all posts', 'GET', '/api/threads/1?from=2147483648', 'invalid-request'],
    ['after a post beyond all', 'GET', '/api/threads/1/posts?after=99999999999', 'invalid-request'],
    ['with a negative id', 'GET', '/api/threads/-1', 'invalid-request'],
    ['with a NUL in it', 'GET', '/api/threads/%00', 'invalid-request'],
    ['that climbs', 'GET', '/api/threads/..%2f..%2fetc', 'invalid-request'],
  ] as const)('%s is answered with a problem', async (_what, method, url, code) => {
    expect(readProblem(await client.send({ method, url })).code).toBe(code);
  });

  it('with a NUL in the search for a name is refused', async () => {
    const thread = await t.make.aThread();
    const url = `/api/threads/${thread.id}/mentionable?q=a%00b`;
    const problem = readProblem(await client.send({ method: 'GET', url }));
    expect(problem.fields?.map(({ path }) => path)).toEqual(['q']);
  });

  it('with wildcards in the search for a name finds only those signs', async () => {
    const thread = await t.make.aThread();
    const odd = await t.make.aMember({ name: 'Odd 100%_Name' });
    const found = async (q: string) => {
      const input = { params: { id: thread.id }, query: { q } };
      return (await client.call(routes.listMentionable, input)).items.map(({ id }) => id);
    };
    expect(await found('100%_')).toEqual([odd.id]);
    expect(await found('%')).toEqual([]);
    expect(await found('\\')).toEqual([]);
  });
});

describe('every answer', () => {
  it.each(['/api/spaces', '/api/nothing', '/health/live', '/api/session'])(
    'at %s carries the headers that keep it from being misread',
    async (url) => {
      const { headers } = await client.send({ method: 'GET', url });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-counterpart-build': expect.any(String),
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );
});
