import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Figure, Measure, Outcome } from './measure.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const folder = `${here}reports`;

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: here, encoding: 'utf8' }).trim();
}

/** Where and with what a report was made. */
function circumstances(postgres: string) {
  const isChanged = git('status', '--porcelain', '--', '..', ':!reports') !== '';
  return {
    date: new Date().toISOString(),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryGB: Math.round(totalmem() / 2 ** 30),
    loadBefore: Number(loadavg()[0]?.toFixed(2)),
    node: process.versions.node,
    postgres,
    commit: `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' and changes' : ''}`,
  };
}

export type Circumstances = ReturnType<typeof circumstances>;

function written(value: number): string {
  if (Number.isInteger(value) || value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function rowOf({ what, value, unit, aim, isMet }: Figure): string {
  const verdict = isMet === undefined ? '' : isMet ? 'yes' : '**no**';
  return `| ${what} | ${written(value)} ${unit} | ${aim ?? ''} | ${verdict} |`;
}

function asPage({ title, name }: Measure, { how, figures, notes }: Outcome, at: Circumstances) {
  return `# ${title}

${how}

| | figure | aim | met |
|---|---|---|---|
${figures.map(rowOf).join('\n')}

${notes.map((note) => `- ${note}`).join('\n')}

\`npm run bench -- ${name}\` · ${at.date.slice(0, 10)} · commit ${at.commit} · ${at.cores} cores, ${at.cpu},
${at.memoryGB} GB · Node ${at.node}, PostgreSQL ${at.postgres} · load before: ${at.loadBefore}
`;
}

/** Runs a measure and writes its report, as JSON and to be read; gives the page. */
export async function reportOn(measure: Measure, postgres: () => string): Promise<string> {
  const before = circumstances('');
  const outcome = await measure.run();
  const at = { ...before, postgres: postgres() };
  mkdirSync(folder, { recursive: true });
  const facts = { name: measure.name, title: measure.title, ...outcome, at };
  writeFileSync(`${folder}/${measure.name}.json`, `${JSON.stringify(facts, null, 2)}\n`);
  const page = asPage(measure, outcome, at);
  writeFileSync(`${folder}/${measure.name}.md`, page);
  return page;
}
