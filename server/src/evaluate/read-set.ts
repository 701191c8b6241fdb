import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '@counterpart/db';
import * as z from 'zod/mini';

/** A set of texts and questions, with judgements of which text answers which question. */
export interface JudgedSet {
  docs: readonly { id: string; title: string; text: string }[];
  /** Those of which at least one text is judged to answer it. */
  queries: readonly { id: string; text: string }[];
  /** By question, then by text: 0 and more, the higher the better. */
  judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const doc = z.object({ _id: z.coerce.string(), title: z.optional(z.string()), text: z.string() });
const query = z.object({ _id: z.coerce.string(), text: z.string() });

async function linesOf(folder: string, file: string): Promise<string[]> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartError(`There is no ${path}. A set has corpus.jsonl, queries.jsonl, qrels.tsv.`);
  });
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

async function read<S extends z.core.$ZodType>(
  folder: string,
  file: string,
  shape: S,
): Promise<z.output<S>[]> {
  const lines = await linesOf(folder, file);
  return lines.map((line, at) => {
    try {
      return z.parse(shape, JSON.parse(line));
    } catch {
      throw new StartError(`Line ${at + 1} of ${file} is not what such a set has there.`);
    }
  });
}

/** Reads a folder with `corpus.jsonl` {_id, title, text}, `queries.jsonl` {_id, text} and `qrels.tsv`. */
export async function readJudgedSet(folder: string): Promise<JudgedSet> {
  const [docs, queries, lines] = await Promise.all([
    read(folder, 'corpus.jsonl', doc),
    read(folder, 'queries.jsonl', query),
    linesOf(folder, 'qrels.tsv'),
  ]);
  const judgements = new Map<string, Map<string, number>>();
  // The first line names the columns; some sets have a column without meaning between them.
  for (const line of lines.slice(1)) {
    const [asked = '', ...rest] = line.split('\t');
    const score = Number(rest.at(-1));
    const answers = judgements.get(asked) ?? new Map<string, number>();
    if (score > 0) judgements.set(asked, answers.set(rest.at(-2) ?? '', score));
  }
  return {
    docs: docs.map(({ _id, title = '', text }) => ({ id: _id, title, text })),
    queries: queries
      .map(({ _id, text }) => ({ id: _id, text }))
      .filter(({ id }) => judgements.has(id)),
    judgements,
  };
}
