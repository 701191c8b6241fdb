import { type Route, type RouteName, routes } from '@counterpart/contract';
import { newId } from '@counterpart/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { startTestApp, type TestApp } from './app.ts';
import { type Client, type LooseInput, readProblem, readReply } from './client.ts';
import { type RouteCase, routeCases, type Who } from './route-cases/index.ts';
import { aWorld, type World } from './world.ts';

const names = Object.keys(routes) as RouteName[];
const ofDemo: RouteName[] = ['listCast', 'becomeCastMember'];

let live: TestApp;
let demo: TestApp;
beforeAll(async () => {
  [live, demo] = await Promise.all([
    startTestApp(),
    startTestApp({ mode: 'demo', withStory: true }),
  ]);
}, 30_000);
afterAll(() => Promise.all([live.close(), demo.close()]));

function clientFor(world: World, who: Who | 'anyone'): Promise<Client> {
  return who === 'anyone' ? Promise.resolve(world.anyone) : world.t.as(world.people[who]);
}

async function begin(name: RouteName): Promise<{
  route: Route;
  world: World;
  given: RouteCase;
  input: LooseInput;
  client: Client;
}> {
  const given = routeCases[name];
  const world = await aWorld(ofDemo.includes(name) ? demo : live);
  const input = (await given.input?.(world)) ?? {};
  const client = await clientFor(world, given.as);
  return { route: routes[name], world, given, input, client };
}

function bodyOf({ body }: LooseInput): Record<string, unknown> {
  return (body ?? {}) as Record<string, unknown>;
}

/** Names the field that was refused, or one inside it. */
function named(field: string) {
  return expect.arrayContaining([
    { path: expect.stringMatching(new RegExp(`^${field}(\\.|$)`)), reason: expect.any(String) },
  ]);
}

it('has a case for every operation of the contract', () => {
  expect(Object.keys(routeCases).toSorted()).toEqual(names.toSorted());
});

it('serves every operation of the contract and no other', () => {
  const { paths = {} } = live.app.http.swagger();
  const listed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const expected = Object.values(routes).map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  );
  expect(listed.toSorted()).toEqual(expected.toSorted());
});

describe.each(names)('%s', (name) => {
  it('succeeds with exactly the fields of its reply, and is refused to others', async () => {
    const { route, world, given, input, client } = await begin(name);
    if (given.refused) {
      const refused = await clientFor(world, given.refused.as);
      const asked = (await given.refused.input?.(world)) ?? {};
      expect((await refused.refused(route, asked)).code).toBe(given.refused.code);
    }
    readReply(route, await client.ask(route, input));
  });

  it('asks who is signed in', async () => {
    const { route, world, input } = await begin(name);
    if (route.door === 'public') return;
    expect((await world.anyone.refused(route, input)).code).toBe('signed-out');
    const suspended = await world.t.make.aMember({ state: 'suspended' });
    expect((await (await world.t.as(suspended)).refused(route, input)).code).toBe('signed-out');
  });

  it('names what it does not understand', async () => {
    const { route, input, client } = await begin(name);
    async function expectNamed(asked: LooseInput, field: string) {
      const problem = await client.refused(route, asked);
      expect(problem).toMatchObject({ code: 'invalid-request', fields: named(field) });
    }
    await expectNamed({ ...input, query: { ...input.query, unlisted: 'x' } }, 'unlisted');
    for (const param of Object.keys(input.params ?? {})) {
      await expectNamed({ ...input, params: { ...input.params, [param]: 'no such thing' } }, param);
    }
    if (route.method === 'GET') return;
    await expectNamed({ ...input, body: { ...bodyOf(input), unlisted: 'x' } }, 'unlisted');
    for (const [field, value] of Object.entries(bodyOf(input))) {
      const other = typeof value === 'string' ? { wrong: true } : 'wrong';
      await expectNamed({ ...input, body: { ...bodyOf(input), [field]: other } }, field);
      const { [field]: _, ...rest } = bodyOf(input);
      if (route.body && !z.safeParse(route.body, rest).success) {
        await expectNamed({ ...input, body: rest }, field);
      }
    }
  });

  it('does not find what is missing', async () => {
    const { route, given, input, client } = await begin(name);
    if (given.missing === undefined) return;
    const answer = await client.ask(route, { ...input, params: { ...input.params, id: newId() } });
    if (given.missing === 'nothing') readReply(route, answer);
    else expect(readProblem(answer).code).toBe('not-found');
  });
});
