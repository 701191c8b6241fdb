import type { Tx } from '@counterpart/db';
import { failureOf } from '../../../platform/failure.ts';
import type { Note } from '../report.ts';
import { goOnAfter } from '../run.ts';
import { readLines } from './folder-in.ts';
import type { FileName, Line, Manifest } from './form.ts';
import type { Work } from './work.ts';

export interface Reading extends Work {
  folder: string;
  manifest: Manifest | null;
  onBytes: (bytes: number) => void;
}

const atOnce = 500;

/** What a line of each file is called. */
const called: Record<FileName, string> = {
  'regions.jsonl': 'region',
  'themes.jsonl': 'theme',
  'institutions.jsonl': 'institution',
  'people.jsonl': 'person',
  'spaces.jsonl': 'space',
  'threads.jsonl': 'thread',
  'posts.jsonl': 'post',
};

const keyOf = (line: Line<FileName>) => ('id' in line ? line.id : line.slug);

/** The lines of a file, some at a time, each thing once. */
export async function* batches<Name extends FileName>(
  { folder, manifest, report, onBytes }: Reading,
  name: Name,
): AsyncGenerator<Line<Name>[]> {
  const seen = new Set<number | string>();
  let batch: Line<Name>[] = [];
  for await (const line of readLines(folder, name, manifest, { report, onBytes })) {
    report.read(name.slice(0, name.indexOf('.')));
    const key = keyOf(line);
    if (seen.has(key)) {
      report.leave('twice', `${called[name]} ${key}`);
      continue;
    }
    seen.add(key);
    batch.push(line);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Takes one list in, many rows at once; when one of them is refused, each alone, so that one stays out only.
 * What is to be told of rows is told when they are stored.
 */
export async function takeList<Name extends FileName>(
  reading: Reading,
  name: Name,
  take: (tx: Tx, rows: readonly Line<Name>[]) => Promise<readonly Note[]>,
): Promise<void> {
  const { house, report } = reading;
  const inOne = async (rows: readonly Line<Name>[]) => {
    const notes = await house.db.transaction({ memberId: null }, (tx) => take(tx, rows));
    for (const one of notes) report.note(one);
  };
  for await (const rows of batches(reading, name)) {
    try {
      await inOne(rows);
    } catch (error) {
      await goOnAfter(house, error);
      for (const row of rows) {
        try {
          await inOne([row]);
        } catch (refusal) {
          await goOnAfter(house, refusal);
          report.leave('failed', `${called[name]} ${keyOf(row)}: ${failureOf(refusal)}`);
        }
      }
    }
  }
}
