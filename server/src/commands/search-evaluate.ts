import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetwork, StartError, settleNetwork } from '@counterpart/db';
import { type Evaluation, evaluate } from '../evaluate/evaluate.ts';
import type { Quality } from '../evaluate/measures.ts';
import { readJudgedSet } from '../evaluate/read-set.ts';
import { openCommandHouse } from '../house.ts';
import { createProgress } from '../platform/progress.ts';
import { startDatabase } from '../start-database.ts';
import type { Command } from './command.ts';
import { typedPath } from './typed-path.ts';

const usage = `Say which set of texts, questions and judgements is to be tried:
  npm run search:evaluate -- <folder with corpus.jsonl, queries.jsonl, qrels.tsv>`;

function line(name: string, { ndcg, mrr, success }: Quality, more = ''): string {
  const figures = [ndcg, mrr, success].map((figure) => figure.toFixed(3).padStart(9));
  return `${name.padEnd(14)}${figures.join('')}${more}`;
}

function tableOf({ docs, queries, plain, engines }: Evaluation): string {
  return [
    `${docs} texts, ${queries} questions`,
    `${''.padEnd(14)}  nDCG@10      MRR    top 3`,
    line('plain BM25', plain),
    ...engines.map(({ name, quality, medianMs }) =>
      line(name, quality, `   ${medianMs.toFixed(1)} ms a question (median)`),
    ),
    ...engines.map(
      ({ name, typos }) =>
        `${name}: a rare word with a mistake in it finds its text among the first five: ${typos.toFixed(3)}`,
    ),
  ].join('\n');
}

/** Tries the search of the product on a judged set, in an empty database that is gone afterwards. */
export const evaluateSearch: Command = async (config, args) => {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) throw new StartError(usage);
  const set = await readJudgedSet(typedPath(folder));
  const dataDir = await mkdtemp(join(tmpdir(), 'counterpart-evaluate-'));
  // PostgreSQL does not run as root, and its own account must get through to its data.
  await chmod(dataDir, 0o711);
  const running = await startDatabase({ ...config, dataDir, systemDir: undefined });
  try {
    if ((await readNetwork(running.url)) !== undefined) {
      throw new StartError(`In ${running.name} is a network. Name an empty database, or none.`);
    }
    await settleNetwork(running.url, {
      mode: 'bench',
      isModeNamed: true,
      isEmbedded: false,
      now: new Date(),
    });
    const house = openCommandHouse(config, running.url);
    try {
      return tableOf(await evaluate(house, set, createProgress));
    } finally {
      await house.close();
    }
  } finally {
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
