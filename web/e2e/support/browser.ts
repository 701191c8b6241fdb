import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Without these, the browser asks its maker's servers all the while. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Where a browser is: an installed one, else the one that comes inside a package. */
async function findBrowser(): Promise<string> {
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  const packaged = await import('@sparticuz/chromium');
  return packaged.default.executablePath();
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [...quiet, '--disable-gpu'],
  });
}
