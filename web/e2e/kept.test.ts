// What lies on a device for reading without a line: nothing that not every member may read.
import { beforeAll, expect, test } from 'vitest';
import { isKept } from './support/kept.ts';
import { ask, type Person, person } from './support/people.ts';
import { useStage } from './support/stage.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();
const patience = { timeout: 20_000 };
/** In the space Youth; the other one is not. */
const joined = 'Marta Lindqvist';
const other = 'Nomvula Mahlasela';

let admin: Person;

beforeAll(async () => {
  admin = await person('Ingrid Saavedra');
});

async function openKept(as: string) {
  const { thread } = await ask(admin, { space: 'youth' });
  // Tests of other files may have brought them in.
  if (as === other) {
    const leaver = await person(other);
    await leaver.call('leaveSpace', { params: { id: thread.space.id } });
  }
  const page = await stage.visit(`/threads/${thread.id}`, { as });
  await expect.poll(() => isKept(page, thread.id), patience).toBe(true);
  return { page, id: thread.id, title: thread.title };
}

const narrow = (id: number) =>
  admin.call('editThread', { params: { id }, body: { sharing: 'space', revision: 1 } });

test('a thread that is narrowed leaves the device of a reader who may no longer read it', async () => {
  const t = await wordsOf('en');
  const { page, id } = await openKept(other);
  await narrow(id);
  await expect.poll(() => isKept(page, id), patience).toBe(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: t('app.notFound.title') }).waitFor();
});

test('it leaves also the device of a reader who may still read it', async () => {
  const { page, id, title } = await openKept(joined);
  await narrow(id);
  await expect.poll(() => isKept(page, id), patience).toBe(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

test('also when it was narrowed while the reader was away', async () => {
  const t = await wordsOf('en');
  const { page, id } = await openKept(joined);
  await page.goto('about:blank');
  await narrow(id);
  await page.goto('/saved');
  await page.getByRole('heading', { level: 1, name: t('reading.saved.title') }).waitFor();
  await expect.poll(() => isKept(page, id), patience).toBe(false);
});
