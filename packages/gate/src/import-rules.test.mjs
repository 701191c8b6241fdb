import { expect, test } from 'vitest';
import { judge } from './import-rules.mjs';
import { readImports } from './read-imports.mjs';

const threads = 'server/src/features/threads';

test.each([
  ['server/src/features/threads/routes.ts', './actions.ts'],
  ['server/src/features/threads/routes.ts', 'fastify'],
  ['server/src/features/threads/queries.ts', './access.ts'],
  ['server/src/features/threads/actions.ts', '@counterpart/db'],
  ['server/src/features/threads/actions.ts', '../spaces/index.ts'],
  ['server/src/features/threads/actions.ts', './number-posts.ts'],
  ['server/src/features/threads/threads.test.ts', './queries.ts'],
  ['server/src/features/threads/actions/create-post.ts', './write-post.ts'],
  ['server/src/features/threads/actions/create-post.ts', '../access.ts'],
  ['server/src/features/threads/routes/posts.ts', 'fastify'],
  ['server/src/features/threads/routes/posts.ts', '../actions/index.ts'],
  ['server/src/platform/sign-in.ts', 'lucia'],
  ['server/src/app.ts', './features/threads/index.ts'],
  ['packages/contract/src/threads.ts', 'zod/mini'],
  ['packages/contract/src/threads.ts', './shapes.ts'],
  ['web/src/features/threads/ThreadPage.tsx', '@counterpart/text/markdown'],
  ['web/src/features/threads/ThreadPage.tsx', '../../ui/Button.tsx'],
  ['web/src/app/router.tsx', '../features/threads/ThreadPage.tsx'],
  ['web/src/app/Shell.tsx', '../ui/Frame.tsx'],
])('%s may import %s', (file, from) => {
  expect(judge(file, `import { a } from '${from}';`)).toEqual([]);
});

test.each([
  [`${threads}/routes.ts`, './access.ts', 'routes may not import access'],
  [`${threads}/routes.ts`, '@counterpart/db', 'routes never asks the database'],
  [`${threads}/view.ts`, './queries.ts', 'view may not import queries'],
  [`${threads}/view.ts`, 'drizzle-orm', 'view never asks the database'],
  [`${threads}/policy.ts`, './access.ts', 'policy may not import access'],
  [`${threads}/actions.ts`, './view.ts', 'actions may not import view'],
  [`${threads}/actions/x.ts`, '../queries.ts', 'actions may not import queries'],
  [`${threads}/actions/x.ts`, '../queries/lists.ts', 'actions may not import queries'],
  [`${threads}/view.ts`, './actions/create-post.ts', 'view may not import actions'],
  [`${threads}/view/post.ts`, '@counterpart/db', 'view never asks the database'],
  [`${threads}/actions/x.ts`, 'fastify', 'Fastify stays in routes.ts'],
  [`${threads}/actions.ts`, 'fastify', 'Fastify stays in routes.ts'],
  [`${threads}/actions.ts`, '@fastify/cookie', 'Fastify stays in routes.ts'],
  [`${threads}/actions.ts`, '../spaces/queries.ts', 'only the index.ts of spaces'],
  [`${threads}/actions.ts`, '../search/index.ts', 'threads comes before search'],
  [`${threads}/actions.ts`, '../gossip/index.ts', 'gossip is not in the list'],
  ['server/src/platform/session-store.ts', 'lucia', 'only platform/sign-in.ts knows lucia'],
  ['server/src/platform/live.ts', '../features/threads/index.ts', 'platform/ knows no feature'],
  ['packages/contract/src/threads.ts', 'postgres', 'the contract imports only zod'],
  ['packages/contract/src/threads.ts', '@counterpart/locale', 'may not import packages/locale'],
  ['db/src/log.ts', '../../server/src/config.ts', 'db may not import server'],
  ['web/src/lib/api.ts', '@counterpart/db', 'web may not import db'],
  ['web/src/lib/api.ts', '../ui/Button.tsx', 'lib/ knows neither'],
  ['web/e2e/threads.test.ts', '../../server/src/app.ts', 'web may not import server'],
  ['web/src/lib/preview.ts', '@counterpart/text/sanitize', 'the browser never loads'],
  ['web/src/lib/preview.ts', '@counterpart/text/render', 'the browser never loads'],
  ['web/src/features/threads/ThreadPage.tsx', '../spaces/SpacePage.tsx', 'meet only in app/'],
  ['web/src/ui/Button.tsx', '../features/threads/api.ts', 'ui/ knows neither features'],
])('%s may not import %s', (file, from, sentence) => {
  const verdicts = judge(file, `\nimport { a } from '${from}';`);
  expect(verdicts.join()).toContain(sentence);
  expect(verdicts[0]).toContain(`${file}:2 imports ${from}`);
});

test('types of rows may be named where the database may not be asked', () => {
  expect(judge(`${threads}/view.ts`, "import type { Row } from '@counterpart/db';")).toEqual([]);
});

test('every form of import is seen, comments are not', () => {
  const source = [
    "import { a } from './a.ts';",
    'import {',
    '  b,',
    "} from './b.ts';",
    "import type { C } from './c.ts';",
    "import './d.ts';",
    "export * from './e.ts';",
    "const f = await import('./f.ts');",
    "// import g from './g.ts';",
    "/* import h from './h.ts'; */",
  ].join('\n');
  const found = readImports(source);
  expect(found.map(({ from }) => from).toSorted()).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((x) => `./${x}.ts`),
  );
  expect(found.find(({ from }) => from === './c.ts')).toEqual({
    from: './c.ts',
    typeOnly: true,
    line: 5,
  });
});
