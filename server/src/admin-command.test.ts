import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { adminCommand } from './admin-command.ts';

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

test('in a checkout the first admin is made by a command of its package', () => {
  expect(adminCommand()).toBe('npm run admin:create -- --email you@example.org');
  expect(JSON.parse(read('package.json'))).toMatchObject({
    scripts: { 'admin:create': expect.any(String) },
  });
});

test('where only what the image holds is, it is the command of the page about containers', () => {
  const image = mkdtempSync(join(tmpdir(), 'counterpart-image-'));
  const copied = read('docker/Dockerfile').matchAll(/^COPY --from=build \S+ (\S+)$/gm);
  for (const [, place = ''] of copied) mkdirSync(join(image, place), { recursive: true });
  const command = adminCommand(image);
  rmSync(image, { recursive: true });
  expect(command).toMatch(/^docker compose exec app node /);
  expect(read('docs/operating.md')).toContain(`\n${command}\n`);
});
