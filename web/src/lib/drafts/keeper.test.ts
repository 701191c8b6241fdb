import { describe, expect, it } from 'vitest';
import { content, createServer, openPage } from './keeper.testing.ts';

describe('a draft', () => {
  it('is kept here at once, and on the server once after the last key', async () => {
    const { keeper, server, ...page } = openPage();
    const { pause } = page;
    keeper.change(content('a'));
    keeper.change(content('ab'));
    await pause();
    expect(server.log).toEqual(['keep ab']);
    expect(page.statuses).toEqual(['saving', 'saved']);
  });

  it('goes to the server one after the other, the latest last', async () => {
    const page = openPage();
    page.keeper.change(content('a'));
    void page.keeper.flush();
    page.keeper.change(content('b'));
    void page.keeper.flush();
    expect(page.here?.content?.body).toBe('b');
    await page.pause();
    expect(page.server.log).toEqual(['keep a', 'keep b']);
    expect(page.here).toBeNull();
  });

  it('stays on the device while the server cannot be reached, and is saved later', async () => {
    const page = openPage();
    page.server.isReachable = false;
    page.keeper.change(content('a'));
    await page.pause();
    expect([page.statuses.at(-1), page.here?.content?.body]).toEqual(['local', 'a']);
    page.server.isReachable = true;
    void page.keeper.flush();
    await page.pause();
    expect([page.server.log, page.here]).toEqual([['keep a'], null]);
  });

  it('is thrown away when nothing is left of it', async () => {
    const page = openPage();
    page.keeper.change(content('a'));
    await page.pause();
    page.keeper.change(null);
    await page.pause();
    expect(page.server.log).toEqual(['keep a', 'drop']);
    expect([page.statuses.at(-1), page.here]).toEqual(['none', null]);
  });

  it('is left on the device when the page closes in the middle, and goes on from there', async () => {
    const closed = openPage();
    closed.keeper.change(content('a'));
    void closed.keeper.flush();
    closed.keeper.change(content('ab'));
    const page = openPage(closed.server, closed.here ?? undefined);
    expect(page.keeper.content()?.body).toBe('ab');
    void page.keeper.flush();
    await page.pause();
    expect(page.server.stored?.content.body).toBe('ab');
    expect([page.clash, page.here]).toEqual([null, null]);
  });

  it('that the server has goes on where only a quotation was chosen before it came', async () => {
    const page = openPage(createServer(), undefined, false);
    const stored = page.server.put('a');
    page.keeper.change({ ...content(''), quotePostId: 5, quoteText: 'words' });
    await page.pause();
    expect(page.clash).toBeNull();
    const shown = page.keeper.found(stored);
    expect(shown).toEqual({ ...content('a'), quotePostId: 5, quoteText: 'words' });
    page.keeper.ready();
    await page.pause();
    expect([page.server.stored?.content.body, page.clash]).toEqual(['a', null]);
  });

  it('that the server has is shown where nothing has been typed yet', async () => {
    const page = openPage();
    const stored = page.server.put('a');
    expect(page.keeper.found(stored)).toEqual(content('a'));
    page.keeper.change(content('ab'));
    await page.pause();
    expect([page.server.stored?.content.body, page.clash]).toEqual(['ab', null]);
  });
});

describe('a draft of which another page has a newer text', () => {
  async function openBoth() {
    const server = createServer();
    const [mine, theirs] = [openPage(server), openPage(server)];
    theirs.keeper.change(content('a long text'));
    await theirs.pause();
    mine.keeper.change(content('x'));
    await mine.pause();
    return { server, mine, theirs };
  }

  it('is not written over it: both stay in reach, mine on the device', async () => {
    const { server, mine } = await openBoth();
    expect(server.stored?.content.body).toBe('a long text');
    expect(mine.clash?.stored?.content.body).toBe('a long text');
    mine.keeper.change(content('xy'));
    await mine.pause();
    expect([mine.here?.content?.body, server.stored?.content.body]).toEqual(['xy', 'a long text']);
    expect(mine.keeper.draft()).toBeUndefined();
  });

  it('replaces it when the writer says so, and then the other page is told', async () => {
    const { server, mine, theirs } = await openBoth();
    mine.keeper.keepMine();
    await mine.pause();
    expect([server.stored?.content.body, mine.clash, mine.here]).toEqual(['x', null, null]);
    theirs.keeper.change(content('a longer text'));
    await theirs.pause();
    expect(theirs.clash?.stored?.content.body).toBe('x');
    expect(theirs.here?.content?.body).toBe('a longer text');
  });

  it('gives way to it when the writer says so', async () => {
    const { server, mine } = await openBoth();
    expect(mine.keeper.takeOther()?.body).toBe('a long text');
    mine.keeper.change(content('a long text, and more'));
    await mine.pause();
    expect([server.stored?.content.body, mine.clash]).toEqual(['a long text, and more', null]);
  });

  it('does not throw it away when its own text is emptied', async () => {
    const server = createServer();
    const [mine, theirs] = [openPage(server), openPage(server)];
    const stored = server.put('a');
    for (const { keeper } of [mine, theirs]) keeper.found(stored);
    theirs.keeper.change(content('a and b'));
    await theirs.pause();
    mine.keeper.change(null);
    await mine.pause();
    expect(server.stored?.content.body).toBe('a and b');
    expect(mine.clash?.stored?.content.body).toBe('a and b');
  });

  it('finds it in its way when it was typed before the server had answered', async () => {
    const page = openPage();
    const stored = page.server.put('from the phone');
    page.keeper.change(content('x'));
    expect(page.keeper.found(stored)).toBeNull();
    await page.pause();
    expect(page.clash?.stored?.content.body).toBe('from the phone');
  });

  it('is told so before the next key, when something was sent from elsewhere', () => {
    const page = openPage();
    page.keeper.found(page.server.put('a'));
    page.keeper.look(page.server.stored);
    expect(page.clash).toBeNull();
    page.keeper.look(null);
    expect(page.clash).toEqual({ stored: null });
    page.keeper.letGo();
    expect([page.keeper.content(), page.here]).toEqual([null, null]);
  });
});

describe('a draft whose answer is lost', () => {
  it('is recognised as its own', async () => {
    const page = openPage();
    page.server.lost = 1;
    page.keeper.change(content('a'));
    await page.pause();
    page.keeper.change(content('ab'));
    await page.pause();
    expect([page.server.stored?.content.body, page.clash]).toEqual(['ab', null]);
  });

  it('is recognised also after a reload', async () => {
    const closed = openPage();
    closed.server.lost = 1;
    closed.keeper.change(content('a'));
    await closed.pause();
    const page = openPage(closed.server, closed.here ?? undefined);
    page.keeper.change(content('ab'));
    await page.pause();
    expect([page.server.stored?.content.body, page.clash]).toEqual(['ab', null]);
  });
});

describe('a draft that is sent', () => {
  async function give() {
    const page = openPage();
    page.keeper.change(content('sent'));
    await page.pause();
    page.keeper.give();
    page.keeper.given();
    return page;
  }

  it('stays on the server until the post is there, and is not saved again', async () => {
    const { server, keeper, pause } = await give();
    await pause();
    expect([server.stored?.content.body, keeper.content()]).toEqual(['sent', null]);
  });

  it('goes with the post; the next text is a new draft', async () => {
    const page = await give();
    page.server.stored = null;
    await page.keeper.stored();
    page.keeper.change(content('next'));
    await page.pause();
    expect([page.server.stored, page.clash]).toMatchObject([{ content: { body: 'next' } }, null]);
  });

  it('may go later, while the next text is typed', async () => {
    const page = await give();
    page.keeper.change(content('next'));
    page.server.stored = null;
    await page.pause();
    expect([page.server.stored, page.clash]).toMatchObject([{ content: { body: 'next' } }, null]);
  });

  it('is thrown away when it came to the server after the post', async () => {
    const page = openPage();
    page.keeper.change(content('sent'));
    void page.keeper.flush();
    page.keeper.give();
    page.keeper.given();
    expect(page.here).toBeNull();
    await page.pause();
    const stored = page.keeper.stored();
    await page.pause();
    await stored;
    expect([page.server.log, page.server.stored]).toEqual([['keep sent', 'drop'], null]);
  });

  it('is not thrown away by a page that finds it in the outbox', async () => {
    const page = openPage();
    page.keeper.foundGiven(page.server.put('sent'));
    await page.pause();
    expect([page.server.stored?.content.body, page.keeper.content()]).toEqual(['sent', null]);
    page.keeper.change(content('next'));
    await page.pause();
    expect([page.server.stored?.content.body, page.clash]).toEqual(['next', null]);
  });

  it('leaves a text alone that another page has kept there', async () => {
    const page = openPage();
    page.server.put('from the phone');
    page.keeper.change(content('sent'));
    await page.pause();
    page.keeper.give();
    page.keeper.given();
    const stored = page.keeper.stored();
    await page.pause();
    await stored;
    expect(page.server.stored?.content.body).toBe('from the phone');
    expect(page.clash?.stored?.content.body).toBe('from the phone');
  });
});
