import type { StoredPost } from '../../threads/index.ts';
import { mended } from '../bring-in/mended.ts';
import { mendsOf, type Note } from '../report.ts';
import { noLater, noteAhead } from './dates.ts';
import type { Line } from './form.ts';
import { type Entry, gapPost, isGap } from './gaps.ts';
import type { Work } from './work.ts';

type PostLine = Line<'posts.jsonl'>;

/** Of things that are called the same, the first. */
function onceBy<T>(all: readonly T[], name: (one: T) => number | string): T[] {
  return [...new Map(all.toReversed().map((one) => [name(one), one])).values()].toReversed();
}

/** What the report says of a post and its reactions, once they are stored. */
function notesOf({ house, ids }: Work, line: PostLine): Note[] {
  const { id, author, createdAt, editedAt, revisions, reactions } = line;
  const what = `post ${id}`;
  const goneAt = line.body === null ? line.goneAt : null;
  const times = [createdAt, editedAt, goneAt, ...revisions.map(({ writtenAt }) => writtenAt)];
  const believed = reactions.filter(({ person }) => ids.people.has(person));
  return [
    ...mendsOf(what, { 'unknown-author': author !== null && ids.nameless.has(author.person) }),
    ...noteAhead(house, what, times),
    ...believed.flatMap(({ at }) => noteAhead(house, `reaction to ${what}`, [at])).slice(0, 1),
    ...reactions
      .filter(({ person }) => ids.others.has(person))
      .map(() => ({ reason: 'not-theirs', what: `reaction to ${what}`, left: true }) as const),
  ];
}

interface Made {
  post: Omit<StoredPost, 'author'>;
  notes: Note[];
}

/** A line of an archive as a post that can be stored, its text rendered and cleaned again. */
export async function postFrom(work: Work, line: Entry): Promise<Made> {
  const { house, ids } = work;
  if (isGap(line)) {
    return { post: gapPost(noLater(house, line.near.createdAt), line), notes: [] };
  }
  const { id, language, quote, revision, body, goneAt } = line;
  const text = mended(body ?? '');
  const before = onceBy(line.revisions, (old) => old.revision).map(async (old) => {
    const said = mended(old.body);
    const { html } = await house.text.render(said);
    return { revision: old.revision, body: said, html, writtenAt: noLater(house, old.writtenAt) };
  });
  const reactions = line.reactions.filter(({ person }) => ids.people.has(person));
  const post = {
    id,
    body: text,
    rendered: await house.text.render(text),
    language,
    quotePostId: quote?.post ?? null,
    quoteText: quote?.text === undefined || quote.text === null ? null : mended(quote.text),
    createdAt: noLater(house, line.createdAt),
    editedAt: line.editedAt === null ? null : noLater(house, line.editedAt),
    isHidden: body === null && goneAt === null,
    deletedAt: body === null && goneAt !== null ? noLater(house, goneAt) : null,
    revision,
    revisions: await Promise.all(before),
    reactions: onceBy(reactions, ({ person, kind }) => `${person} ${kind}`).map(
      ({ person, kind, at }) => ({ memberId: person, kind, at: noLater(house, at) }),
    ),
  };
  return { post, notes: notesOf(work, line) };
}
