// A live network of its own, for tests that need names of their own or would disturb the cast.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { type Person, signIn } from './people.ts';
import { type Product, startProduct } from './product.ts';

const commands = fileURLToPath(new URL('../../../server/dist/commands.js', import.meta.url));
const password = 'a lantern by the harbour';

export interface LiveNetwork extends Product {
  /** Opens an account for an admin of this name, as somebody does who has got the link. */
  admit(name: string): Promise<Admin>;
}

export interface Admin extends Person {
  /** Signs in on a page that has not gone anywhere yet. */
  enter(page: Page): Promise<void>;
}

export async function openLiveNetwork(): Promise<LiveNetwork> {
  const product = await startProduct({ MODE: 'live' });
  const base = `http://localhost:${product.port}`;
  let admitted = 0;
  return {
    ...product,
    async admit(name) {
      admitted += 1;
      const email = `admin-${admitted}@network.example`;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [commands, 'admin:create', '--email', email],
        { env: { PATH: process.env['PATH'], DATA_DIR: product.folder, MODE: 'live' } },
      );
      const token = /#([\w-]+)/.exec(stdout)?.[1];
      const body = { token, name, password, locale: 'en' };
      const person = await signIn({ base, path: '/api/links/accept', body });
      const enter = async (page: Page) => {
        const headers = { origin: base };
        await page.request.post(`${base}/api/session`, { data: { email, password }, headers });
      };
      return { ...person, enter };
    },
  };
}
