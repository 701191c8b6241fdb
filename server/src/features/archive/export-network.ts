import type { House } from '../../platform/house.ts';
import { type Exported, type ExportWish, exportArchive } from './open/export-archive.ts';
import { asRun, type ProgressMaker } from './run.ts';

/** Writes what the network owns into a folder in the open form, and notes that it left. */
export async function exportNetwork(
  house: House,
  ownerUrl: string,
  wish: ExportWish,
  progress: ProgressMaker,
): Promise<Exported> {
  let written: Exported | undefined;
  const run = { kind: 'export', options: wish, told: () => written ?? null } as const;
  return asRun(house, ownerUrl, run, async () => {
    written = await exportArchive(house.db, ownerUrl, wish, progress);
    return written;
  });
}
