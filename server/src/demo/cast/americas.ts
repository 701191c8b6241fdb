import type { CastMember } from '../cast-types.ts';

export const americas = {
  genevieve: {
    name: 'Geneviève Thibodeau',
    institution: 'sherbrooke',
    seat: 'mayor',
    languages: ['fr', 'en'],
    locale: 'fr',
    timeZone: 'America/Toronto',
    sentence: {
      en: 'Speak in confidence with other mayors about threats against elected people.',
      fr: 'Parlez en confiance avec d’autres maires des menaces visant les élus.',
      ar: 'تحدّث في ثقة مع رؤساء بلديات آخرين عن التهديدات التي تستهدف المنتخبين.',
    },
  },
  marcus: {
    name: 'Marcus Ellery-Vaughn',
    institution: 'columbus',
    seat: 'public-safety',
    languages: ['en', 'es'],
    locale: 'en',
    timeZone: 'America/New_York',
    sentence: {
      en: 'Start a discussion on a public square after a crisis, and watch it being quoted.',
      fr: 'Lancez une discussion sur une place publique après une crise, et voyez-la citée.',
      ar: 'ابدأ نقاشًا حول ساحة عامة بعد أزمة، وتابع الاقتباس منه.',
    },
  },
  luz: {
    name: 'Luz Marina Echeverri',
    institution: 'pereira',
    seat: 'youth-services',
    languages: ['es', 'en'],
    locale: 'en',
    timeZone: 'America/Bogota',
    sentence: {
      en: 'Answer with figures from the street, and mark what your city has tried.',
      fr: 'Répondez avec des chiffres de terrain, et indiquez ce que votre ville a essayé.',
      ar: 'أجب بأرقام من الميدان، وأشر إلى ما جرّبته مدينتك.',
    },
  },
  delroy: {
    name: 'Delroy Hutchinson-Pryce',
    institution: 'kingston',
    seat: 'youth-services',
    languages: ['en'],
    locale: 'en',
    timeZone: 'America/Jamaica',
    sentence: {
      en: 'Follow sport and youth work across four regions, and mute what is not for you.',
      fr: 'Suivez le sport et l’animation dans quatre régions, et mettez en sourdine le reste.',
      ar: 'تابع الرياضة والعمل مع الشباب في أربع مناطق، واكتم ما لا يعنيك.',
    },
  },
} as const satisfies Record<string, CastMember>;
