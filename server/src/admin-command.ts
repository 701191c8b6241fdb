import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder above `server`, also for the bundle. */
const above = fileURLToPath(new URL('../..', import.meta.url));

/** What an operator types for the link of the first admin; the image holds no npm commands. */
export function adminCommand(folder = above): string {
  return existsSync(join(folder, 'package.json'))
    ? 'npm run admin:create -- --email you@example.org'
    : 'docker compose exec app node server/dist/commands.js admin:create --email you@example.org';
}
