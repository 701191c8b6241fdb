import type { Localized } from '@counterpart/contract';
import type { RegionSlug } from '../founding/regions.ts';

/** The cities of the story, with the languages their people work in; the rest stands in places.ts. */
export const CITY_LANGUAGES = {
  mombasa: ['sw', 'en'],
  durban: ['zu', 'en'],
  dakar: ['fr', 'wo'],
  bouake: ['fr'],
  tamale: ['en', 'dag'],
  tripoli: ['ar', 'fr'],
  tunis: ['ar', 'fr'],
  rabat: ['ar', 'fr'],
  amman: ['ar', 'en'],
  chattogram: ['bn', 'en'],
  kandy: ['si', 'ta', 'en'],
  surakarta: ['id', 'jv'],
  dunedin: ['en', 'mi'],
  osh: ['ky', 'uz', 'ru'],
  shymkent: ['kk', 'ru'],
  gothenburg: ['sv', 'en'],
  mechelen: ['nl', 'fr'],
  marseille: ['fr'],
  prishtina: ['sq', 'sr'],
  kumanovo: ['mk', 'sq'],
  tuzla: ['bs'],
  sherbrooke: ['fr', 'en'],
  columbus: ['en', 'es'],
  pereira: ['es'],
  kingston: ['en'],
} as const satisfies Record<string, readonly string[]>;

export type CityKey = keyof typeof CITY_LANGUAGES;

export interface Organisation {
  name: Localized;
  region: RegionSlug;
  country: string | null;
  languages: readonly string[];
}

/** Invented, like the people in them. */
export const ORGANISATIONS = {
  secretariat: {
    name: {
      en: 'Counterpart demo secretariat',
      fr: 'Secrétariat de la démonstration Counterpart',
      ar: 'أمانة شبكة Counterpart التجريبية',
    },
    region: 'europe',
    country: null,
    languages: ['en', 'fr', 'ar'],
  },
  'open-courtyard': {
    name: { en: 'Open Courtyard', fr: 'Cour ouverte', ar: 'الفناء المفتوح' },
    region: 'western-balkans',
    country: 'MK',
    languages: ['sq', 'mk', 'en'],
  },
  lantern: {
    name: {
      en: 'Lantern Institute for Local Evidence',
      fr: 'Institut Lanterne pour l’évaluation locale',
      ar: 'معهد الفانوس للتقييم المحلي',
    },
    region: 'europe',
    country: 'BE',
    languages: ['en', 'nl', 'de'],
  },
  'bridge-fund': {
    name: {
      en: 'Seven Bridges Fund',
      fr: 'Fonds des Sept Ponts',
      ar: 'صندوق الجسور السبعة',
    },
    region: 'west-africa-sahel',
    country: 'SN',
    languages: ['fr', 'en'],
  },
} as const satisfies Record<string, Organisation>;

export type OrganisationKey = keyof typeof ORGANISATIONS;
export type InstitutionKey = CityKey | OrganisationKey;
