import type { StoryPost } from '../story-types.ts';

/** Posts 2 to 16. */
export const referralTrustFirst: StoryPost[] = [
  {
    author: 'amina',
    language: 'en',
    daysAgo: 24,
    at: '09:40',
    body: `We had a form too. In its best year it brought in five sheets of paper, three of them about noise.

What changed it was one named person per district. Not an office, a person: the youth workers know her face, her telephone number and the days she drinks tea at the centre. She may say "leave it, keep talking to him" and that counts as an answer. Out of ten calls, about seven end there.

It took us four months to choose six people for six districts. We asked the youth workers whom they would call, and in two districts they named somebody we would never have thought of.`,
    reactions: {
      useful: ['sofia', 'biljana', 'liesbeth', 'daniyar', 'memunatu', 'leila'],
      tried: ['liesbeth', 'leila'],
    },
  },
  {
    author: 'marta',
    language: 'en',
    daysAgo: 24,
    at: '13:05',
    body: `I have been a youth worker for nineteen years, so let me say the uncomfortable part. We did not use the path because **the police sat in it from the first minute**.

Now they join only after the youth worker has agreed, unless there is danger to life. That exception is written on the same page, in one sentence, so nobody has to interpret it at eleven in the evening.

In the first year the police asked to be let in four times and were refused once. The sky did not fall. The year after, youth workers themselves asked for them.`,
    reactions: { useful: ['sofia', 'amina', 'baraka', 'solene', 'arben'], tried: ['marcus'] },
  },
  {
    author: 'baraka',
    language: 'en',
    daysAgo: 23,
    at: '06:30',
    body: `From the other end of the telephone: I am one of those who call. Before, I kept things to myself, and so did my colleagues. Not because we did not care. A boy tells you something at the football pitch because you are *not* the office.

What helps me is that I can ring without giving a name. I describe what I heard, she asks three questions, and then we decide together whether a name is needed at all. Of my last eight calls I gave a name in two.`,
    reactions: { useful: ['sofia', 'marta', 'delroy'] },
  },
  {
    author: 'liesbeth',
    language: 'en',
    daysAgo: 23,
    at: '10:20',
    body: `We copied the named person from Amina's colleagues two years ago, with one change: she is employed by the youth department, not by the prevention unit, so nobody can say she is the ear of the mayor.

- **Cost:** one half-time post, about 34,000 euros a year with telephone and supervision
- **Volume:** 9 contacts in the year before, 52 in the first year, 61 in the second
- **What failed:** we gave her an evening shift on paper only; the calls came after nine, and nobody answered

The third point cost us the trust of one whole centre for six months.`,
    reactions: { useful: ['sofia', 'amina', 'daniyar'], tried: ['biljana'] },
  },
  {
    author: 'sofia',
    language: 'en',
    daysAgo: 23,
    at: '15:50',
    quotes: 2,
    quoteText: 'one named person per district',
    body: `Thank you, this is already more than we learned in a year. {{member:amina}}, two practical questions before I take it to our council.

1. Who is the manager of these six people? We have three departments that would each like to own them, and one that would like them not to exist.
2. What happens in August? Ours is a small team, and the one week when nobody answers will be the week that matters.

{{member:liesbeth}}, the same for you: does she have a deputy?`,
  },
  {
    author: 'ousmane',
    language: 'fr',
    daysAgo: 22,
    at: '09:10',
    quotes: 1,
    quoteText: 'nothing ever comes back to them',
    body: `Chez nous, le déclic a été le retour d’information : dans les dix jours, la personne référente rappelle l’éducateur, même pour dire « nous suivons ». En six mois nous sommes passés de 4 à 31 signalements.

Ce n’était pas gratuit. Il a fallu convaincre la protection de l’enfance qu’un mot de retour n’est pas une fuite. Nous avons écrit trois phrases types, validées par une juriste, et personne n’a le droit d’en dire plus. Les éducateurs nous disent que c’est peu, mais que ce peu change tout.`,
    reactions: {
      useful: ['sofia', 'mariam', 'solene', 'genevieve', 'biljana', 'salwa'],
      tried: ['mariam', 'biljana'],
    },
  },
  {
    author: 'leila',
    language: 'ar',
    daysAgo: 22,
    at: '12:35',
    body: `اعتمدنا شخصًا واحدًا معروفًا في كل حي بدلًا من الاستمارة، وكانت النتيجة قريبة مما ذكرته {{member:amina}}: اتصالات كثيرة وإحالات قليلة، وهذا في رأيي نجاح لا إخفاق.

لكن بقي سؤال لم نجد له جوابًا: ماذا نفعل حين تكون الأسرة نفسها مصدر الخطر؟ تقول لنا العاملة مع الشباب إن أول ما نسأل عنه هو موافقة الأهل، وفي حالات معدودة يكون هذا السؤال وحده كافيًا لإيذاء الفتى أو الفتاة.`,
    reactions: { useful: ['sofia', 'salwa', 'naima', 'amina'], talk: ['ousmane', 'naima'] },
  },
  {
    author: 'daniyar',
    language: 'en',
    daysAgo: 22,
    at: '16:00',
    body: `Our difficulty is distance. We have one psychologist for the whole city, and the outer districts are an hour away by bus. A named person exists there on paper: it is the deputy head of the district administration, whom no teenager and no youth worker would ever call.

Has anybody made this work **without a budget line**, only by giving existing staff the time? I can get six hours a week for four people. I cannot get a new post before the year after next.`,
  },
  {
    author: 'luz',
    language: 'en',
    daysAgo: 21,
    at: '14:45',
    body: `In our districts the worry is gangs far more than ideology, and that turned out to be an advantage: the path is for *any* young person someone worries about. One door, one telephone, no label on it.

When we had a special door for extremism, parents refused to be seen near it. Since the doors were merged, some 140 contacts a year come in, and perhaps five have anything to do with hate or violent groups. Those five would never have come through the other door.

{{member:daniyar}}: we began with **five hours a week** of a school nurse. It was enough for eight months.`,
    reactions: { useful: ['sofia', 'daniyar', 'delroy'], tried: ['delroy'] },
  },
  {
    author: 'marcus',
    language: 'en',
    daysAgo: 21,
    at: '20:30',
    body: `One thing from the legal side, since it stopped us for a year: everyone believed that the law forbade them to talk to each other. Nobody had read it.

Our attorney wrote a two-page agreement: what may be said without a name, what needs consent, what must be reported whatever anyone thinks. The second page is a table with five rows. Youth workers keep it folded in their telephone case.

It did not create a single referral. It removed the excuse that was blocking them.`,
    reactions: { useful: ['liesbeth', 'marta'] },
  },
  {
    author: 'biljana',
    language: 'en',
    daysAgo: 20,
    at: '07:55',
    body: `Here is our failure, for the collection. We made a form with **34 fields**, agreed among seven institutions over fourteen months. Each institution added the fields it needed and nobody took one away.

Result: two forms in two years, and one of them was a test I had sent myself.

{{member:amina}}, if your named person asks only three questions, which three? I would like to put them on the table at our next meeting instead of the form.`,
    reactions: { useful: ['sofia', 'amina'] },
  },
  {
    author: 'amina',
    language: 'en',
    daysAgo: 20,
    at: '09:15',
    quotes: 12,
    quoteText: 'which three?',
    body: `There are three, and two more if the answer to the first is "today".

1. Is anybody in danger now?
2. What did you see or hear yourself, and what did others tell you?
3. Who does this young person still listen to?

If it is urgent: where is he or she at this moment, and is there a weapon?

The third is the one that matters most. Half of our plans are built on the answer: an aunt, a coach, a former teacher. And to {{member:sofia}}: all six report to the head of social services, who does not ask for names either. In August they cover for each other in pairs.`,
    reactions: {
      useful: ['biljana', 'sofia', 'daniyar', 'leila', 'bagus'],
      tried: ['biljana', 'sofia'],
    },
  },
  {
    author: 'mariam',
    language: 'fr',
    daysAgo: 20,
    at: '11:40',
    body: `Un point de vigilance côté services sociaux. Quand le chemin s’est mis à fonctionner, nous avons reçu en trois mois ce que nous traitions en un an, avec la même équipe de cinq personnes. Les éducateurs avaient confiance, et nous n’avions pas de place.

Nous avons dû dire **non** à des situations qui ne relevaient pas de nous, et chaque refus a coûté cher en confiance. Si c’était à refaire, je prévoirais les places d’accompagnement *avant* d’ouvrir la ligne. Vingt places suffisaient pour commencer.`,
    reactions: { useful: ['ousmane', 'solene'] },
  },
  {
    author: 'solene',
    language: 'fr',
    daysAgo: 19,
    at: '09:30',
    body: `N’oubliez pas ceux qui ne portent pas le titre d’éducateur. Nos médiateurs de nuit entendent autant que les animateurs, souvent plus, parce qu’à deux heures du matin on ne joue plus de rôle.

Pendant quatre ans ils n’ont eu accès à aucun circuit : leur employeur est une association, leur contrat finit chaque mois de mars. Nous leur avons donné le même numéro qu’aux autres. La première année, **un signalement sur quatre** venait d’eux.`,
    reactions: { useful: ['bastien', 'mariam', 'ousmane'] },
  },
  {
    author: 'memunatu',
    language: 'en',
    daysAgo: 19,
    at: '12:10',
    body: `In our wards people do not call the municipality first, they go to the chief's house or to the women's leader in the market. We lost a year trying to bypass them.

Now four of the eleven contact persons are chosen with the elders. We pay their telephone credit, 60 cedis a month, and nothing else. It is not perfect: young women told us that two of the four are too close to certain families, so they need a second number. We put both on the same card, without saying which is for whom.`,
    reactions: { useful: ['amina', 'sofia'] },
  },
];
