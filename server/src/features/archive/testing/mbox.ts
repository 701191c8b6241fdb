import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A file that is gone after the test. */
export async function aFile(name: string, content: string | Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpart-test-archive-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

export interface Letter {
  id?: string;
  from?: string;
  subject?: string;
  date?: string | null;
  refs?: string[];
  replyTo?: string;
  headers?: string[];
  body?: string;
}

/** The lines of one message, from the line before it to an empty one. */
export function letter(options: Letter): string {
  const { id, from = 'Ada Ek <ada@example.org>', subject = 'Benches', refs, replyTo } = options;
  const { date = 'Mon, 03 Mar 2014 10:00:00 +0000', headers = [], body = 'Said.' } = options;
  const head = [
    'From ada@example.org Mon Mar  3 10:00:00 2014',
    `From: ${from}`,
    `Subject: ${subject}`,
    ...(date === null ? [] : [`Date: ${date}`]),
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(refs === undefined ? [] : [`References: ${refs.map((ref) => `<${ref}>`).join(' ')}`]),
    ...(replyTo === undefined ? [] : [`In-Reply-To: <${replyTo}>`]),
    ...headers,
  ];
  return `${head.join('\n')}\n\n${body}\n\n`;
}
