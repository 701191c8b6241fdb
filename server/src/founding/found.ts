import { newId, type Tx } from '@counterpart/db';
import { glossaryMeaning, region, space, theme } from '@counterpart/db/schema';
import type { House } from '../platform/house.ts';
import { GLOSSARY } from './glossary.ts';
import { REGIONS } from './regions.ts';
import { THEMES } from './themes.ts';

/** A name in three languages as the tables hold it. */
export function named({ en, fr, ar }: { en: string; fr: string; ar: string }) {
  return { nameEn: en, nameFr: fr, nameAr: ar };
}

/** Regions and themes, which every network begins with. */
export async function foundLists({ orm }: Tx): Promise<void> {
  const regions = REGIONS.map(({ slug, name }, position) => ({ slug, ...named(name), position }));
  await orm.insert(region).values(regions).onConflictDoNothing();
  const themes = Object.entries(THEMES).map(([slug, name], position) => ({
    slug,
    ...named(name),
    position,
  }));
  await orm.insert(theme).values(themes).onConflictDoNothing();
}

/** The words of the field, for a network that has none yet. */
export async function foundGlossary(house: House): Promise<void> {
  await house.db.transaction({ memberId: null }, async ({ orm, now }) => {
    const [known] = await orm.select({ id: glossaryMeaning.id }).from(glossaryMeaning).limit(1);
    if (known !== undefined) return;
    await orm.insert(glossaryMeaning).values(
      GLOSSARY.map(({ en, fr, ar, note }) => ({
        id: newId(),
        termsEn: en,
        termsFr: fr,
        termsAr: ar,
        noteEn: note?.en,
        noteFr: note?.fr,
        noteAr: note?.ar,
        updatedAt: now,
      })),
    );
  });
}

/**
 * Lays the ground of a live network: regions, themes, and one open space, so that its first members
 * can ask. Again changes nothing.
 */
export async function foundLiveNetwork(house: House): Promise<void> {
  await house.db.transaction({ memberId: null }, async (tx) => {
    await foundLists(tx);
    await tx.orm
      .insert(space)
      .values({
        id: newId(),
        slug: 'network',
        access: 'open',
        ...named({ en: 'The whole network', fr: 'Tout le réseau', ar: 'الشبكة كلها' }),
        purposeEn: 'Questions and discussions for every city and organisation of the network.',
        purposeFr: 'Questions et discussions pour toutes les villes et organisations du réseau.',
        purposeAr: 'أسئلة ونقاشات لجميع مدن الشبكة ومنظماتها.',
        createdAt: tx.now,
      })
      .onConflictDoNothing();
  });
}
