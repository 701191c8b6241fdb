import type { House } from '../../../platform/house.ts';
import type { StoredPost } from '../../threads/index.ts';
import { mended } from '../bring-in/mended.ts';
import type { Line } from './form.ts';
import { type Entry, gapPost, isGap } from './gaps.ts';
import type { Work } from './work.ts';

type PostLine = Line<'posts.jsonl'>;

/** No time of an archive lies ahead. */
export function noLater(house: House, text: string): Date {
  return new Date(Math.min(Date.parse(text), house.db.clock.now().getTime()));
}

/** Of things that are called the same, the first. */
function onceBy<T>(all: readonly T[], name: (one: T) => number | string): T[] {
  return [...new Map(all.toReversed().map((one) => [name(one), one])).values()].toReversed();
}

function reactionsOf({ ids, report }: Work, { id, reactions }: PostLine) {
  for (const { person } of reactions) {
    if (ids.others.has(person)) report.leave('not-theirs', `reaction to post ${id}`);
  }
  const believed = reactions.filter(({ person }) => ids.people.has(person));
  return onceBy(believed, ({ person, kind }) => `${person} ${kind}`);
}

/** A line of an archive as a post that can be stored, its text rendered and cleaned again. */
export async function postFrom(work: Work, line: Entry): Promise<Omit<StoredPost, 'author'>> {
  const { house, ids, report } = work;
  if (isGap(line)) return gapPost(noLater(house, line.near.createdAt), line);
  const { id, language, quote, revision, body } = line;
  if (line.author !== null && ids.nameless.has(line.author.person)) {
    report.mend('no-author', `post ${id}`);
  }
  const text = mended(body ?? '');
  const before = onceBy(line.revisions, (old) => old.revision).map(async (old) => {
    const said = mended(old.body);
    const { html } = await house.text.render(said);
    return { revision: old.revision, body: said, html, writtenAt: noLater(house, old.writtenAt) };
  });
  const createdAt = noLater(house, line.createdAt);
  return {
    id,
    body: text,
    rendered: await house.text.render(text),
    language,
    quotePostId: quote?.post ?? null,
    quoteText: quote?.text === undefined || quote.text === null ? null : mended(quote.text),
    createdAt,
    editedAt: line.editedAt === null ? null : noLater(house, line.editedAt),
    deletedAt: body === null ? noLater(house, line.goneAt ?? line.createdAt) : null,
    revision,
    revisions: await Promise.all(before),
    reactions: reactionsOf(work, line).map(({ person, kind, at }) => ({
      memberId: person,
      kind,
      at: noLater(house, at),
    })),
  };
}
