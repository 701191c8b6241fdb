import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { BrowserPlace } from './browser.ts';

const archives = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'];

/** The system's fonts, where it has any; without one font no page can be drawn. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/**
 * Unpacks the browser that comes inside a package, with the libraries and fonts it needs. The package
 * would do so in the system's temporary folder, where other users of the machine may have put a program
 * of theirs under the same name; `cache` belongs to whoever owns the checkout.
 */
export async function unpackBrowser(cache: string): Promise<BrowserPlace> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = join(dirname(main), '..', '..');
  const about: { version: string } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${about.version}`);
  if (!existsSync(folder)) await unpack(join(home, 'bin'), folder);
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'lib'),
    fonts: join(folder, 'fonts.conf'),
  };
}

/** Complete or not at all, also when it is killed or done twice at once. */
async function unpack(from: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.`);
  await chmod(draft, 0o755);
  for (const archive of archives) {
    const file = join(draft, archive.replace('.br', ''));
    const plain = createWriteStream(file, { mode: 0o755 });
    await pipeline(createReadStream(join(from, archive)), createBrotliDecompress(), plain);
    if (!file.endsWith('.tar')) continue;
    await promisify(execFile)('tar', ['-x', '--no-same-owner', '-C', draft, '-f', file]);
    await rm(file);
  }
  await writeFile(join(draft, 'fonts.conf'), fonts);
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
