// Two people side by side in one thread: what one does, the other sees without loading the page again.
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, ask, type Person, person } from './support/people.ts';
import { useStage } from './support/stage.ts';
import { expectTexts, type ThreadPage, threadPage } from './support/thread-page.ts';

const stage = useStage();
const mayor = 'Nomvula Mahlasela';
const practitioner = 'Marta Lindqvist';
const facilitator = 'Amina Dahir';
const admin = 'Ingrid Saavedra';
const stranger = 'Hinemoa Tuhiwai';

const question = 'Ours is dark after nine, and people walk around it.';
const first = 'We began with chairs and a café that may open until ten.';

let asker: Person;
let peer: Person;

beforeAll(async () => {
  [asker, peer] = await Promise.all([person(mayor), person(practitioner)]);
});

interface Open {
  id: number;
  mine: ThreadPage;
  theirs: ThreadPage;
}

/** The mayor's question with one answer, open in two windows. */
async function openBoth(other: string = practitioner): Promise<Open> {
  const { thread } = await ask(asker, { space: 'youth', body: question });
  await answer(peer, thread.id, first);
  const open = async (as: string) => {
    const page = await stage.visit(`/threads/${thread.id}`, { as });
    const shown = await threadPage(page, 'en');
    await shown.post(2).waitFor();
    return shown;
  };
  const [mine, theirs] = await Promise.all([open(mayor), open(other)]);
  return { id: thread.id, mine, theirs };
}

describe('posts', () => {
  test('from many hands at once stand in the same order in both windows, each once', async () => {
    const { id, mine, theirs } = await openBoth();
    const texts = Array.from({ length: 6 }, (_, index) => `Said at the same moment, ${index}.`);
    await Promise.all(texts.map((text, at) => answer(at % 2 ? asker : peer, id, text)));
    const { items } = await asker.call('listPosts', { params: { id }, query: {} });
    const order = items.map(({ body }) => body);
    expect(order.toSorted()).toEqual([question, first, ...texts].toSorted());
    await expectTexts(mine.page, order);
    await expectTexts(theirs.page, order);
  });

  test('that are edited change in both, and what they said before can be read', async () => {
    const { mine, theirs } = await openBoth();
    const { t } = mine;
    await theirs.choosePost(2, t('threads.post.edit'));
    const editor = theirs.post(2).getByRole('textbox', { name: t('threads.edit.label') });
    await editor.fill('We began with chairs. The café came later.');
    await theirs
      .post(2)
      .getByRole('button', { name: t('ui.save') })
      .click();
    await expectTexts(theirs.page, [question, 'We began with chairs. The café came later.']);
    await expectTexts(mine.page, [question, 'We began with chairs. The café came later.']);

    await mine
      .post(2)
      .getByRole('button', { name: t('threads.post.history') })
      .click();
    const history = mine.page.getByRole('dialog', { name: t('threads.history.title') });
    await history.getByText(first).waitFor();
    await history.getByText('The café came later.').waitFor();
  });

  test('that are taken back leave their number, and nothing of their text, in both', async () => {
    const { mine, theirs } = await openBoth();
    const { t } = mine;
    await theirs.choosePost(2, t('threads.post.takeBack'));
    const dialog = theirs.page.getByRole('dialog', { name: t('threads.takeBack.title') });
    await dialog.getByRole('button', { name: t('threads.takeBack.confirm') }).click();
    for (const { page, post } of [theirs, mine]) {
      await post(2).getByText(t('threads.gone.deleted')).waitFor();
      expect(await page.getByText(first).count()).toBe(0);
    }
    await mine.answer('A pity. I wanted to ask about the chairs.');
    await theirs.body(3).getByText('A pity.').waitFor();
  });

  test('that are useful are called so in both, and no longer when it is taken back', async () => {
    const { mine, theirs } = await openBoth();
    await mine.reaction(2, 'useful').click();
    await expect.poll(() => mine.reaction(2, 'useful').getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => theirs.reaction(2, 'useful').textContent()).toMatch(/1$/);
    await mine.reaction(2, 'useful').click();
    await expect.poll(() => theirs.reaction(2, 'useful').count()).toBe(0);
  });
});

describe('answering', () => {
  test('with a whole post quoted leads back to it', async () => {
    const { mine, theirs } = await openBoth();
    const { t } = mine;
    await mine.choosePost(2, t('threads.post.quote'));
    await mine.answer('How many chairs?');
    for (const { post } of [mine, theirs]) {
      const quoted = post(3).locator('blockquote').first();
      await quoted.getByText(first).waitFor();
      await quoted.getByRole('link', { name: t('threads.post.goToQuoted', { seq: '2' }) }).click();
      await expect.poll(() => post(2).evaluate((it) => it === document.activeElement)).toBe(true);
    }
  });

  test('with a passage quoted shows that passage only', async () => {
    const { mine, theirs } = await openBoth();
    const { t } = mine;
    await mine.body(2).evaluate((body) => {
      const text = body.querySelector('p')?.firstChild;
      if (!text) throw new Error('There is no text to select.');
      const range = document.createRange();
      range.setStart(text, 'We began with '.length);
      range.setEnd(text, 'We began with chairs and a café'.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await mine.page.getByRole('button', { name: t('threads.post.quotePassage') }).click();
    await mine.answer('Whose café?');
    for (const { post } of [mine, theirs]) {
      await post(3).locator('blockquote').first().waitFor();
      expect(await post(3).locator('blockquote p').first().textContent()).toBe('chairs and a café');
    }
  });

  test('with a member named in Arabic letters links to that member', async () => {
    const { mine, theirs } = await openBoth();
    const { t } = mine;
    await mine.composer.click();
    await mine.page.keyboard.type('Perhaps @سلو');
    const names = mine.page.getByRole('listbox', { name: t('threads.editor.mention') });
    await names.getByRole('option', { name: 'سلوى الجربوعي' }).waitFor();
    await mine.page.keyboard.press('Enter');
    expect(await mine.composer.inputValue()).toContain('@سلوى الجربوعي');
    await mine.page.keyboard.type('knows, from Tunis.');
    await mine.page.keyboard.press('Control+Enter');
    for (const { body } of [mine, theirs]) {
      const link = body(3).getByRole('link', { name: 'سلوى الجربوعي' });
      await link.waitFor();
      expect(await link.getAttribute('href')).toMatch(/^\/members\/\d+$/);
    }
  });
});

describe('for oneself', () => {
  test('a post is saved with a note that nobody else sees, and found again', async () => {
    const { mine, theirs } = await openBoth();
    const { t } = mine;
    await mine.choosePost(2, t('threads.post.keep'));
    const dialog = mine.page.getByRole('dialog', { name: t('threads.keep.title') });
    await dialog.getByLabel(t('threads.keep.note')).fill('Chairs first, for the budget.');
    await dialog.getByRole('button', { name: t('threads.post.keep') }).click();
    await mine.post(2).getByText(t('threads.post.kept'), { exact: true }).waitFor();
    await mine.page.goto('/saved');
    await mine.page.getByText('Chairs first, for the budget.').waitFor();
    await theirs.page.reload();
    await theirs.post(2).waitFor();
    expect(await theirs.page.getByText('Chairs first').count()).toBe(0);
    expect(await theirs.post(2).getByText(t('threads.post.kept'), { exact: true }).count()).toBe(0);
  });

  test('following is chosen once and holds', async () => {
    const { mine } = await openBoth();
    const { t, page } = mine;
    const button = (level: string) =>
      page.getByRole('button', { name: t('threads.followChoose.now', { level }) });
    await button(t('threads.follow.all')).click();
    await page.getByRole('menuitemradio', { name: t('threads.followChoose.muted') }).click();
    await button(t('threads.follow.muted')).waitFor();
    await page.reload();
    await button(t('threads.follow.muted')).waitFor();
  });
});

describe('looking after a thread', () => {
  test('a synthesis stands on top in both and leads to the posts it rests on', async () => {
    const { mine, theirs } = await openBoth(facilitator);
    const { t } = mine;
    await theirs.chooseThread(t('threads.summing.write'));
    await theirs.synthesis
      .getByRole('textbox', { name: t('threads.summing.label') })
      .fill('Chairs and a café brought people back (#2). **Open:** the winter.');
    await theirs.synthesis.getByRole('button', { name: t('ui.save') }).click();
    for (const { synthesis, post } of [theirs, mine]) {
      await synthesis.getByText('brought people back').waitFor();
      await synthesis.getByRole('link', { name: t('threads.summing.goTo', { seq: '2' }) }).click();
      await expect.poll(() => post(2).evaluate((it) => it === document.activeElement)).toBe(true);
    }
  });

  test('a lock ends writing in both, and a text that is being written stays', async () => {
    const { mine, theirs } = await openBoth(facilitator);
    const { t } = mine;
    await mine.composer.fill('I was about to ask');
    await theirs.chooseThread(t('threads.manage.lock'));
    await theirs.page.getByText(t('threads.lockedNote')).waitFor();
    await mine.page.getByText(t('threads.composer.lockedMeanwhile')).waitFor();
    expect(await mine.composer.inputValue()).toBe('I was about to ask');
    expect(await mine.form.getByRole('button', { name: t('threads.composer.send') }).count()).toBe(
      0,
    );
    await theirs.chooseThread(t('threads.manage.unlock'));
    await mine.form.getByRole('button', { name: t('threads.composer.send') }).click();
    await theirs.body(3).getByText('I was about to ask').waitFor();
  });

  test('a pin puts it on top of its space, for both', async () => {
    const { id, mine, theirs } = await openBoth(facilitator);
    const { t } = mine;
    await theirs.chooseThread(t('threads.manage.pin'));
    await mine.page.getByText(t('threads.pinnedNote')).waitFor();
    await mine.page.goto('/spaces/youth');
    const links = mine.page.getByRole('main').locator('a[href^="/threads/"]');
    await expect.poll(() => links.first().getAttribute('href')).toBe(`/threads/${id}`);
    await theirs.chooseThread(t('threads.manage.unpin'));
    await mine.page.getByRole('main').getByText(t('threads.pinned')).waitFor({ state: 'detached' });
  });

  test('a stricter label takes the page from those outside within a second', async () => {
    const { thread } = await ask(asker, { space: 'youth', body: question });
    const outside = await person(stranger);
    const { items } = await outside.call('listSpaces');
    expect(items.find(({ slug }) => slug === 'youth')?.joined).toBe(false);
    const page = await stage.visit(`/threads/${thread.id}`, { as: stranger });
    const { t, body } = await threadPage(page, 'en');
    await body(1).getByText(question).waitFor();
    await answer(asker, thread.id, first);
    await body(2).getByText(first).waitFor();

    const { id, revision } = (
      await asker.call('getThread', { params: { id: thread.id }, query: {} })
    ).thread;
    await asker.call('editThread', { params: { id }, body: { sharing: 'space', revision } });
    await page.getByRole('heading', { name: t('app.notFound.title') }).waitFor({ timeout: 1_000 });
    expect(await page.locator('article').count()).toBe(0);
    expect(await page.content()).not.toContain(question);
  });

  test('a move shows its new space in both', async () => {
    const { mine, theirs } = await openBoth(admin);
    const { t } = mine;
    await theirs.chooseThread(t('threads.manage.move'));
    const dialog = theirs.page.getByRole('dialog', { name: t('threads.manage.moveTitle') });
    await dialog.getByRole('radio', { name: /^Online harms/ }).check();
    await dialog.getByRole('button', { name: t('threads.manage.moveConfirm') }).click();
    for (const { page } of [theirs, mine])
      await page.getByRole('main').getByRole('link', { name: 'Online harms' }).waitFor();
  });
});
