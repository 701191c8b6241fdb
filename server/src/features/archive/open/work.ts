import type { Tx } from '@counterpart/db';
import { archiveItem } from '@counterpart/db/schema';
import { eq } from 'drizzle-orm';
import type { House } from '../../../platform/house.ts';
import { addUnclaimed } from '../../accounts/index.ts';
import type { StoredAuthor } from '../../threads/index.ts';
import type { ReportBuilder } from '../report.ts';
import type { Line } from './form.ts';
import { note, noteKeys } from './notes.ts';

/** What the ids of an archive are called here. */
export interface Ids {
  institutions: Map<number, number>;
  spaces: Map<number, number>;
  /** Everybody whom the archive may speak for. */
  people: Set<number>;
  /** Those of them for whom only a place is kept here, since no archive has described them yet. */
  nameless: Set<number>;
  /** Who was here before and was not brought by an archive, or can sign in: nobody speaks for them. */
  others: Set<number>;
  /** Threads that were here before and that no archive has brought. */
  otherThreads: Set<number>;
}

/** Whether this network wrote an archive, so that its word is taken for what members here have said. */
const origins = ['own', 'foreign'] as const;
export type Origin = (typeof origins)[number];

export function isOrigin(text: string): text is Origin {
  return origins.some((one) => one === text);
}

/** One export on its way in. */
export interface Work {
  house: House;
  report: ReportBuilder;
  /** The name of the archive, for people. */
  name: string;
  origin: Origin | undefined;
  ids: Ids;
}

type Author = Line<'posts.jsonl'>['author'];

/** Whether somebody would be made to say what only an archive says of them. */
export function speaksForOthers({ ids }: Work, author: Author): boolean {
  return author !== null && ids.others.has(author.person);
}

/** One member without a name, for whoever an archive does not tell. */
async function nobody(tx: Tx, { name }: Work): Promise<number> {
  const key = noteKeys.nobody;
  const [known] = await tx.orm.select().from(archiveItem).where(eq(archiveItem.key, key));
  if (known !== undefined) return known.subjectId;
  const [subjectId = 0] = await addUnclaimed(tx, [{ name: null, locale: 'en' }]);
  await note(tx, name, 'member', [{ key, subjectId }]);
  return subjectId;
}

/** The institution here for which somebody wrote. */
export function institutionFor({ ids }: Work, author: Author): number | null {
  const institution = author?.institution ?? null;
  return institution === null ? null : (ids.institutions.get(institution) ?? null);
}

/** Who wrote a line of an archive, as they are called here. */
export async function authorFor(tx: Tx, work: Work, author: Author): Promise<StoredAuthor> {
  if (author === null || !work.ids.people.has(author.person)) {
    return { memberId: await nobody(tx, work), institutionId: null, seat: null };
  }
  const { person, seat } = author;
  return { memberId: person, institutionId: institutionFor(work, author), seat };
}
