import type { CastMember } from '../cast-types.ts';

export const balkans = {
  sofia: {
    name: 'Sofia Kastrati',
    institution: 'prishtina',
    seat: 'prevention-coordinator',
    languages: ['sq', 'en', 'sr'],
    locale: 'en',
    timeZone: 'Europe/Belgrade',
    sentence: {
      en: 'See more than forty answers to your question, and admit people to the Western Balkans desk.',
      fr: 'Voyez plus de quarante réponses à votre question, et admettez des personnes au Bureau des Balkans occidentaux.',
      ar: 'شاهد أكثر من أربعين ردًّا على سؤالك، واقبل الأعضاء في «مكتب غرب البلقان».',
    },
    featured: true,
  },
  biljana: {
    name: 'Билјана Трајчевска',
    institution: 'kumanovo',
    seat: 'focal-point',
    languages: ['mk', 'sr', 'en'],
    locale: 'en',
    timeZone: 'Europe/Skopje',
    sentence: {
      en: 'Work in a restricted space with the neighbouring cities, where no thread leaves the room.',
      fr: 'Travaillez avec les villes voisines dans un espace restreint dont rien ne sort.',
      ar: 'اعمل مع المدن المجاورة في مساحة مقيّدة لا يخرج منها شيء.',
    },
  },
  emina: {
    name: 'Emina Hadžimurat',
    institution: 'tuzla',
    seat: 'mayor',
    languages: ['bs', 'en'],
    locale: 'en',
    timeZone: 'Europe/Sarajevo',
    sentence: {
      en: 'Go from the regional desk to the Mayors’ table, and see what each of them may read.',
      fr: 'Passez du bureau régional à la Table des maires, et voyez ce que chacun peut lire.',
      ar: 'انتقل بين المكتب الإقليمي و«طاولة رؤساء البلديات»، ولاحظ من يقرأ ماذا.',
    },
  },
} as const satisfies Record<string, CastMember>;
