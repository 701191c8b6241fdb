/** One line of a report: a figure, and what it should be when something was promised. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** In words, such as "≥ 0.35". */
  aim?: string;
  isMet?: boolean;
}

export interface Outcome {
  /** What was done, in a sentence or two. */
  how: string;
  figures: Figure[];
  /** What one must know to read the figures. */
  notes: string[];
}

export interface Measure {
  name: string;
  title: string;
  run(): Promise<Outcome>;
}

/** A figure that should be at least this. */
export function atLeast(what: string, value: number, unit: string, least: number): Figure {
  return { what, value, unit, aim: `≥ ${least}`, isMet: value >= least };
}

/** A figure that should be at most this. */
export function atMost(what: string, value: number, unit: string, most: number): Figure {
  return { what, value, unit, aim: `≤ ${most}`, isMet: value <= most };
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return share(values, 0.5);
}

/** The value below which this share of the values lies. */
export function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
