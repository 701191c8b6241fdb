import * as z from 'zod/mini';

const node = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.optional(z.string()),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.optional(z.number()),
  get Plans() {
    return z.optional(z.array(node));
  },
});
type Node = z.infer<typeof node>;

const explained = z.tuple([z.looseObject({ Plan: node })]);

/** Small by nature: reading all of it is the quickest way. */
const small = new Set(['space', 'space_member', 'theme', 'region']);

export interface Plan {
  /** Large tables that were read from end to end. */
  wholeTables: string[];
  /** The most rows that one sort took in. */
  sorted: number;
  /** Rows taken from tables and indexes, kept or not. */
  read: number;
}

function nodesOf(plan: Node): Node[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function rowsOf(found: Node): number {
  return (found['Actual Rows'] + (found['Rows Removed by Filter'] ?? 0)) * found['Actual Loops'];
}

/** Reads what `explain (analyze, format json)` says. */
export function readPlan(json: unknown): Plan {
  const [{ Plan: top }] = z.parse(explained, json);
  const nodes = nodesOf(top);
  const tables = nodes.flatMap((found) =>
    found['Node Type'] === 'Seq Scan' ? (found['Relation Name'] ?? []) : [],
  );
  const sorts = nodes.filter((found) => found['Node Type'] === 'Sort');
  const scans = nodes.filter((found) => found['Node Type'].includes('Scan'));
  return {
    wholeTables: tables.filter((name) => !small.has(name)),
    sorted: Math.max(0, ...sorts.flatMap(({ Plans = [] }) => Plans.map(rowsOf))),
    read: scans.reduce((sum, found) => sum + rowsOf(found), 0),
  };
}
