import { type Route, routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../testing/app.ts';

interface Operation {
  operationId: string;
  security: object[];
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
}

let t: TestApp;
let operations: Map<string, Operation>;
beforeAll(async () => {
  t = await startTestApp();
  const { text } = await t.anyone.send({ method: 'GET', url: '/api/openapi.json' });
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
  const all = Object.values(paths).flatMap((path) => Object.values(path));
  operations = new Map(all.map((one) => [one.operationId, one]));
});
afterAll(() => t.close());

it.each(Object.entries<Route>(routes))(
  'tells of %s what it answers, and to whom',
  (name, route) => {
    const { responses, security } = operations.get(name) ?? { responses: {}, security: [{}] };
    const status = route.status ?? (route.reply === undefined ? 204 : 200);
    expect(Object.keys(responses).toSorted()).toEqual([String(status), 'default']);
    const types = Object.entries(responses).map(([, { content }]) => Object.keys(content ?? {}));
    const answer = route.reply === undefined ? [] : ['application/json'];
    expect(types).toEqual([answer, ['application/problem+json']]);
    expect(security).toEqual(route.door === 'member' ? [{ session: [] }] : []);
  },
);
