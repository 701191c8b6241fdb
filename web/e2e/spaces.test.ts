// Rooms with different doors: who may come in, who lets them in, and who never learns that there is a room.
import { describe, expect, test } from 'vitest';
import { ask, person, spaceId } from './support/people.ts';
import { useStage } from './support/stage.ts';
import { wordsOf } from './support/words.ts';

const stage = useStage();

/** In each language one who is in none of these rooms, and the names they read of them. */
const visitors = {
  en: { who: 'Hinemoa Tuhiwai', open: 'Youth', restricted: 'Western Balkans desk' },
  fr: { who: 'Bastien Kerleguer', open: 'Jeunesse', restricted: 'Bureau des Balkans occidentaux' },
} as const;

test('whoever asks to be admitted reads as soon as a facilitator says yes, and no longer when they leave', async () => {
  const t = await wordsOf('en');
  const { who, restricted } = visitors.en;
  const facilitator = await person('Sofia Kastrati');
  const title = 'Who comes to the desk in May?';
  await ask(facilitator, { space: 'western-balkans-desk', sharing: 'space', title });

  const mine = await stage.visit('/spaces/western-balkans-desk', { as: who, width: 'narrow' });
  const main = mine.getByRole('main');
  await main.getByText(t('spaces.notAdmitted')).waitFor();
  expect(await main.getByText(title).count()).toBe(0);
  await mine.getByRole('button', { name: t('spaces.requestNamed', { name: restricted }) }).click();
  await main.getByText(t('spaces.requested')).waitFor();

  const theirs = await stage.visit('/spaces/western-balkans-desk', { as: facilitator.name });
  const admit = theirs.getByRole('button', {
    name: t('spaces.requests.admitNamed', { name: who }),
  });
  await admit.click();
  await admit.waitFor({ state: 'detached' });

  // Nobody loads the page again.
  await main.getByText(title).first().waitFor();
  await mine.getByRole('button', { name: t('spaces.leaveNamed', { name: restricted }) }).click();
  const dialog = mine.getByRole('dialog');
  await dialog.getByText(t('spaces.leaveQuestion')).waitFor();
  await dialog.getByRole('button', { name: t('spaces.leave'), exact: true }).click();
  await main.getByText(t('spaces.notAdmitted')).waitFor();
  expect(await main.getByText(title).count()).toBe(0);
});

describe.each(['en', 'fr'] as const)('in %s', (locale) => {
  test('an open space is joined and left with one press each', async () => {
    const t = await wordsOf(locale);
    const { who, open } = visitors[locale];
    const page = await stage.visit('/spaces', { as: who, locale });
    const navigation = page.getByRole('navigation', { name: t('app.nav.label') });
    const join = page.getByRole('button', { name: t('spaces.joinNamed', { name: open }) });
    await join.click();
    await navigation.getByText(open, { exact: true }).waitFor();
    await page.goto('/spaces/youth');
    await page.getByRole('button', { name: t('spaces.leaveNamed', { name: open }) }).click();
    await page.getByRole('button', { name: t('spaces.joinNamed', { name: open }) }).waitFor();
  });

  test('a private space is nowhere for those who are not in it', async () => {
    const t = await wordsOf(locale);
    const { who } = visitors[locale];
    const page = await stage.visit('/spaces', { as: who, locale });
    await page.getByRole('heading', { name: t('spaces.others') }).waitFor();
    const html = await page.content();
    expect(html).not.toContain('mayors-table');
    expect(html).not.toContain('Mayors’ table');
    expect(html).not.toContain('Table des maires');
    await page.goto('/spaces/mayors-table');
    await page.getByRole('heading', { name: t('app.notFound.title') }).waitFor();
  });
});

test('those who are in a private space find it, and the words on who reads there', async () => {
  const t = await wordsOf('en');
  const mayor = await person('Nomvula Mahlasela');
  expect(await spaceId(mayor, 'mayors-table')).toBeGreaterThan(0);
  const page = await stage.visit('/spaces/mayors-table', { as: mayor.name });
  await page.getByText(t('spaces.accessMeans.private')).first().waitFor();
  await page.getByRole('main').getByRole('listitem').first().waitFor();
});
