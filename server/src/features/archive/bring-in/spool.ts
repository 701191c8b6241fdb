import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where an item lies in the spool. */
export interface SpoolRef {
  at: number;
  bytes: number;
}

const flushBytes = 256 * 1024;

/**
 * Keeps the texts of an archive in a file beside, in any order, so that an archive larger than the
 * memory can be gathered thread by thread. The file has no name from the beginning, where the system allows
 * that, so that nothing stays of it when the import is killed; else it is gone after `close`.
 */
export async function createSpool<Item>() {
  const folder = await mkdtemp(join(tmpdir(), 'counterpart-archive-'));
  const file = await open(join(folder, 'spool'), 'w+');
  const remove = () => rm(folder, { recursive: true, force: true });
  await remove().catch(() => undefined);
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let end = 0;

  async function flush(): Promise<void> {
    if (pending.length === 0) return;
    const buffer = Buffer.concat(pending);
    await file.write(buffer, 0, buffer.length, end - buffer.length);
    pending = [];
    pendingBytes = 0;
  }

  return {
    async add(item: Item): Promise<SpoolRef> {
      const line = Buffer.from(JSON.stringify(item));
      const ref = { at: end, bytes: line.length };
      pending.push(line);
      pendingBytes += line.length;
      end += line.length;
      if (pendingBytes >= flushBytes) await flush();
      return ref;
    },
    async take({ at, bytes }: SpoolRef): Promise<Item> {
      await flush();
      const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
      return JSON.parse(buffer.toString('utf8')) as Item;
    },
    async close(): Promise<void> {
      await file.close();
      await remove();
    },
  };
}

export type Spool<Item> = Awaited<ReturnType<typeof createSpool<Item>>>;
