import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { plainText } from '@counterpart/text/excerpt';
import { renderPost } from '@counterpart/text/render';
import { build } from 'esbuild';
import { afterEach, expect, test } from 'vitest';
import { createTextRenderer, type TextRenderer, type TextRendererOptions } from './index.ts';
import { startTextWorker } from './start-worker.ts';

const LONG = 'Que faire **demain** ? ماذا بعد؟ @member:7\n\n'.repeat(200);
const HELD_MS = 50;

const open: TextRenderer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((renderer) => renderer.close()));
});

// Wide limits: a busy machine must not turn these tests around.
function rendererWith(options: TextRendererOptions = {}): TextRenderer {
  const renderer = createTextRenderer({ deadlineMs: 20_000, patienceMs: 20_000, ...options });
  open.push(renderer);
  return renderer;
}

/** A real worker that says it is ready and then does this with every text. */
const workerThat = (does: string) => () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', () => { ${does} });
     parentPort.postMessage({ ready: true });`,
    { eval: true },
  );

test('a short text is rendered in place, without any worker', async () => {
  const renderer = rendererWith({
    startWorker: () => {
      throw new Error('no worker is wanted');
    },
  });
  expect(await renderer.render('Bonjour **tous** @member:7')).toEqual({
    html: '<p dir="auto">Bonjour <strong>tous</strong> <span data-mention="member:7"></span></p>\n',
    mentions: [{ kind: 'member', id: 7 }],
    plain: false,
  });
});

test('a long text comes from a worker and is the same as in place', async () => {
  expect(await rendererWith().render(LONG)).toEqual({ ...renderPost(LONG), plain: false });
});

test('a worker that dies, idle or at work, is replaced', async () => {
  const started: Worker[] = [];
  const renderer = rendererWith({
    startWorker: () => {
      const worker = startTextWorker();
      started.push(worker);
      return worker;
    },
  });
  await renderer.render(LONG);
  await started[0]?.terminate();
  expect((await renderer.render(LONG)).plain).toBe(false);
  const [, second] = started;
  const atWork = renderer.render(LONG);
  await second?.terminate();
  expect(plainText((await atWork).html)).toContain('demain');
  expect((await renderer.render(LONG)).plain).toBe(false);
  expect(started).toHaveLength(3);
});

test('past the deadline the text is shown as plain paragraphs, with its mentions', async () => {
  const renderer = rendererWith({ deadlineMs: 50, startWorker: workerThat('for (;;);') });
  const answers = await Promise.all([LONG, `${LONG}fin`, LONG].map((t) => renderer.render(t)));
  for (const { plain, html, mentions } of answers) {
    expect(plain).toBe(true);
    expect(html).toContain('<p dir="auto">Que faire **demain** ? ماذا بعد؟ <span data-mention');
    expect(mentions).toEqual([{ kind: 'member', id: 7 }]);
  }
  expect(answers[1]?.html).toContain('<p dir="auto">fin</p>');
});

test('a text that kills its worker is still shown', async () => {
  const renderer = rendererWith({ startWorker: workerThat('throw new Error("died")') });
  expect((await renderer.render(LONG)).plain).toBe(true);
});

test('where no worker can start, texts are still shown', async () => {
  const startWorker = () => new Worker(new URL('no-such-worker.js', import.meta.url));
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => rendererWith({ startWorker }).render(LONG)),
  );
  expect(answers.every(({ plain }) => plain)).toBe(true);
});

test('a text waits for a worker only so long', async () => {
  const startWorker = () => new Worker('setInterval(() => {}, 1000)', { eval: true });
  const answer = await rendererWith({ patienceMs: 20, startWorker }).render(LONG);
  expect(answer.plain).toBe(true);
});

test('closing answers what is under way', async () => {
  const renderer = rendererWith({ startWorker: workerThat('for (;;);') });
  const underWay = [1, 2, 3].map(() => renderer.render(LONG));
  await renderer.close();
  for (const { plain } of await Promise.all(underWay)) expect(plain).toBe(true);
  expect((await renderer.render(LONG)).plain).toBe(true);
});

const HOSTILE: Record<string, string> = {
  quotations: '>',
  'spaced quotations': '> ',
  'crossed emphasis': '*a_ ',
  'open emphasis': '**a ',
  'open brackets': '[',
  'open images': '![',
  'brackets and stars': '[*',
  'half links': '[a](',
  'nested links': '[a](b',
  backticks: '`` ` ',
  'nested lists': '- + ',
  'many lists': '- - a\n',
  'many quotations': '>a\n\n>',
  'deep steps': '            - a\n  - b\n',
  'table rows': '|a|\n|-|\n',
  pipes: '|',
  addresses: 'http://a.b/{([',
  'open address': 'http://[::',
  mail: 'a@b.c ',
  mentions: '@member:1 ',
  entities: '&#x202e;',
  tags: '<a ',
  paragraphs: 'a\n\n',
  Arabic: '*و_ ',
};

const filled = (unit: string, bytes: number) =>
  unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)));
const wideTable = (bytes: number) =>
  `${'|a'.repeat(400)}|\n${'|-'.repeat(400)}|\n${'|\n'.repeat(bytes / 2 - 801)}`;
const hostile = (bytes: number): [string, string][] => [
  ...Object.entries(HOSTILE).map(([name, unit]): [string, string] => [name, filled(unit, bytes)]),
  ['wide table', wideTable(bytes)],
];

test('no text of less than 4 kB holds the event loop', () => {
  for (const [name, source] of hostile(4095)) {
    // The least of three: what the text costs, not what the machine was doing beside it.
    const times = [1, 2, 3].map(() => {
      const from = performance.now();
      renderPost(source);
      return performance.now() - from;
    });
    expect(Math.min(...times), name).toBeLessThan(HELD_MS);
  }
});

/** How long a program of its own takes for its first text, in milliseconds. */
async function firstTextOf(prepare: string, render: string): Promise<number> {
  const program = `${prepare}
    const from = performance.now();
    await ${render}('# Bonjour\\n\\n- **tous** https://a.example\\n\\n|a|\\n|-|\\n|b|');
    process.stdout.write(String(performance.now() - from));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return Number(stdout);
}

test('the first text of a process does not pay for all that follow', async () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const text = fileURLToPath(import.meta.resolve('@counterpart/text/render'));
  const unprepared = `const { renderPost } = await import('${text}');`;
  const prepared = `const { createTextRenderer } = await import('${here}index.ts');
    const renderer = createTextRenderer();`;
  const [cold, warm]: [number[], number[]] = [[], []];
  for (const _ of [1, 2, 3]) {
    cold.push(await firstTextOf(unprepared, 'renderPost'));
    warm.push(await firstTextOf(prepared, 'renderer.render'));
  }
  // In turn and the least of three, since the machine has other work too.
  expect(Math.min(...warm)).toBeLessThan(Math.min(...cold) / 2);
}, 30_000);

/** The longest that the event loop was held while this ran, in milliseconds. */
async function holdOf(action: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await action();
  delay.disable();
  return delay.max / 1e6;
}

test('100 kB of hostile text never holds the event loop and always gives all the text', async () => {
  const renderer = createTextRenderer();
  open.push(renderer);
  await renderer.render(LONG);
  for (const [name, source] of hostile(100_000)) {
    // A busy machine delays now and then; what holds the loop does so each time.
    let held = Number.POSITIVE_INFINITY;
    let html = '';
    for (let attempt = 0; attempt < 8 && held >= HELD_MS; attempt += 1) {
      held = await holdOf(async () => {
        ({ html } = await renderer.render(`${source}\n\nthe end`));
      });
    }
    expect(held, name).toBeLessThan(HELD_MS);
    expect(plainText(html), name).toContain('the end');
  }
}, 60_000);

test('a bundle finds its worker beside itself', async () => {
  const cache = fileURLToPath(new URL('../../../../node_modules/.cache', import.meta.url));
  await mkdir(cache, { recursive: true });
  const out = await mkdtemp(`${cache}/text-`);
  try {
    const here = fileURLToPath(new URL('.', import.meta.url));
    const main = `${out}/main.ts`;
    await writeFile(
      main,
      `import { createTextRenderer } from '${here}index.ts';
       const { plain, html } = await createTextRenderer({ deadlineMs: 20_000 }).render('**a** '.repeat(2000));
       process.stdout.write(JSON.stringify([plain, html.length]));`,
    );
    await build({
      entryPoints: { main, 'text-worker': `${here}worker.ts` },
      outdir: out,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      external: ['markdown-it', 'sanitize-html'],
      logLevel: 'silent',
    });
    const { stdout } = await promisify(execFile)(process.execPath, [`${out}/main.js`]);
    const { html } = renderPost('**a** '.repeat(2000));
    expect(JSON.parse(stdout)).toEqual([false, html.length]);
  } finally {
    await rm(out, { recursive: true });
  }
});
