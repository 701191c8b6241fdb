import { memberHeader, routes } from '@counterpart/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { type Client, readProblem, readReply } from '../testing/client.ts';

let t: TestApp;
let client: Client;
let own: number;
let threadId: number;
beforeAll(async () => {
  t = await startTestApp();
  const member = await t.make.aMember();
  own = member.id;
  client = await t.as(member);
  threadId = (await t.make.aThread()).id;
});
afterAll(() => t.close());

function answerFor(named: string) {
  const body = { body: 'We did.', clientKey: crypto.randomUUID() };
  const input = { params: { id: threadId }, body };
  return client.ask(routes.createPost, input, { [memberHeader]: named });
}

async function postsBy(memberId: number): Promise<number> {
  const [row] = await t.sql<{ posts: number }[]>`
    select count(*)::int as posts from post where author_id = ${memberId}`;
  return row?.posts ?? 0;
}

describe('a request that names for whom it is', () => {
  it('is done when that member is signed in', async () => {
    const before = await postsBy(own);
    readReply(routes.createPost, await answerFor(String(own)));
    expect(await postsBy(own)).toBe(before + 1);
  });

  it.each([
    ['somebody else', () => String(own - 1)],
    ['nobody', () => ''],
    ['two at once', () => `${own}, ${own - 1}`],
  ])('is refused when it names %s, and nothing is stored', async (_whom, named) => {
    const before = await postsBy(own);
    expect(readProblem(await answerFor(named())).code).toBe('another-member');
    expect(await postsBy(own)).toBe(before);
  });

  it('reads nothing as somebody else either', async () => {
    const answer = await client.ask(routes.getSession, {}, { [memberHeader]: String(own - 1) });
    expect(readProblem(answer).code).toBe('another-member');
  });

  it('does not end the sign-in of somebody else', async () => {
    const answer = await client.ask(routes.signOut, {}, { [memberHeader]: String(own - 1) });
    expect(readProblem(answer).code).toBe('another-member');
    await client.call(routes.getSession, {});
  });

  it('is told that nobody is signed in, when that is so', async () => {
    const answer = await t.anyone.ask(routes.getSession, {}, { [memberHeader]: String(own) });
    expect(readProblem(answer).code).toBe('signed-out');
  });
});

it('the page of the API tells of the header', () => {
  const { paths } = t.app.http.swagger();
  expect(paths?.['/api/threads/{id}/posts']?.post?.parameters).toContainEqual(
    expect.objectContaining({ in: 'header', name: memberHeader, required: false }),
  );
});
