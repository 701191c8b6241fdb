import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { unpackBrowser } from './packaged-browser.ts';

export interface BrowserPlace {
  executable: string;
  /** A folder of libraries that come with it. */
  libraries?: string;
  /** A file that says where fonts are. */
  fonts?: string;
}

const installed = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Of this checkout, and removed with the packages by the next `npm ci`. */
export const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

/** Without these, the browser asks its maker's servers all the while. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Where a browser is: an installed one, else the one that comes inside a package. */
export async function findBrowser(): Promise<BrowserPlace> {
  const executable = installed.find((path) => path !== undefined && existsSync(path));
  return executable === undefined ? unpackBrowser(cache) : { executable };
}

/** The environment in which it finds what came with it. */
export function browserEnv({ libraries, fonts }: BrowserPlace): NodeJS.ProcessEnv {
  const others = process.env['LD_LIBRARY_PATH'];
  const path = [libraries, others].filter(Boolean).join(':');
  return {
    ...process.env,
    ...(path && { LD_LIBRARY_PATH: path }),
    ...(fonts !== undefined && { FONTCONFIG_FILE: fonts }),
  };
}

export async function openBrowser(place: BrowserPlace): Promise<Browser> {
  return chromium.launch({
    executablePath: place.executable,
    args: [...quiet, '--disable-gpu'],
    env: browserEnv(place),
  });
}
