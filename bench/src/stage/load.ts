import { type Program, startProgram } from './programs.ts';

/** What each connection asks for, again and again. */
export interface Connection {
  path: string;
  cookie?: string;
  /** How it takes its answers, as browsers say it; as they are when absent. */
  encoding?: string;
}

/** The same connections, which take their answers compressed. */
export const asBrowsersAsk = (connections: readonly Connection[]): Connection[] =>
  connections.map((one) => ({ ...one, encoding: 'gzip, deflate, br, zstd' }));

export interface Loaded {
  perSecond: number;
  /** In milliseconds, as the client sees it. */
  p50: number;
  p99: number;
  failed: number;
  kilobytes: number;
}

/** Where to send requests, and with which connections. */
export interface Target {
  name: string;
  base: string;
  connections: readonly Connection[];
}

export interface Client {
  load(target: Target, seconds: number): Promise<Loaded>;
  stop(): Promise<void>;
}

/** The client, in a process of its own. Requests that fail end the measure. */
export function startClient(program: Program = startProgram('load')): Client {
  return {
    async load({ name, base, connections }, seconds) {
      const loaded = await program.ask<Loaded>({ base, seconds, connections });
      if (loaded.failed > 0) throw new Error(`${name}: ${loaded.failed} requests failed.`);
      return loaded;
    },
    stop: program.stop,
  };
}

/** Loads the targets in turn, for several rounds; the results of each by its name. */
export async function inTurn(
  client: Client,
  targets: readonly Target[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Map<string, Loaded[]>> {
  for (const target of targets) await client.load(target, 2);
  const all = new Map<string, Loaded[]>(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) {
      all.get(target.name)?.push(await client.load(target, seconds));
    }
  }
  return all;
}
