import type { CastMember } from '../cast-types.ts';

export const europe = {
  marta: {
    name: 'Marta Lindqvist',
    institution: 'gothenburg',
    seat: 'practitioner',
    languages: ['sv', 'en'],
    locale: 'en',
    timeZone: 'Europe/Stockholm',
    sentence: {
      en: 'Answer from the front line, react with “we tried this”, and look after the Public space and cohesion space.',
      fr: 'Répondez depuis le terrain, réagissez par « Nous l’avons essayé » et animez l’espace « Espace public et cohésion ».',
      ar: 'أجب من الميدان، وتفاعل بعبارة «جرّبنا هذا»، ويسّر مساحة «الفضاءات العامة والتماسك».',
    },
    featured: true,
  },
  liesbeth: {
    name: 'Liesbeth Verhaegen',
    institution: 'mechelen',
    seat: 'policy-officer',
    languages: ['nl', 'fr', 'en'],
    locale: 'en',
    timeZone: 'Europe/Brussels',
    sentence: {
      en: 'Quote an earlier post, answer it in another language, without leaving the thread.',
      fr: 'Citez une contribution antérieure et répondez-y dans une autre langue, sans quitter le fil.',
      ar: 'اقتبس مشاركة سابقة وأجب عنها بلغة أخرى من دون أن تغادر الموضوع.',
    },
  },
  solene: {
    name: 'Solène Mattéi',
    institution: 'marseille',
    seat: 'practitioner',
    languages: ['fr', 'en'],
    locale: 'fr',
    timeZone: 'Europe/Paris',
    sentence: {
      en: 'Share ten years of night mediation, with its budget and its limits, and see how many found it useful.',
      fr: 'Partagez dix ans de médiation de nuit, budget et limites compris, et voyez à combien de membres cela a servi.',
      ar: 'شارك عشر سنوات من الوساطة الليلية بميزانيتها وحدودها، واعرف كم عضوًا أفادته.',
    },
    featured: true,
  },
  bastien: {
    name: 'Bastien Kerleguer',
    institution: 'marseille',
    seat: 'councillor',
    languages: ['fr'],
    locale: 'fr',
    timeZone: 'Europe/Paris',
    sentence: {
      en: 'Read on the phone, between two meetings, what waits for you, and nothing else.',
      fr: 'Lisez sur le téléphone, entre deux réunions, ce qui vous attend et rien d’autre.',
      ar: 'اقرأ على هاتفك بين اجتماعين ما ينتظرك فحسب.',
    },
  },
} as const satisfies Record<string, CastMember>;
