import type { Localized, SpaceAccess } from '@counterpart/contract';
import type { CastKey } from './cast.ts';

export { REGIONS } from '../founding/regions.ts';
export { THEMES } from '../founding/themes.ts';
export { CITY_LANGUAGES, ORGANISATIONS } from './institutions.ts';

/** A room for threads. Facilitators are members too and are not repeated among them. */
export interface StorySpace {
  access: SpaceAccess;
  name: Localized;
  purpose: Localized;
  facilitators: readonly CastKey[];
  members: readonly CastKey[];
  /** Who has asked to be admitted to a restricted space and waits. */
  requests?: readonly CastKey[];
}

export const SPACES = {
  'local-prevention-networks': {
    access: 'open',
    name: {
      en: 'Local prevention networks',
      fr: 'Réseaux locaux de prévention',
      ar: 'شبكات الوقاية المحلية',
    },
    purpose: {
      en: 'How a city brings its services, schools and associations to one table, and keeps them there.',
      fr: 'Comment une ville réunit ses services, ses écoles et ses associations autour d’une table, et les y garde.',
      ar: 'كيف تجمع المدينة خدماتها ومدارسها وجمعياتها حول طاولة واحدة، وكيف تُبقيها حولها.',
    },
    facilitators: ['clarisse'],
    members: [
      ...(['nomvula', 'amina', 'ousmane', 'memunatu', 'naima', 'salwa', 'munther'] as const),
      ...(['daniyar', 'bagus', 'liesbeth', 'sofia', 'biljana', 'luz', 'petra'] as const),
      ...(['fatou', 'ingrid', 'ziad', 'leila', 'arben'] as const),
    ],
  },
  youth: {
    access: 'open',
    name: { en: 'Youth', fr: 'Jeunesse', ar: 'الشباب' },
    purpose: {
      en: 'Youth work, schools and sport: what reaches young people before anyone else does.',
      fr: 'Animation, école et sport : ce qui touche les jeunes avant tout le reste.',
      ar: 'العمل مع الشباب والمدارس والرياضة: ما يصل إلى الشباب قبل غيره.',
    },
    facilitators: ['amina'],
    members: [
      ...(['baraka', 'ousmane', 'mariam', 'memunatu', 'leila', 'salwa', 'naima'] as const),
      ...(['dilrukshi', 'bagus', 'daniyar', 'marta', 'liesbeth', 'solene', 'sofia'] as const),
      ...(['biljana', 'genevieve', 'marcus', 'luz', 'delroy', 'arben', 'ziad', 'petra'] as const),
    ],
  },
  'public-space': {
    access: 'open',
    name: {
      en: 'Public space and cohesion',
      fr: 'Espace public et cohésion',
      ar: 'الفضاءات العامة والتماسك',
    },
    purpose: {
      en: 'Squares, nights and neighbourhoods: living side by side, also after something has happened.',
      fr: 'Places, nuits et quartiers : vivre côte à côte, y compris après un événement grave.',
      ar: 'الساحات والليل والأحياء: العيش جنبًا إلى جنب، وبعد وقوع مكروه أيضًا.',
    },
    facilitators: ['marta'],
    members: [
      ...(['nomvula', 'mariam', 'ousmane', 'solene', 'bastien', 'marcus', 'luz'] as const),
      ...(['bagus', 'liesbeth', 'rumana', 'emina', 'leila', 'fatou', 'clarisse'] as const),
    ],
  },
  'online-harms': {
    access: 'open',
    name: { en: 'Online harms', fr: 'Préjudices en ligne', ar: 'الأضرار على الإنترنت' },
    purpose: {
      en: 'Rumours, hate and harassment online, and what a city hall can do about them.',
      fr: 'Rumeurs, haine et harcèlement en ligne : ce que peut faire une mairie.',
      ar: 'الشائعات والكراهية والمضايقة على الإنترنت، وما تستطيعه البلدية إزاءها.',
    },
    facilitators: ['salwa'],
    members: [
      ...(['hinemoa', 'rumana', 'dilrukshi', 'marcus', 'genevieve', 'memunatu'] as const),
      ...(['bastien', 'munther', 'naima', 'leila', 'sofia', 'petra', 'ziad', 'nomvula'] as const),
    ],
  },
  'western-balkans-desk': {
    access: 'restricted',
    name: {
      en: 'Western Balkans desk',
      fr: 'Bureau des Balkans occidentaux',
      ar: 'مكتب غرب البلقان',
    },
    purpose: {
      en: 'Cities of the region and those who work with them: what concerns neighbours first.',
      fr: 'Les villes de la région et ceux qui travaillent avec elles : ce qui regarde d’abord les voisins.',
      ar: 'مدن المنطقة ومن يعمل معها: ما يعني الجيران أولًا.',
    },
    facilitators: ['sofia'],
    members: ['biljana', 'emina', 'arben', 'marta', 'ingrid'],
    requests: ['petra'],
  },
  'returning-families': {
    access: 'restricted',
    name: { en: 'Returning families', fr: 'Familles de retour', ar: 'الأسر العائدة' },
    purpose: {
      en: 'Practitioners who receive families that come back: methods only, never a case.',
      fr: 'Pour celles et ceux qui accueillent des familles de retour : des méthodes, jamais un cas.',
      ar: 'للممارسين الذين يستقبلون الأسر العائدة: أساليب عمل فقط، ولا حالات أبدًا.',
    },
    facilitators: ['leila', 'clarisse'],
    members: ['hatem', 'naima', 'sofia', 'marta', 'aijarkyn', 'amina', 'ziad'],
    requests: ['dilrukshi'],
  },
  'mayors-table': {
    access: 'private',
    name: { en: 'Mayors’ table', fr: 'Table des maires', ar: 'طاولة رؤساء البلديات' },
    purpose: {
      en: 'Mayors and deputy mayors among themselves; nothing said here leaves the table.',
      fr: 'Entre maires et adjoints ; rien de ce qui se dit ici ne quitte la table.',
      ar: 'لرؤساء البلديات ونوابهم فيما بينهم؛ ولا يخرج من هنا شيء مما يقال.',
    },
    facilitators: ['ousmane'],
    members: ['nomvula', 'genevieve', 'emina', 'aijarkyn', 'naima'],
  },
} as const satisfies Record<string, StorySpace>;

export type SpaceKey = keyof typeof SPACES;
