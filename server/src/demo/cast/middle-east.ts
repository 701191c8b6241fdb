import type { CastMember } from '../cast-types.ts';

export const middleEast = {
  leila: {
    name: 'ليلى المنصوري',
    institution: 'tripoli',
    seat: 'social-services',
    languages: ['ar', 'en', 'fr'],
    locale: 'ar',
    timeZone: 'Asia/Beirut',
    sentence: {
      en: 'Work entirely in Arabic, find your question that still waits for an answer, and look after the restricted space on returning families.',
      fr: 'Travaillez entièrement en arabe, retrouvez votre question qui attend encore une réponse et animez l’espace restreint sur les familles de retour.',
      ar: 'اعمل بالعربية من أول الصفحة إلى آخرها، واعثر على سؤالك الذي ما زال ينتظر جوابًا، ويسّر المساحة المقيّدة الخاصة بالأسر العائدة.',
    },
    featured: true,
  },
  salwa: {
    name: 'سلوى الجربوعي',
    institution: 'tunis',
    seat: 'education',
    languages: ['ar', 'fr'],
    locale: 'ar',
    timeZone: 'Africa/Tunis',
    sentence: {
      en: 'Read a thread that changes between Arabic, French and English, and quote a passage from it.',
      fr: 'Lisez un fil qui passe de l’arabe au français et à l’anglais, et citez-en un passage.',
      ar: 'اقرأ موضوعًا يتنقل بين العربية والفرنسية والإنجليزية، واقتبس منه مقطعًا.',
    },
    featured: true,
  },
  hatem: {
    name: 'حاتم الورغمي',
    institution: 'tunis',
    seat: 'social-services',
    languages: ['fr', 'ar'],
    locale: 'fr',
    timeZone: 'Africa/Tunis',
    sentence: {
      en: 'Ask a delicate question that only the members of one restricted space can read.',
      fr: 'Posez une question délicate que seuls les membres d’un espace restreint peuvent lire.',
      ar: 'اطرح سؤالًا دقيقًا لا يقرؤه إلا أعضاء مساحة مقيّدة واحدة.',
    },
  },
  naima: {
    name: 'نعيمة الغازواني',
    institution: 'rabat',
    seat: 'deputy-mayor',
    languages: ['ar', 'fr'],
    locale: 'ar',
    timeZone: 'Africa/Casablanca',
    sentence: {
      en: 'Follow your question on schools and religious leaders, in three languages.',
      fr: 'Suivez votre question sur l’école et les responsables religieux, en trois langues.',
      ar: 'تابع سؤالك عن المدارس والقيادات الدينية بثلاث لغات.',
    },
  },
  munther: {
    name: 'منذر العزايزة',
    institution: 'amman',
    seat: 'city-manager',
    languages: ['ar', 'en'],
    locale: 'ar',
    timeZone: 'Asia/Amman',
    sentence: {
      en: 'Find out who chairs the local prevention council elsewhere, and who pays.',
      fr: 'Apprenez qui préside ailleurs le conseil local de prévention, et qui paie.',
      ar: 'اعرف من يرأس مجلس الوقاية المحلي في المدن الأخرى، ومن يدفع.',
    },
  },
} as const satisfies Record<string, CastMember>;
