import type { StoryThread } from '../story-types.ts';

export const councillorsHarassed: StoryThread = {
  key: 'councillors-harassed',
  space: 'online-harms',
  kind: 'question',
  title:
    'Two councillors will not stand again because of what is written about them online. What does your city hall do beyond sympathy?',
  language: 'en',
  sharing: 'space',
  themes: ['online-harms', 'women', 'hate-crime'],
  author: 'hinemoa',
  asked: { daysAgo: 19, at: '20:40' },
  body: `I am one of eleven councillors. Two of us, both women, have told me they will not stand again. Neither was ever attacked. It is the *drip*: forty comments under each photograph, the children's school mentioned, a voice message at night.

Our city hall offered a leaflet and a number that answers from nine to four. What I would like to know:

- Who in your administration reads the comments, so that the person herself need not?
- What do you **keep** as evidence, and where?
- At what point does somebody go to the police with her?`,
  reactions: { useful: ['genevieve', 'salwa', 'rumana', 'marcus'], talk: ['genevieve'] },
  posts: [
    {
      author: 'genevieve',
      language: 'fr',
      daysAgo: 19,
      at: '23:50',
      body: `Chez nous, la règle tient en une phrase : **l’élue ne lit plus seule**. Deux personnes du greffe, formées pour cela, consultent les pages deux fois par jour, archivent, et ne transmettent qu’un résumé : « rien de nouveau », « à surveiller » ou « on s’en parle aujourd’hui ».

Le plus dur a été de convaincre les élues de remettre leurs accès. Le plus efficace a été de leur rendre leurs soirées. Coût : six heures par semaine, prises sur les communications, qui ont protesté pendant un mois, puis n’en ont plus parlé.`,
      reactions: { useful: ['hinemoa', 'salwa', 'bastien'], tried: ['hinemoa'] },
    },
    {
      author: 'marcus',
      language: 'en',
      daysAgo: 18,
      at: '14:20',
      body: `On evidence, from public safety. A screenshot alone helped us **once in nine** complaints. What prosecutors asked for: the address of the post, date and time with time zone, the account's own number rather than its display name, and who took the capture.

We gave the two clerks a sheet with those five fields. It takes ninety seconds per item. And please keep the copies on a city system, not on the councillor's own telephone: for one colleague everything was lost together with the handset.`,
      reactions: { useful: ['hinemoa', 'genevieve'] },
    },
    {
      author: 'rumana',
      language: 'en',
      daysAgo: 17,
      at: '09:10',
      body: `Most of what hurts our ward members does not happen in comments. It is **edited photographs in closed groups**, which arrive through a cousin. No monitoring tool sees them. What we have is a woman officer whom they can show it to without explaining, in a room with a door, and she is allowed to say on the spot: this is not your fault and this is an offence.

Forty-one visits in a year, from a council with fourteen women. I would not have believed the number.`,
      reactions: { useful: ['hinemoa', 'dilrukshi'] },
    },
    {
      author: 'salwa',
      language: 'ar',
      daysAgo: 16,
      at: '10:30',
      body: `أضيف من باب الوقاية لا من باب العلاج. قبل الانتخابات الأخيرة دعونا **كل** المترشحين، رجالًا ونساءً، إلى جلسة من ساعتين: كيف تغلق الرسائل الصوتية من الغرباء، وكيف تفصل صفحتك الشخصية عن صفحة الحملة، ومن تتصل به إن جاءك تهديد.

لم نقل إنها للنساء، فجاء الرجال، وتبيّن أن ثلثهم تلقّى تهديدات لم يخبر بها أحدًا. صار الكلام في الموضوع أسهل للجميع بعد ذلك.`,
      reactions: { useful: ['hinemoa', 'rumana', 'leila'] },
    },
    {
      author: 'bastien',
      language: 'fr',
      daysAgo: 15,
      at: '19:00',
      body: `Je l’écris parce que les hommes se taisent là-dessus : j’ai reçu pendant une campagne entière des messages sur ma famille, et je n’ai rien dit. Par orgueil. Le jour où une collègue a été visée, je n’avais donc aucune légitimité pour dire que c’était grave, puisque j’avais fait comme si ce n’était rien.

Depuis, notre groupe a une règle très simple : **chacun signale, même ce qu’il croit supporter**. C’est le seul moyen de voir qu’il s’agit des mêmes comptes.`,
      reactions: { useful: ['hinemoa', 'genevieve'] },
    },
    {
      author: 'hinemoa',
      language: 'en',
      daysAgo: 13,
      at: '08:05',
      body: `Thank you. I took the sentence of {{member:genevieve}} to our chief executive: *a councillor no longer reads alone*. It starts next month, with four hours a week from the records team.

The police part is still open: each of us still explains it from the beginning.`,
      edited: {
        daysAgo: 13,
        at: '08:30',
        body: `Thank you. I took the sentence of {{member:genevieve}} to our chief executive: *a councillor no longer reads alone*. It starts next month, with four hours a week from the records team and the five-field sheet of {{member:marcus}}.

The police part is still open. At present each of us goes by herself, to whoever is at the desk, and explains from the beginning. {{member:petra}}, does any research say what makes people go the second time?`,
      },
      reactions: { useful: ['genevieve', 'marcus'] },
    },
    {
      author: 'petra',
      language: 'en',
      daysAgo: 12,
      at: '13:15',
      body: `Little, and mostly on small numbers, so take it with care. In the three studies I trust, the strongest factor was **not** whether the case led anywhere. It was whether the person had one contact who already knew the story. Next came hearing back at all, even "we have stopped".

So the cheapest step may be an agreement with the police for one named officer and a reference that carries on from one complaint to the next. It is also something one can measure within a year.`,
      reactions: { useful: ['hinemoa', 'marcus'] },
    },
  ],
};
