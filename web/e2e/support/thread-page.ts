import type { Locale, ThreadKind } from '@counterpart/contract';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { wordsOf } from './words.ts';

type Words = Awaited<ReturnType<typeof wordsOf>>;

export interface ShownPost {
  seq: number;
  text: string;
}

/** What stands on the page, in the order in which it stands there. */
export async function shownPosts(page: Page): Promise<ShownPost[]> {
  return page.locator('article[data-seq]').evaluateAll((articles) =>
    articles.map((article) => ({
      seq: Number(article.getAttribute('data-seq')),
      text: article.querySelector('[data-body]')?.textContent?.trim() ?? '',
    })),
  );
}

/** Waits until the texts of the posts are these, in this order. */
export async function expectTexts(page: Page, texts: string[]): Promise<void> {
  await expect
    .poll(async () => (await shownPosts(page)).map(({ text }) => text), { timeout: 10_000 })
    .toEqual(texts);
}

function tools(page: Page, t: Words, kind: ThreadKind) {
  const composer = page.getByRole('textbox', { name: t('threads.composer.title', { kind }) });
  const form = page.locator('form').filter({ has: composer });
  return {
    composer,
    form,
    /** Writes and sends, as one does by pointer. */
    async answer(text: string): Promise<void> {
      await composer.fill(text);
      await form.getByRole('button', { name: t('threads.composer.send') }).click();
    },
  };
}

/** The page of a thread as somebody uses it who reads this language. */
export async function threadPage(page: Page, locale: Locale, kind: ThreadKind = 'question') {
  const t = await wordsOf(locale);
  const post = (seq: number): Locator => page.locator(`#post-${seq}`);

  async function choose(button: Locator, item: string): Promise<void> {
    await button.click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  return {
    t,
    page,
    post,
    body: (seq: number): Locator => post(seq).locator('[data-body]'),
    ...tools(page, t, kind),
    waiting: page.getByRole('list', { name: t('threads.waiting.label') }),
    status: page.getByRole('group', { name: t('app.status.label') }),
    synthesis: page.getByRole('region', { name: t('threads.summing.label') }),
    reaction: (seq: number, which: 'useful' | 'tried' | 'talk'): Locator =>
      post(seq).getByRole('button', { name: t(`threads.reaction.${which}`) }),
    /** Opens what else can be done with a post and chooses from it. */
    choosePost: (seq: number, item: string) =>
      choose(
        post(seq).getByRole('button', { name: t('threads.post.more', { seq: String(seq) }) }),
        item,
      ),
    /** Chooses from what can be done with the thread. */
    chooseThread: (item: string) =>
      choose(page.getByRole('button', { name: t('threads.manage.label') }), item),
  };
}

export type ThreadPage = Awaited<ReturnType<typeof threadPage>>;
