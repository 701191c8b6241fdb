import type { Localized } from '@counterpart/contract';

interface Named {
  slug: string;
  name: Localized;
}

/** The network's own regions, in the order in which it lists them. */
export const REGIONS = [
  {
    slug: 'east-southern-africa',
    name: {
      en: 'East & Southern Africa',
      fr: 'Afrique de l’Est et australe',
      ar: 'شرق أفريقيا وجنوبها',
    },
  },
  {
    slug: 'west-africa-sahel',
    name: {
      en: 'West Africa & Sahel',
      fr: 'Afrique de l’Ouest et Sahel',
      ar: 'غرب أفريقيا والساحل',
    },
  },
  {
    slug: 'middle-east-north-africa',
    name: {
      en: 'Middle East & North Africa',
      fr: 'Moyen-Orient et Afrique du Nord',
      ar: 'الشرق الأوسط وشمال أفريقيا',
    },
  },
  { slug: 'south-asia', name: { en: 'South Asia', fr: 'Asie du Sud', ar: 'جنوب آسيا' } },
  {
    slug: 'southeast-asia-pacific',
    name: {
      en: 'Southeast Asia & Pacific',
      fr: 'Asie du Sud-Est et Pacifique',
      ar: 'جنوب شرق آسيا والمحيط الهادئ',
    },
  },
  { slug: 'central-asia', name: { en: 'Central Asia', fr: 'Asie centrale', ar: 'آسيا الوسطى' } },
  { slug: 'europe', name: { en: 'Europe', fr: 'Europe', ar: 'أوروبا' } },
  {
    slug: 'western-balkans',
    name: { en: 'Western Balkans', fr: 'Balkans occidentaux', ar: 'غرب البلقان' },
  },
  {
    slug: 'north-america',
    name: { en: 'North America', fr: 'Amérique du Nord', ar: 'أمريكا الشمالية' },
  },
  {
    slug: 'latin-america-caribbean',
    name: {
      en: 'Latin America & Caribbean',
      fr: 'Amérique latine et Caraïbes',
      ar: 'أمريكا اللاتينية والكاريبي',
    },
  },
] as const satisfies readonly Named[];

export type RegionSlug = (typeof REGIONS)[number]['slug'];
