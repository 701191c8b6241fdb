// Who may import whom. The reasons are in docs/architecture.md; this file only holds the rules.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readImports } from './read-imports.mjs';
import { listSources, root } from './sources.mjs';

/** A feature may import only features before it. */
const FEATURES =
  'accounts institutions spaces threads reading messages search counterparts notifications principles moderation practices clinics meetings uploads privacy archive admin'.split(
    ' ',
  );

/** Inside a server feature: what each file may import of the others. Files with other names are free. */
const ROLES = {
  policy: [],
  view: ['policy'],
  access: ['policy'],
  queries: ['access', 'policy', 'view'],
  actions: ['access', 'policy'],
  routes: ['actions', 'queries', 'view'],
  consumer: ['actions', 'queries'],
  tasks: ['actions', 'queries'],
};
const WITHOUT_DATABASE = ['policy', 'view', 'routes'];

/** Packages of ours that a workspace may import, by the start of their path. */
const WORKSPACES = {
  'packages/contract': [],
  'packages/text': [],
  'packages/locale': [],
  db: ['packages/contract'],
  server: ['packages/contract', 'packages/text', 'packages/locale', 'db'],
  web: ['packages/contract', 'packages/text', 'packages/locale'],
  bench: ['packages/contract', 'db', 'web'],
};
const SERVER_ONLY_TEXT = ['sanitize', 'render', 'analyse', 'from-html'];

/**
 * @typedef {{ file: string, from: string, to: string, typeOnly: boolean }} Edge
 *   `to` is a path from the root for our own files, else the name of the package
 * @type {((edge: Edge) => string | false)[]} each gives a sentence when the edge is not allowed
 */
const rules = [
  ({ file, to }) => {
    const [home, target] = [workspaceOf(file), workspaceOf(to)];
    if (!target || !WORKSPACES[home] || target === home) return false;
    return !WORKSPACES[home].includes(target) && `${home} may not import ${target}`;
  },
  ({ file, from, to }) =>
    file.startsWith('packages/contract/') &&
    !isOurs(to) &&
    !/^zod(\/|$)/.test(from) &&
    'the contract imports only zod',
  ({ file, to }) =>
    file.startsWith('web/') &&
    SERVER_ONLY_TEXT.some(
      (entry) => to === `packages/text/${entry}` || to === `packages/text/src/${entry}.ts`,
    ) &&
    'the browser never loads this part of text',
  ({ file, from }) =>
    /^(fastify|@fastify)([-/]|$)/.test(from) &&
    !file.startsWith('bench/') &&
    !/^server\/src\/(platform\/|features\/[^/]+\/routes(\.ts|\/)|app\.ts|main\.ts)/.test(file) &&
    'Fastify stays in routes.ts and platform/',
  ({ file, from }) =>
    from === 'lucia' &&
    file !== 'server/src/platform/sign-in.ts' &&
    'only platform/sign-in.ts knows lucia',
  ({ file, to }) =>
    file.startsWith('server/src/platform/') &&
    to.startsWith('server/src/features/') &&
    'platform/ knows no feature',
  ({ file, to }) => between('server/src/features/', file, to, serverNeighbours),
  ({ file, to }) => between('web/src/features/', file, to, () => 'web features meet only in app/'),
  ({ file, to }) =>
    file.startsWith('web/src/ui/') &&
    /^web\/src\/(features|app)\//.test(to) &&
    'ui/ knows neither features nor app/',
  ({ file, to }) =>
    file.startsWith('web/src/lib/') &&
    /^web\/src\/(features|app|ui)\//.test(to) &&
    'lib/ knows neither features, app/ nor ui/',
  ({ file, to }) => {
    const [mine, theirs] = [roleOf(file), roleOf(to)];
    if (!mine || !theirs || mine === theirs || featureOf(file) !== featureOf(to)) return false;
    return !ROLES[mine].includes(theirs) && `${mine} may not import ${theirs}`;
  },
  ({ file, from, to, typeOnly }) =>
    !typeOnly &&
    WITHOUT_DATABASE.includes(roleOf(file)) &&
    (workspaceOf(to) === 'db' || /^(drizzle-orm|postgres)(\/|$)/.test(from)) &&
    `${roleOf(file)} never asks the database`,
];

/**
 * Judges one source file.
 * @param {string} file its path from the root
 * @param {string} source its text
 * @returns {string[]} one line for each import that is not allowed
 */
export function judge(file, source) {
  const isTest = /\.test\.[a-z]+$/.test(file);
  return readImports(source).flatMap(({ from, typeOnly, line }) => {
    const edge = { file, from, to: target(file, from), typeOnly };
    const broken = rules.map((rule) => rule(edge)).filter((sentence) => sentence);
    // A test may reach for anything inside its own workspace.
    if (isTest && workspaceOf(edge.to) === workspaceOf(file)) return [];
    return broken.map((sentence) => `${file}:${line} imports ${from}: ${sentence}`);
  });
}

/** Judges every source file of the checkout. */
export function judgeAll(base = root) {
  return listSources(['.ts', '.tsx', '.mjs'], base).flatMap((file) =>
    judge(file, readFileSync(join(base, file), 'utf8')),
  );
}

function target(file, from) {
  if (from.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), from));
  const [, name, entry = ''] = /^@counterpart\/([^/]+)(.*)$/.exec(from) ?? [];
  if (name === undefined) return from;
  return `${name in WORKSPACES ? name : `packages/${name}`}${entry}`;
}

function workspaceOf(path) {
  return Object.keys(WORKSPACES).find((name) => path === name || path.startsWith(`${name}/`));
}

function isOurs(to) {
  return workspaceOf(to) !== undefined;
}

function featureOf(path) {
  return /^(?:server|web)\/src\/features\/([^/]+)\//.exec(path)?.[1];
}

/** A role is one file, or a folder of that name with as many files as it needs. */
function roleOf(path) {
  const role = /^server\/src\/features\/[^/]+\/([^/]+?)(?:\.ts$|\/)/.exec(path)?.[1];
  return role !== undefined && role in ROLES ? role : undefined;
}

function between(folder, file, to, verdict) {
  if (!file.startsWith(folder) || !to.startsWith(folder)) return false;
  const [mine, theirs] = [featureOf(file), featureOf(to)];
  return mine !== theirs && verdict(mine, theirs, to);
}

function serverNeighbours(mine, theirs, to) {
  const [here, there] = [FEATURES.indexOf(mine), FEATURES.indexOf(theirs)];
  if (here < 0 || there < 0) return `${here < 0 ? mine : theirs} is not in the list of features`;
  if (there > here) return `${mine} comes before ${theirs}: register with it instead`;
  return !to.endsWith('/index.ts') && `only the index.ts of ${theirs} is open to other features`;
}
