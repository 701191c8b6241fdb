// What people write stays text wherever it is shown, with the content security policy and without it.
import { randomUUID } from 'node:crypto';
import { limits } from '@counterpart/contract';
import { hostileHtml, hostileMarkdown } from '@counterpart/text/hostile-texts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Admin, type LiveNetwork, openLiveNetwork } from './support/live-network.ts';
import { answer } from './support/people.ts';
import { useStage } from './support/stage.ts';
import { threadPage } from './support/thread-page.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
const everything = [...hostileHtml, ...hostileMarkdown].filter((text) => !text.includes('\0'));
const lines = everything.filter((text) => !text.includes('\n'));

/** As many texts as fit, one after the other. */
function packed(texts: string[], most: number, between = ' '): string[] {
  const packs: string[] = [];
  for (const text of texts) {
    const longer = [packs.at(-1), text].filter(Boolean).join(between);
    if (packs.length > 0 && longer.length <= most) packs[packs.length - 1] = longer;
    else packs.push(text);
  }
  return packs;
}

const names = packed(lines, limits.name).slice(0, 4);
const titles = packed(lines, limits.title);
const bodies = packed(everything, 600, '\n\n');

let network: LiveNetwork;
let admins: Admin[];
/** Addresses of pages that show what was written. */
const pages: string[] = [];
let thread = 0;

beforeAll(async () => {
  network = await openLiveNetwork();
  admins = [];
  for (const name of names) admins.push(await network.admit(name));
  await writeEverything();
});
afterAll(() => network.stop());

const by = (turn: number): Admin => {
  const admin = admins[turn % admins.length];
  if (admin === undefined) throw new Error('Nobody was admitted.');
  return admin;
};

async function start(turn: number, title: string, body: string) {
  const [space] = (await by(turn).call('listSpaces')).items;
  const made = await by(turn).call('createThread', {
    body: {
      spaceId: space?.id ?? 0,
      kind: 'discussion',
      title,
      body,
      language: 'en',
      themes: [],
      sharing: 'network',
      clientKey: randomUUID(),
    },
  });
  pages.push(`/threads/${made.thread.id}`);
  return made;
}

/** A passage of a post as it is shown; what is written as html is shown as it is written. */
const passage = (body: string) =>
  hostileHtml.find((text) => body.includes(text) && !/\s/.test(text));

/** In each place where a member can write: title, body, mention, quote, synthesis, note, draft, edit. */
async function writeEverything(): Promise<void> {
  for (const [turn, title] of titles.entries()) {
    const first = await start(turn, title, `${title}\n\n@member:${by(turn + 1).id}`);
    thread = first.thread.id;
  }
  for (const [turn, body] of bodies.entries()) {
    const post = await answer(by(turn), thread, body);
    const text = passage(body);
    await answer(by(turn + 1), thread, `So.`, { postId: post.id, ...(text && { text }) });
    await by(0).call('keepBookmark', { params: { id: post.id }, body: { note: body } });
    await by(turn).call('editPost', {
      params: { id: post.id },
      body: { body: `${body}\n\nagain`, revision: post.revision },
    });
  }
  for (const [turn, body] of packed(everything, limits.synthesisBody, '\n\n').entries()) {
    const [path] = pages.slice(turn);
    const params = { id: Number(path?.split('/').at(-1)) };
    await by(0).call('writeSynthesis', { params, body: { body, language: 'en', revision: 0 } });
  }
  pages.push('/', '/threads', '/saved', '/spaces/network', `/members/${by(0).id}`);
}

/** Looks at a page from outside: what it runs, asks for and leads to. */
function guard(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`${page.url()} ran ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== 'localhost' && protocol !== 'data:') seen.push(`asked ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) seen.push(`${page.url()} has a frame`);
  });
  return seen;
}

/** Everything in the document that could run script or lead where no link may. */
async function dangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const unsafe = /^\s*(?!https?:|mailto:|\/(?!\/)|#|\?|$)/i;
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const tag = element.outerHTML.slice(0, 120);
      const isForeign = /^(IFRAME|OBJECT|EMBED|BASE|APPLET|MARQUEE|MATH)$/i.test(element.tagName);
      const src = element.getAttribute('src') ?? '';
      const isScript = element.tagName === 'SCRIPT' && !src.startsWith('/assets/');
      const isData = element.getAttribute('type') === 'application/json';
      const attributes = [...element.attributes].filter(
        ({ name, value }) =>
          name.startsWith('on') ||
          name === 'srcdoc' ||
          (/^(href|src|action|formaction|xlink:href)$/.test(name) && unsafe.test(value)),
      );
      return isForeign || (isScript && !isData) || attributes.length > 0 ? [tag] : [];
    });
  });
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // Each of them shows some of it, as text.
  await page.getByRole('main').getByText('alert(1)').first().waitFor();
  expect(await dangers(page), path).toEqual([]);
}

test.each([
  ['with the content security policy', false],
  ['without it', true],
])('nothing of it runs, is asked for or leads away, %s', async (_, bypassCSP) => {
  let seen: string[] = [];
  const page = await stage.visit('/', {
    port: network.port,
    bypassCSP,
    before: async (fresh) => {
      seen = guard(fresh);
      await by(0).enter(fresh);
    },
  });
  for (const path of pages) await look(page, path);

  // What is written now is shown while it is written, and what it was before when that is asked for.
  await look(page, `/threads/${thread}`);
  const t = await wordsOf('en');
  const { composer, form, post } = await threadPage(page, 'en', 'discussion');
  await form.getByRole('button', { name: t('threads.editor.preview') }).click();
  for (const body of packed(everything, 4_000, '\n\n')) {
    await composer.fill(body);
    await form.getByText('alert(1)').last().waitFor();
    expect(await dangers(page)).toEqual([]);
  }
  await composer.fill('');
  await post(2)
    .getByRole('button', { name: t('threads.post.history') })
    .click();
  await page.getByRole('dialog').getByText('again').waitFor();
  expect(await dangers(page)).toEqual([]);
  expect(seen).toEqual([]);
});
