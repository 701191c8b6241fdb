import type { StoryThread } from '../story-types.ts';

export const rumoursEmptyClasses: StoryThread = {
  key: 'rumours-empty-classes',
  space: 'youth',
  kind: 'question',
  title:
    'Une rumeur a vidé nos classes deux jours durant : que peut faire une commune, sans jouer au professeur ?',
  language: 'fr',
  sharing: 'network',
  themes: ['schools', 'online-harms', 'youth'],
  author: 'ousmane',
  asked: { daysAgo: 7, at: '08:30' },
  body: `Une histoire d’enlèvements, entièrement fausse, a circulé par messages vocaux. Un mardi, dans quatre écoles, **six élèves sur dix** n’étaient pas là. Le mercredi, c’étaient sept. Le jeudi, tout le monde est revenu, et personne n’en a plus parlé, ce qui m’inquiète davantage.

L’éducation ne relève pas de la commune ; les bâtiments, la cantine et l’animation, oui. Je cherche ce qui s’est fait ailleurs, *après* : avec les parents, avec les élèves, avec les animateurs. Et ce qu’il vaut mieux éviter.`,
  reactions: { useful: ['genevieve', 'salwa', 'mariam'] },
  posts: [
    {
      author: 'genevieve',
      language: 'fr',
      daysAgo: 7,
      at: '14:20',
      body: `À éviter : l’assemblée de démenti. Nous avions convoqué les parents pour leur expliquer que c’était faux. Trois cents personnes, deux heures, et la moitié est repartie avec une **meilleure** version de la rumeur.

Ce qui a marché : demander aux élèves de 14 ans d’en refaire le trajet, comme une enquête. Qui l’a reçue de qui, à quelle heure, qu’est-ce qui a été ajouté ? Sans noms, avec des couleurs. Ils ont tenu six semaines, avec une bibliothécaire et 800 dollars de matériel.`,
      reactions: { useful: ['ousmane', 'mariam', 'salwa'], tried: ['dilrukshi'] },
    },
    {
      author: 'salwa',
      language: 'ar',
      daysAgo: 6,
      at: '09:25',
      body: `أكتب من جهة التربية. بعد حادثة مشابهة لم نتكلم مع التلاميذ عن الشائعة أصلًا، بل عن **الخوف**: ما الذي جعل أمي تُبقيني في البيت؟ ومن يحميني في الطريق إلى المدرسة؟

تبيّن أن للخوف سببًا حقيقيًا لا علاقة له بالخبر: شارع بلا إنارة يمر به مئتا تلميذ. هنا يأتي دور البلدية تمامًا كما تقول يا {{member:ousmane}}: الإنارة من اختصاصكم. سبعة مصابيح فعلت ما لم تفعله أي محاضرة عن التربية الإعلامية.`,
      reactions: { useful: ['ousmane', 'genevieve'] },
    },
    {
      author: 'dilrukshi',
      language: 'en',
      daysAgo: 5,
      at: '06:15',
      body: `The street lamps of {{member:salwa}} made me look at our map, and it is the same: the schools which emptied first are those with the worst road.

One practical thing. The morning a rumour runs, parents do not believe an announcement; they believe **whoever is standing at the gate**. We asked ten grandmothers and two bus drivers to be at the gates at seven for three days, and to say nothing except good morning. Attendance came back in one day instead of three.`,
      reactions: { useful: ['ousmane', 'salwa', 'genevieve'] },
    },
    {
      author: 'mariam',
      language: 'fr',
      daysAgo: 4,
      at: '11:30',
      quotes: 2,
      quoteText: 'Qui l’a reçue de qui, à quelle heure',
      body: `Nous avons mené une enquête de ce genre l’an dernier, avec un bémol : dans une classe, les couleurs ont fini par désigner **une** famille. L’animatrice l’a vu à temps et a tout effacé, mais il s’en est fallu de peu.

Depuis, on ne retrace jamais une rumeur locale. On en prend une d’il y a dix ans, dans une autre ville. Les élèves font eux-mêmes le rapprochement, et ils le font vite ; personne n’a besoin de le dire à voix haute.`,
      reactions: { useful: ['genevieve', 'ousmane'] },
    },
    {
      author: 'ousmane',
      language: 'fr',
      daysAgo: 2,
      at: '18:50',
      body: `Je retiens l’ordre des choses, que je n’avais pas en arrivant : d’abord **la grille** le matin même ({{member:dilrukshi}}), ensuite la rue et la lumière ({{member:salwa}}), enfin l’enquête, sur une vieille rumeur d’ailleurs ({{member:mariam}}).

Quatorze lampadaires sont commandés ; je ne les dois qu’à ce fil. Reste une question pour celles et ceux qui animent : comment parler aux parents qui ont envoyé leurs enfants ce jour-là, et que les autres regardent encore de travers ?`,
      reactions: { useful: ['salwa', 'dilrukshi', 'mariam'] },
    },
  ],
};
