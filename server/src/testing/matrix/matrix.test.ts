import { type RouteName, routes } from '@counterpart/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { type LooseInput, readProblem, readReply } from '../client.ts';
import { inputs, startOf } from './inputs.ts';
import { aStage, type Scene, type Stage } from './stage.ts';
import type { Cell, Verdict } from './table.ts';
import { announcementTruth, networkTruth, postTruth, spaceTruth, threadTruth } from './truth.ts';

let t: TestApp;
let shared: Stage;
beforeAll(async () => {
  t = await startTestApp();
  shared = await aStage(t);
});
afterAll(() => t.close());

type Asking = (scene: Scene, t: TestApp) => LooseInput | Promise<LooseInput>;

async function verdictOf(name: RouteName, scene: Scene, asking: Asking): Promise<Verdict> {
  const route = routes[name];
  const answer = await scene.client.ask(route, await asking(scene, t));
  if (answer.status < 300) {
    readReply(route, answer);
    return 'done';
  }
  return readProblem(answer).code as Verdict;
}

const line = ({ actor, place }: Cell, verdict: Verdict) => `${actor} ${place}: ${verdict}`;

/** Asks once per cell; `stageFor` gives the people and rooms, which some operations change. */
async function expectTruth(
  name: RouteName,
  cells: readonly Cell[],
  { asking = inputs[name], isOwn = false }: { asking?: Asking; isOwn?: boolean } = {},
): Promise<void> {
  const found: string[] = [];
  for (const cell of cells) {
    const stage = isOwn && cell.verdict === 'done' ? await aStage(t) : shared;
    const scene = await stage.scene(cell.actor, cell.place);
    found.push(line(cell, await verdictOf(name, scene, asking)));
  }
  expect(found).toEqual(cells.map((cell) => line(cell, cell.verdict)));
}

const entries = (truth: Partial<Record<RouteName, Cell[]>>) =>
  Object.entries(truth) as [RouteName, Cell[]][];

it('has a row for every operation of the contract', () => {
  const rows = [threadTruth, postTruth, spaceTruth, networkTruth].flatMap(Object.keys);
  expect(rows.toSorted()).toEqual(Object.keys(routes).toSorted());
});

it.each(entries({ ...threadTruth, ...postTruth }))('%s', (name, cells) => expectTruth(name, cells));

// These change who is in a space: whoever succeeds gets rooms of their own.
it.each(entries(spaceTruth))('%s', (name, cells) => expectTruth(name, cells, { isOwn: true }));

it('createThread: an announcement', () =>
  expectTruth('createThread', announcementTruth, {
    asking: (scene) => startOf('announcement', scene),
  }));

// These end or replace sign-ins.
it.each(entries(networkTruth))('%s', (name, cells) => expectTruth(name, cells, { isOwn: true }));
