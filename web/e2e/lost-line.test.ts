// What a train in a tunnel does to a page: nothing is missed, nothing is doubled, nothing is lost.
import { setTimeout as pause } from 'node:timers/promises';
import type { PostView } from '@counterpart/contract';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { answer, ask, type Person, person } from './support/people.ts';
import { type Line, openLine } from './support/proxy.ts';
import { useStage } from './support/stage.ts';
import { expectTexts, type ShownPost, type ThreadPage, threadPage } from './support/thread-page.ts';

const stage = useStage();
const reader = 'Hinemoa Tuhiwai';

let writer: Person;
let others: Person[];
let own: Person;

beforeAll(async () => {
  writer = await person('Marta Lindqvist');
  own = await person(reader);
  others = await Promise.all(['Nomvula Mahlasela', 'Amina Dahir', 'Ingrid Saavedra'].map(person));
});

interface Away extends ThreadPage {
  id: number;
  line: Line;
}

/** A thread of `length` posts by one writer, open at its end over a line that can be cut. */
async function openOverLine(length: number): Promise<Away> {
  const { thread } = await ask(writer, { space: 'youth' });
  for (let seq = 2; seq <= length; seq += 1) await answer(writer, thread.id, `Said ${seq}.`);
  const line = await openLine(inject('port'));
  const path = `/threads/${thread.id}?from=1`;
  const page = await stage.visit(path, { as: reader, port: line.port });
  const shown = await threadPage(page, 'en');
  await shown.post(length).waitFor();
  // The page follows what it shows once this arrives by itself.
  await answer(writer, thread.id, 'Are you there?');
  await shown
    .body(length + 1)
    .getByText('Are you there?')
    .waitFor();
  return { ...shown, id: thread.id, line };
}

interface Shown extends ShownPost {
  useful: number;
}

/** Runs in the page. */
function readArticles(): Shown[] {
  return [...document.querySelectorAll('article[data-seq]')].map((article) => ({
    seq: Number(article.getAttribute('data-seq')),
    text: article.querySelector('[data-body]')?.textContent?.trim() ?? '',
    useful: Number(
      /\d+$/.exec(article.querySelector('button[aria-pressed]')?.textContent ?? '')?.[0] ?? 0,
    ),
  }));
}

const shownNow = ({ page }: ThreadPage): Promise<Shown[]> => page.evaluate(readArticles);

/** The posts at the very moment at which the page says that it is up to date. */
async function shownWhenCurrent({ page, t }: ThreadPage): Promise<Shown[]> {
  return page.evaluate<Shown[]>(`new Promise((resolve) => {
    const observer = new MutationObserver(look);
    function look() {
      if (!document.body.textContent.includes(${JSON.stringify(t('app.status.current'))})) return;
      observer.disconnect();
      resolve((${readArticles.toString()})());
    }
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  })`);
}

async function offline({ line, status, t }: Away): Promise<void> {
  line.cut();
  await status.getByText(t('app.status.offline')).waitFor();
}

async function stored(id: number): Promise<PostView[]> {
  const posts: PostView[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const query = { after, limit: 50 };
    const page: { items: PostView[]; next: number | null } = await own.call('listPosts', {
      params: { id },
      query,
    });
    posts.push(...page.items);
    after = page.next === null ? null : page.next - 1;
  }
  return posts;
}

test('what was said, changed and taken back meanwhile is there when the page says so', async () => {
  const away = await openOverLine(4);
  await offline(away);
  const { items } = await own.call('listPosts', { params: { id: away.id }, query: {} });
  const [, second, third] = items;
  if (!second || !third) throw new Error('The thread has no posts.');
  await writer.call('editPost', {
    params: { id: second.id },
    body: { body: 'Said otherwise.', revision: 1 },
  });
  await writer.call('deletePost', { params: { id: third.id } });
  await answer(writer, away.id, 'Said while you were away.');
  const current = shownWhenCurrent(away);
  away.line.heal();
  expect((await current).map(({ text }) => text)).toEqual([
    items[0]?.body,
    'Said otherwise.',
    '',
    'Said 4.',
    'Are you there?',
    'Said while you were away.',
  ]);
  await away.line.close();
});

/** Twenty things a second happen in a thread: posts, changes, reactions, some taken back. */
async function happen(id: number, seconds: number): Promise<void> {
  const authors = new Map([writer, ...others].map((one) => [one.id, one]));
  const written: PostView[] = [];
  const doing: Promise<unknown>[] = [];
  const began = performance.now();
  for (let n = 0; n < seconds * 20; n += 1) {
    const wait = began + n * 50 - performance.now();
    if (wait > 0) await pause(wait);
    const old = written[(n - 1) / 2 - 2];
    const author = old && authors.get(old.author.member.id);
    if (n % 2 === 0 || !old || !author) {
      written.push(await answer(others[n % others.length] ?? writer, id, `Quickly ${n}.`));
    } else if (n % 8 === 1) {
      doing.push(author.call('deletePost', { params: { id: old.id } }));
    } else if (n % 8 === 5) {
      doing.push(writer.call('react', { params: { id: old.id, kind: 'useful' } }));
    } else {
      const body = { body: `Changed ${n}.`, revision: 1 };
      doing.push(author.call('editPost', { params: { id: old.id }, body }));
    }
  }
  await Promise.all(doing);
}

/** What is stored, as a page shows it. */
async function shouldShow(id: number): Promise<Shown[]> {
  const posts = await stored(id);
  return posts.map(({ seq, body, reactions }) => ({ seq, text: body, useful: reactions.useful }));
}

describe('twenty writes a second for five seconds', () => {
  test('while the line is cut: all of it is there when the page says so', async () => {
    const away = await openOverLine(2);
    await offline(away);
    await happen(away.id, 5);
    const current = shownWhenCurrent(away);
    away.line.heal();
    const shown = await current;
    expect(shown.length).toBeGreaterThan(50);
    expect(shown).toEqual(await shouldShow(away.id));
    await away.line.close();
  });

  test('and the line comes and goes meanwhile: in the end it is all there', async () => {
    const away = await openOverLine(2);
    const happening = happen(away.id, 5);
    // The tenth is taken back soon after.
    await away.body(11).waitFor();
    await offline(away);
    const current = shownWhenCurrent(away);
    away.line.heal();
    await current;
    await happening;
    const should = await shouldShow(away.id);
    await expect.poll(() => shownNow(away), { timeout: 5_000 }).toEqual(should);
    await away.line.close();
  });
});

test('more than is told again was missed: all of it is loaded again', async () => {
  const away = await openOverLine(3);
  await offline(away);
  const items = await stored(away.id);
  for (let n = 0; n < 60; n += 1) await answer(writer, away.id, `Missed ${n}.`);
  const body = (revision: number) => ({ body: `Changed ${revision}.`, revision });
  const edits = items.map(async ({ id }) => {
    for (let revision = 1; revision <= 150; revision += 1)
      await writer.call('editPost', { params: { id }, body: body(revision) });
  });
  await Promise.all(edits);
  const current = shownWhenCurrent(away);
  away.line.heal();
  const shown = await current;
  expect(shown[0]?.text).toBe('Changed 150.');
  expect(shown).toEqual(await shouldShow(away.id));
  await away.line.close();
});

test('what was written without a line is sent once when it is back', async () => {
  const away = await openOverLine(2);
  await offline(away);
  await away.answer('From the tunnel.');
  await away.waiting.getByText('From the tunnel.').waitFor();
  away.line.heal();
  await away.body(4).getByText('From the tunnel.').waitFor();
  await expect.poll(() => away.waiting.count()).toBe(0);
  const texts = (await stored(away.id)).map(({ body }) => body);
  expect(texts.filter((body) => body === 'From the tunnel.')).toHaveLength(1);
  await expectTexts(away.page, texts);
  await away.line.close();
});
