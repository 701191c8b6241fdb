import { mended } from './bring-in/mended.ts';

/** Why something of an archive was left out, or is not quite as it was: the sentence of the report. */
export const reasons = {
  unreadable: 'could not be read: damaged or cut off',
  'row-too-large': 'is a row larger than 4 MB, as no archive has them; nothing of it was taken',
  'other-file': 'is a file of which nothing is brought in',
  'no-id': 'has no number to know it by',
  'no-date': 'has no date that can be read; the date beside it was taken',
  'no-edit-date': 'was changed at a time that cannot be read; it stands without one',
  'future-date': 'is dated in the future; the time of the import was taken',
  'other-kind':
    'is neither a question nor an answer (a description of a tag, a notice of the site)',
  'no-question': 'answers a question that is not in the archive',
  'no-post': 'is a comment on something that is not in the archive',
  failed: 'could not be stored; the next run tries it again',
  empty: 'has no words',
  'broken-characters': 'has characters that could not be read; they show as \uFFFD',
  nul: 'has signs in it that no text holds (NUL); they were taken out',
  'too-long': 'is longer than a post may be; it became several posts',
  cut: 'is longer than twenty posts; the rest was left out',
  'title-cut': 'has a title longer than a title may be; it was cut',
  'no-title': 'has no title; its first words were taken',
  'no-author': 'does not say who wrote it; it stands as by a former member',
  'unknown-author':
    'is by somebody whose line is missing or damaged; they have no name until a run can read it',
  attachment: 'is a file beside a message',
  loose: 'stands before the first message and belongs to none',
  automatic: 'was sent by a machine, such as a notice of absence',
  'cut-off': 'ends in the middle; what is there was taken',
  'message-cut': 'is a message larger than 32 MB; the rest was left out',
  elsewhere: 'belongs to a thread that stands in another space, or is shared with more people',
  'changed-since': 'is a file that is not as it was written; what can be read of it was taken',
  'no-description':
    'is missing or damaged, so nothing says whether the files are as they were written; what can be read of them was taken',
  'not-theirs': 'is by a member here, or in a thread here, for which the archive may not speak',
  'kept-number': 'is missing or damaged; an empty post keeps its number until a run can read it',
  renumbered: 'stands under another number: its own is taken, or too many before it are missing',
  'no-synthesis': 'has a synthesis that could not be stored',
  'no-space': 'belongs to a space whose line is missing or damaged',
  'no-thread': 'belongs to a thread whose line is missing or damaged',
  'address-taken': 'has an address that somebody else has here; it was left out',
  twice: 'stands in the archive twice; the first was taken',
} as const;
export type Reason = keyof typeof reasons;

const examplesShown = 5;

/** What was read, what became of it, and what was left out and why. */
export interface Report {
  read: Record<string, number>;
  stored: { threads: number; posts: number; authors: number };
  /** Posts that an earlier run had stored. */
  already: number;
  /** How many of those stand in other spaces, by the names of these. */
  elsewhere: Record<string, number>;
  notes: { reason: Reason; left: boolean; count: number; examples: string[] }[];
}

/** That one thing of an archive was left out, or was taken and is not quite as it was. */
export interface Note {
  reason: Reason;
  /** What it is called in the report. */
  what: string;
  left: boolean;
}

/** What the report will say of something that is taken, by what is true of it. */
export function mendsOf(what: string, mends: Partial<Record<Reason, boolean>>): Note[] {
  const names = Object.keys(mends) as Reason[];
  return names.flatMap((reason) => (mends[reason] ? [{ reason, what, left: false }] : []));
}

/** Gathers the report of one run. */
export function createReport() {
  const read = new Map<string, number>();
  const notes = new Map<Reason, Report['notes'][number]>();
  const stored = { threads: 0, posts: 0, authors: 0 };
  let already = 0;
  let elsewhere: Report['elsewhere'] = {};

  function note({ reason, what: said, left }: Note): void {
    // What a file is called outside may hold anything; a report can be stored.
    const what = mended(said);
    const found = notes.get(reason) ?? { reason, left, count: 0, examples: [] };
    found.count += 1;
    if (found.examples.length < examplesShown) found.examples.push(what);
    notes.set(reason, found);
  }

  return {
    /** One more of this kind was found in the archive; gives which one it is. */
    read(kind: string): number {
      const count = (read.get(kind) ?? 0) + 1;
      read.set(kind, count);
      return count;
    },
    note,
    /** It was left out. */
    leave: (reason: Reason, what: string) => note({ reason, what, left: true }),
    /** It was taken, and is not quite as it was. */
    mend: (reason: Reason, what: string) => note({ reason, what, left: false }),
    stored(what: keyof typeof stored, count: number): void {
      stored[what] += count;
    },
    already(count: number): void {
      already += count;
    },
    /** Where else stands what is here already. */
    standing(spaces: ReadonlyMap<string, number>): void {
      elsewhere = Object.fromEntries(spaces);
    },
    result: (): Report => ({
      read: Object.fromEntries(read),
      stored: { ...stored },
      already,
      elsewhere: { ...elsewhere },
      notes: [...notes.values()],
    }),
  };
}

export type ReportBuilder = ReturnType<typeof createReport>;

function linesOf(notes: Report['notes'], left: boolean): string[] {
  return notes
    .filter((note) => note.left === left)
    .toSorted((one, other) => other.count - one.count)
    .map(({ reason, count, examples }) => {
      const more = count > examples.length ? ', …' : '';
      return `  ${count} × ${reasons[reason]}: ${examples.join(', ')}${more}`;
    });
}

/** The report in words, for the one who brought the archive in. */
export function describeReport({ read, stored, already, elsewhere, notes }: Report): string {
  const found = Object.entries(read).map(([kind, count]) => `${count} ${kind}`);
  const places = Object.entries(elsewhere).map(
    ([slug, count]) => `, ${count} in the space ${slug}`,
  );
  const left = linesOf(notes, true);
  const mended = linesOf(notes, false);
  return [
    `Read: ${found.join(', ') || 'nothing'}.`,
    `Stored: ${stored.threads} threads, ${stored.posts} posts, ${stored.authors} authors.`,
    ...(already > 0 ? [`Already there: ${already} posts${places.join('')}.`] : []),
    ...(left.length > 0 ? ['Left out:', ...left] : []),
    ...(mended.length > 0 ? ['Taken, and not quite as it was:', ...mended] : []),
  ].join('\n');
}
