import { type DraftContent, type ProblemCode, routes } from '@counterpart/contract';
import type { TestMember, TestThread } from '@counterpart/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Client, readProblem } from '../../testing/client.ts';
import { emptyDraft } from '../../testing/draft.ts';

let t: TestApp;
let writer: TestMember;
let desk: Client;
let phone: Client;
let thread: TestThread;
let place: string;
/** It stands still: drafts that are kept at the same moment differ all the same. */
const now = new Date('2026-03-01T09:00:00.000Z');
beforeAll(async () => {
  t = await startTestApp({ clock: { now: () => now } });
});
afterAll(() => t.close());
beforeEach(async () => {
  writer = await t.make.aMember();
  [desk, phone] = await Promise.all([t.as(writer), t.as(writer)]);
  thread = await t.make.aThread();
  place = `thread-${thread.id}`;
});

async function keep(
  client: Client,
  body: string,
  seen: string | null,
  more: Partial<DraftContent> = {},
): Promise<string> {
  const input = { params: { place }, body: { ...emptyDraft, ...more, body, seen } };
  return (await client.call(routes.keepDraft, input)).updatedAt;
}

async function expectRefused(client: Client, body: string, seen: string | null, draft: unknown) {
  const input = { params: { place }, body: { ...emptyDraft, body, seen } };
  expect(await client.refused(routes.keepDraft, input)).toMatchObject({
    code: 'draft-changed' satisfies ProblemCode,
    draft,
  });
}

async function stored(): Promise<string[]> {
  const { items } = await desk.call(routes.listDrafts, {});
  return items.map(({ content }) => content.body);
}

describe('a draft', () => {
  it('goes on from what its writer has seen, each time under a new time', async () => {
    const first = await keep(desk, 'We', null);
    const second = await keep(phone, 'We did', first);
    const third = await keep(desk, 'We did it', second);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await stored()).toEqual(['We did it']);
  });

  it('that was begun elsewhere is not replaced unseen, and comes with the refusal', async () => {
    const updatedAt = await keep(desk, 'A long text', null);
    await expectRefused(phone, 'x', null, { content: { body: 'A long text' }, updatedAt });
    expect(await stored()).toEqual(['A long text']);
  });

  it('that was changed elsewhere is not replaced unseen', async () => {
    const first = await keep(desk, 'We', null);
    const updatedAt = await keep(phone, 'We did', first);
    await expectRefused(desk, 'We tried', first, { content: { body: 'We did' }, updatedAt });
  });

  it('that is gone does not come back unseen', async () => {
    const seen = await keep(desk, 'We', null);
    await phone.call(routes.dropDraft, { params: { place }, query: { seen } });
    await expectRefused(desk, 'We did', seen, null);
    expect(await stored()).toEqual([]);
  });

  it('kept twice, since the first answer was lost, is kept once', async () => {
    const first = await keep(desk, 'We', null);
    expect(await keep(desk, 'We', null)).toBe(first);
    const second = await keep(desk, 'We did', first);
    expect(await keep(desk, 'We did', first)).toBe(second);
  });

  it('that two begin at the same moment is the one of the first', async () => {
    const ask = (client: Client, body: string) =>
      client.ask(routes.keepDraft, {
        params: { place },
        body: { ...emptyDraft, body, seen: null },
      });
    const answers = await Promise.all([ask(desk, 'Mine'), ask(phone, 'Yours')]);
    const [lost, ...others] = answers.filter(({ status }) => status === 409);
    expect(others).toEqual([]);
    const [kept] = await stored();
    expect(lost && readProblem(lost).draft?.content.body).toBe(kept);
  });

  it('is thrown away by whoever has seen it, and by nobody else', async () => {
    const first = await keep(desk, 'We', null);
    const second = await keep(desk, 'We did', first);
    const drop = (seen: string) => ({ params: { place }, query: { seen } });
    expect(await phone.refused(routes.dropDraft, drop(first))).toMatchObject({
      code: 'draft-changed',
      draft: { content: { body: 'We did' }, updatedAt: second },
    });
    await phone.call(routes.dropDraft, drop(second));
    await phone.call(routes.dropDraft, drop(second));
    expect(await stored()).toEqual([]);
  });

  it('keeps the passage it quotes; one from before has none', async () => {
    const quote = { quotePostId: thread.posts[0]?.id ?? null, quoteText: 'the café' };
    await keep(desk, 'Whose?', null, quote);
    expect((await desk.call(routes.listDrafts, {})).items[0]?.content).toMatchObject(quote);
    await t.sql`update draft set content = content - 'quoteText' where member_id = ${writer.id}`;
    expect((await desk.call(routes.listDrafts, {})).items[0]?.content.quoteText).toBeNull();
  });
});

describe('what is sent', () => {
  const answer = (draft?: string) =>
    phone.call(routes.createPost, {
      params: { id: thread.id },
      body: { body: 'We did it.', clientKey: crypto.randomUUID(), ...(draft && { draft }) },
    });

  it('takes the draft with it that it was written as', async () => {
    await answer(await keep(phone, 'We did it', null));
    expect(await stored()).toEqual([]);
  });

  it('leaves a text that was begun since', async () => {
    const first = await keep(phone, 'We did it', null);
    await keep(phone, 'And another thing', first);
    await answer(first);
    expect(await stored()).toEqual(['And another thing']);
  });

  it('takes a draft with it that says the same, kept while it was sent', async () => {
    const first = await keep(phone, 'We did', null);
    await keep(phone, 'We did it.', first);
    await answer(first);
    expect(await stored()).toEqual([]);
  });

  it('leaves every draft when it was not written as one', async () => {
    await keep(desk, 'On my desk', null);
    await answer();
    expect(await stored()).toEqual(['On my desk']);
  });

  it('leaves its draft when it is refused', async () => {
    const draft = await keep(phone, 'We did it', null);
    await t.sql`update thread set locked = true where id = ${thread.id}`;
    const body = { body: 'We did it.', clientKey: crypto.randomUUID(), draft };
    const refused = await phone.refused(routes.createPost, { params: { id: thread.id }, body });
    expect(refused.code).toBe('thread-locked');
    expect(await stored()).toEqual(['We did it']);
  });

  it('is refused when its draft was sent from elsewhere, or is sent at the same moment', async () => {
    const draft = await keep(desk, 'We did it', null);
    const send = (client: Client) =>
      client.ask(routes.createPost, {
        params: { id: thread.id },
        body: { body: 'We did it.', clientKey: crypto.randomUUID(), draft },
      });
    const answers = await Promise.all([send(desk), send(phone)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(readProblem(await send(desk))).toMatchObject({ code: 'draft-changed', draft: null });
  });

  it('is answered as before when it comes once more', async () => {
    const draft = await keep(desk, 'We did it', null);
    const input = {
      params: { id: thread.id },
      body: { body: 'We did it.', clientKey: crypto.randomUUID(), draft },
    };
    const { post } = await desk.call(routes.createPost, input);
    expect((await desk.call(routes.createPost, input)).post.id).toBe(post.id);
  });

  it('as a new thread takes the draft of the new thread', async () => {
    place = 'new';
    const draft = await keep(desk, 'Who has lit a square?', null);
    const space = await t.make.aSpace({ members: [writer] });
    await desk.call(routes.createThread, {
      body: {
        spaceId: space.id,
        kind: 'question',
        title: 'Who has lit a square?',
        body: 'Ours is dark.',
        language: 'en',
        themes: [],
        sharing: 'network',
        draft,
        clientKey: crypto.randomUUID(),
      },
    });
    expect(await stored()).toEqual([]);
  });
});
