import type { StoryThread } from '../story-types.ts';

export const whenTheThreatIsForYou: StoryThread = {
  key: 'when-the-threat-is-for-you',
  space: 'mayors-table',
  kind: 'discussion',
  title: 'Quand la menace vous vise : qui le dit à la famille, et qui continue à travailler ?',
  language: 'fr',
  sharing: 'space',
  themes: ['hate-crime', 'mental-health'],
  author: 'genevieve',
  asked: { daysAgo: 17, at: '21:30' },
  body: `Entre nous, donc sans détour. J’ai reçu au printemps une lettre que la police a jugée sérieuse. La procédure a été bonne pour **la mairesse** : évaluation, agent à la porte, horaires changés. Personne n’avait pensé à ma fille de seize ans, qui l’a appris à la radio.

Je ne cherche ni conseil de sécurité ni réconfort. Je voudrais savoir comment cela se passe chez vous, concrètement : qui parle à vos proches ? Qui reprend vos dossiers la semaine où vous ne pensez à rien d’autre ?`,
  reactions: { talk: ['nomvula', 'emina'] },
  posts: [
    {
      author: 'nomvula',
      language: 'en',
      daysAgo: 17,
      at: '22:50',
      body: `Thank you for beginning. My deputy and I have an agreement on half a page, made on a quiet Sunday: if one of us is threatened, the other **tells the family in person, within the hour**, before anything else is done. We exchanged house keys and the names of our children's teachers.

It felt absurd when we wrote it. We have used it once. My mother still speaks of the man who came and sat down before he opened his mouth.`,
      reactions: { useful: ['genevieve', 'emina'] },
    },
    {
      author: 'ousmane',
      language: 'fr',
      daysAgo: 16,
      at: '09:20',
      body: `Chez nous, personne n’en parle, parce qu’en parler serait avouer une faiblesse. J’ai compris cette année ce que cela coûte : pendant trois semaines je n’ai signé que les papiers qu’on me tendait. Personne ne l’a remarqué, et c’est bien **cela** qui devrait nous inquiéter.

La demi-page de {{member:nomvula}} est à ma portée. Je la proposerai lundi au maire, oralement. Merci de ne pas la citer ailleurs.`,
      reactions: { useful: ['genevieve'] },
    },
    {
      author: 'aijarkyn',
      language: 'en',
      daysAgo: 15,
      at: '05:30',
      body: `In my first year I sent my family to relatives in another town for a month and told the press that they were on holiday. It was safe, and it was the loneliest month of my life. I also made two bad decisions, because there was nobody at dinner to tell me that they were bad.

Today I would ask for **someone outside politics** to call me every evening. A retired judge now does this for two of us. It costs nothing.`,
      reactions: { useful: ['genevieve', 'nomvula'] },
    },
    {
      author: 'naima',
      language: 'ar',
      daysAgo: 14,
      at: '13:40',
      body: `أقدّر صراحتكم، وأضيف زاوية أخرى: الموظفون. حين هُدّدتُ قبل سنتين كانت السكرتيرة هي من يفتح البريد والسائق هو من ينتظر في السيارة، ولم يسألهما أحد عن حالهما. استقالت هي بعد ثلاثة أشهر، ولم أفهم السبب إلا متأخرة.

منذ ذلك الحين نتفق على قاعدة: **كل من يقترب من البريد أو السيارة يُخبَر** في اليوم نفسه، وله أن يطلب نقله مؤقتًا من دون أن يشرح السبب.`,
      reactions: { useful: ['genevieve', 'aijarkyn'] },
    },
    {
      author: 'emina',
      language: 'en',
      daysAgo: 12,
      at: '18:15',
      body: `Both of these would have helped me: the keys and the secretary. What I did was to work more. For six weeks I was the first to arrive and the last to leave, and everyone admired it. My doctor did not.

A suggestion for this table: once a quarter, one hour by telephone, no agenda and **no minutes**. I will send the first invitation to the six of us for a Thursday evening, seven o'clock my time. {{member:genevieve}}, for you it would be lunch.`,
      reactions: { useful: ['genevieve', 'naima'] },
    },
    {
      author: 'genevieve',
      language: 'fr',
      daysAgo: 11,
      at: '02:20',
      body: `J’y serai, avec un sandwich. J’ai écrit ma demi-page dimanche. Ma fille l’a corrigée : elle a barré « informer la famille » et a mis « **me le dire avant la radio** ». Je la garde ainsi.

Merci de ce que vous avez dit ici. Je fermerai ce fil après notre premier appel ; je préfère que nous ayons la voix plutôt que des archives.`,
      reactions: { useful: ['emina', 'nomvula', 'ousmane'] },
    },
  ],
};
