/** How good answers are that come in an order; each from 0 to 1. */
export interface Quality {
  /** Normalised discounted gain of the first ten, with 2^score − 1 as gain. */
  ndcg: number;
  /** 1 divided by the place of the first answer that is judged to be one. */
  mrr: number;
  /** How often one of the first three is judged to be one. */
  success: number;
}

const first = 10;
const gain = (score: number, at: number) => (2 ** score - 1) / Math.log2(at + 2);

function qualityOf(answers: readonly string[], judged: ReadonlyMap<string, number>): Quality {
  const scores = answers.map((id) => judged.get(id) ?? 0);
  const ideal = [...judged.values()].toSorted((a, b) => b - a).slice(0, first);
  const sum = (all: readonly number[]) =>
    all.reduce((total, score, at) => total + gain(score, at), 0);
  const place = scores.slice(0, first).findIndex((score) => score > 0);
  return {
    ndcg: sum(scores.slice(0, first)) / sum(ideal),
    mrr: place === -1 ? 0 : 1 / (place + 1),
    success: place !== -1 && place < 3 ? 1 : 0,
  };
}

/** The mean over all questions. */
export function meanQuality(
  answered: Iterable<{ answers: readonly string[]; judged: ReadonlyMap<string, number> }>,
): Quality {
  const all = [...answered].map(({ answers, judged }) => qualityOf(answers, judged));
  const mean = (pick: (one: Quality) => number) =>
    all.reduce((total, one) => total + pick(one), 0) / Math.max(1, all.length);
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    mrr: mean(({ mrr }) => mrr),
    success: mean(({ success }) => success),
  };
}
