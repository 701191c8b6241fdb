import { routes } from '@counterpart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

describe('a quoted passage', () => {
  async function quoted(body: string, text?: string) {
    const author = await t.make.aMember();
    const thread = await t.make.aThread({ author });
    const writer = await t.as(author);
    const params = { id: thread.id };
    const write = (what: string, quote?: { postId: number; text?: string }) => ({
      params,
      body: { body: what, clientKey: crypto.randomUUID(), ...(quote && { quote }) },
    });
    const { post: source } = await writer.call(routes.createPost, write(body));
    const quote = { postId: source.id, ...(text !== undefined && { text }) };
    return { thread, source, writer, quoting: write('You say', quote) };
  }

  it.each(['…', '!!!', 'chairs and no café', '# 5'])(
    'that was not said is refused: %s',
    async (text) => {
      const { writer, quoting } = await quoted('We began with **chairs** and a café.', text);
      expect(await writer.refused(routes.createPost, quoting)).toMatchObject({
        code: 'quote-not-possible',
        fields: [{ path: 'quote.text', reason: 'not-possible' }],
      });
    },
  );

  it('is what readers see of a post, without its signs', async () => {
    const said = 'We began with **chairs** and a café.';
    const { writer, quoting } = await quoted(said, 'with chairs and');
    const { post } = await writer.call(routes.createPost, quoting);
    expect(post.quote?.excerpt).toBe('with chairs and');
  });

  it('that its author has taken out of the post is not shown any more', async () => {
    const { thread, source, writer, quoting } = await quoted('We paid 40,000 for it.', '40,000');
    const { post } = await writer.call(routes.createPost, quoting);
    const body = { body: 'We paid for it.', revision: 1 };
    await writer.call(routes.editPost, { params: { id: source.id }, body });
    await t.settle();
    const { posts } = await writer.call(routes.getThread, { params: { id: thread.id } });
    const shown = posts.find(({ id }) => id === post.id);
    expect(shown?.quote?.excerpt).toBe('We paid for it.');
    expect(JSON.stringify(shown)).not.toContain('40,000');
  });
});

it('what a post said before names those whom it mentioned', async () => {
  const author = await t.make.aMember();
  const named = await t.make.aMember({ name: 'Soledad Ibarra' });
  const thread = await t.make.aThread({ author });
  const writer = await t.as(author);
  const mention = `Ask @member:${named.id}.`;
  const { post } = await writer.call(routes.createPost, {
    params: { id: thread.id },
    body: { body: mention, clientKey: crypto.randomUUID() },
  });
  const params = { id: post.id };
  await writer.call(routes.editPost, { params, body: { body: 'Ask around.', revision: 1 } });
  const { items } = await writer.call(routes.listRevisions, { params });
  expect(items.map(({ body }) => body)).toEqual([mention]);
  expect(items[0]?.html).toContain('Soledad Ibarra');
});

it('names are offered of those who would read the thread, by its label', async () => {
  const [inside, outside] = [
    await t.make.aMember({ name: 'Quirina Inside' }),
    await t.make.aMember({ name: 'Quirina Outside' }),
  ];
  const asking = await t.make.aMember();
  const space = await t.make.aSpace({ members: [inside, asking] });
  const client = await t.as(asking);
  const offered = async (sharing: 'network' | 'space') => {
    const query = { q: 'Quirina', sharing };
    const input = { params: { id: space.id }, query };
    const { items } = await client.call(routes.listMentionableInSpace, input);
    return items.map(({ id }) => id).toSorted((a, b) => a - b);
  };
  expect(await offered('network')).toEqual([inside.id, outside.id].toSorted((a, b) => a - b));
  expect(await offered('space')).toEqual([inside.id]);
});

it('answering in a thread that has just been moved to another space finds it there', async () => {
  const facilitator = await t.make.aMember();
  const [from, to] = [
    await t.make.aSpace({ facilitators: [facilitator] }),
    await t.make.aSpace({ facilitators: [facilitator] }),
  ];
  const thread = await t.make.aThread({ space: from });
  const [mover, writer] = [await t.as(facilitator), await t.as(await t.make.aMember())];
  const answers = Array.from({ length: 20 }, (_, n) =>
    writer.ask(routes.createPost, {
      params: { id: thread.id },
      body: { body: `Said ${n}`, clientKey: crypto.randomUUID() },
    }),
  );
  const body = { spaceId: to.id };
  const moved = mover.ask(routes.moveThread, { params: { id: thread.id }, body });
  const statuses = (await Promise.all([...answers, moved])).map(({ status }) => status);
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([201]));
});
