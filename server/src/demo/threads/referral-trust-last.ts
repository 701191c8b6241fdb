import type { StoryPost } from '../story-types.ts';

/** Posts 32 to 46. */
export const referralTrustLast: StoryPost[] = [
  {
    author: 'sofia',
    language: 'en',
    daysAgo: 13,
    at: '21:05',
    body: `Half-way note, so that I do not lose the thread. From January we will try:

- one named person in each of **three** districts, chosen by the youth workers
- advice without names, as in Gothenburg; consent only when somebody new meets the young person
- a word back within ten days, three fixed sentences
- the letter of protection, also for associations
- no form

Still open for us: the family as the risk, and nights. If you see a hole, please tell me now rather than in January.`,
    reactions: { useful: ['amina', 'biljana', 'arben', 'emina'], talk: ['emina'] },
  },
  {
    author: 'genevieve',
    language: 'fr',
    daysAgo: 12,
    at: '13:50',
    body: `Je lis ce fil en mairesse, donc par l’autre bout. Un jour le chemin échouera, et c’est moi qui serai devant les micros. Ce jour-là, on me demandera : « Qui savait ? »

Ma suggestion : écrivez dès maintenant, au calme, **ce que la ville répondra**. Nous avons trois paragraphes, relus par l’équipe de terrain, qui ne livrent personne. Le seul fait de les avoir a rassuré les intervenants : ils savent que la mairie ne cherchera pas un coupable parmi eux.`,
    reactions: { useful: ['ousmane', 'sofia'] },
  },
  {
    author: 'marta',
    language: 'en',
    daysAgo: 12,
    at: '16:30',
    body: `Since we speak of failing: our path has failed, and I will say only how, not with whom. Twice a call came in, advice was given, everyone did what the page says, and it was still not enough.

What saved the path was the review afterwards. One outsider, two hours, a single rule: *we look for the step, not for the person*. Both times the step was the same, a hand-over on a Friday afternoon. **We no longer hand over on Fridays.** Nobody left the team.`,
    reactions: { useful: ['sofia', 'genevieve', 'baraka', 'arben'] },
  },
  {
    author: 'daniyar',
    language: 'en',
    daysAgo: 11,
    at: '09:10',
    body: 'I wanted to describe how it went with the first call that reached us from one of the outer districts last week, with the age, the school and what the brother said, because it shows so well what {{member:marta}} means. On second thoughts it would be far too easy to recognise, so please read this as a note that I will write it again without any of that.',
    deleted: true,
  },
  {
    author: 'daniyar',
    language: 'en',
    daysAgo: 11,
    at: '09:45',
    body: `Second attempt, in numbers only. We took the idea of {{member:luz}} and began with six hours a week of two school nurses and two librarians. Yes, librarians: in the outer districts the library is the only warm room that is open until eight.

After ten days: 5 conversations, 4 of them advice only, 1 that I cannot judge yet. **Cost so far: four telephones.** The head of the library asked whether this is now in her job description. It is a fair question.`,
    reactions: { useful: ['luz', 'sofia'] },
  },
  {
    author: 'luz',
    language: 'en',
    daysAgo: 10,
    at: '14:20',
    body: `{{member:daniyar}}, make it part of the job description before somebody else asks you to stop. We waited, the nurse was moved to another school, and for three weeks a telephone with 140 contacts a year lay in a drawer.

On money, since people ask: we spend about **2,100 dollars a month** for the whole path in eleven districts. Two thirds is supervision by an outside psychologist, ninety minutes every second week for those who take calls. I would cut anything else first.`,
    reactions: { useful: ['daniyar', 'fatou', 'delroy'] },
  },
  {
    author: 'baraka',
    language: 'en',
    daysAgo: 10,
    at: '18:00',
    body: `Nights. Young people talk after nine in the evening, and the named person has children to put to bed. We tried a rota: it died after five weeks, because on the third night everybody got someone they did not know.

Now there is a rule instead of a rota. At night we call nobody unless there is danger, and then it is the emergency number. Otherwise we write two lines to ourselves and call at nine in the morning. It sounds poor. In eight months it was enough, and people sleep.`,
    reactions: { useful: ['solene', 'amina'] },
  },
  {
    author: 'liesbeth',
    language: 'en',
    daysAgo: 9,
    at: '10:10',
    quotes: 6,
    quoteText: 'does she have a deputy?',
    body: `Late answer to {{member:sofia}}: she has one **now**. Our first named person did it alone for twenty months and then fell ill, with 61 contacts in her head and three lines in the computer. We could not call a single one of those people back. That was the price of not writing anything down.

Two people since then, one day together each week, and a notebook without names: date, district, advice given, when to call back. If it were lost in the tram, nobody could be found through it.`,
    reactions: { useful: ['sofia', 'luz'] },
  },
  {
    author: 'dilrukshi',
    language: 'en',
    daysAgo: 8,
    at: '05:40',
    body: `A word on language. Our path was in one language for its first year, out of plain carelessness, and calls came from one half of the city. The named person in two districts now speaks both, and the card is printed in three.

It brought twelve calls in three months from schools that had never called. None was dramatic. But a head teacher told me: *until now we thought it was for the others to report us.* I had not understood that before.`,
    reactions: { useful: ['salwa'] },
  },
  {
    author: 'salwa',
    language: 'ar',
    daysAgo: 7,
    at: '09:20',
    body: `أوافق {{member:dilrukshi}}، والأمر نفسه ينطبق على لغة الرد. كنا نرسل إلى المعلمين رسالة إدارية باردة: «نحيطكم علمًا بأن الموضوع قيد المتابعة». ظنّ بعضهم أنها إشارة إلى التوقف.

صارت الرسالة اليوم مكالمة من دقيقتين، وفيها ثلاث جمل لا غير:

1. شكرًا، لقد أحسنت بالاتصال.
2. هناك من يتابع، وأنت تواصل عملك كما كنت.
3. سأتصل بك مجددًا يوم كذا.

الجملة الثالثة هي التي يتذكرها الجميع، بشرط أن نفي بها.`,
    reactions: { useful: ['dilrukshi', 'leila', 'ousmane'] },
  },
  {
    author: 'solene',
    language: 'fr',
    daysAgo: 6,
    at: '22:15',
    body: `Les trois phrases de {{member:salwa}} sont presque les nôtres. J’ajoute la limite, pour être honnête : au bout de deux ou trois retours, la confiance grandit et les questions aussi. « Il va comment ? Il est où ? » Et là il faut savoir se taire devant quelqu’un à qui l’on doit tout.

Nous en avons fait un exercice de formation : une heure de jeu de rôle, où l’on apprend à dire *je ne peux pas te répondre* sans fermer la porte. C’est l’heure que les gens redemandent.`,
    reactions: { useful: ['salwa', 'ousmane', 'mariam'] },
  },
  {
    author: 'biljana',
    language: 'en',
    daysAgo: 4,
    at: '08:30',
    body: `A report from someone who listened. Two weeks ago we put the 34 fields aside and took the three questions of {{member:amina}}, one named person in two districts, and a word back within ten days.

- 3 calls so far, against two forms in two years
- 2 ended in advice
- 2 of the 3 callers have called again

One institution still fills in the old form for itself. We let it. And in one district the youth workers asked for a different person after a few days. That was awkward, and right.`,
    reactions: { useful: ['sofia', 'amina', 'petra'], tried: ['sofia'] },
  },
  {
    author: 'sofia',
    language: 'en',
    daysAgo: 3,
    at: '10:05',
    body: `{{member:biljana}}, may three of us come for a day in February? You are two hours away, and I have been writing to people on four continents.

News from our side: the council said yes to three districts, for one year, **18,400 euros**. The letter of protection is with the lawyers. The youth workers voted, and in one district they chose the caretaker of the sports hall. Nobody in my office had his number. All of them had.`,
    reactions: { useful: ['biljana', 'amina'], talk: ['biljana'] },
  },
  {
    author: 'delroy',
    language: 'en',
    daysAgo: 2,
    at: '17:25',
    body: `The caretaker! Same story here, only ours sells coconuts beside the gate and has known every boy for twenty years. We could not employ him, so he is "the friend of the named person", and she passes by twice a week.

One caution from experience: agree with him what he must **never** do, which is to go and fix it himself. Ours did once, with the best of intentions, and it took a month to repair.`,
    reactions: { useful: ['sofia', 'luz', 'baraka'] },
  },
  {
    author: 'ousmane',
    language: 'fr',
    daysAgo: 1,
    at: '19:40',
    body: `Je propose que nous en restions là pour les principes et que nous passions aux essais. {{member:sofia}}, {{member:biljana}}, {{member:daniyar}} : vous êtes trois à commencer en même temps, avec trois budgets très différents. Un appel d’une heure en mars pour comparer les trois chiffres d’{{member:amina}} (délai de retour, deuxièmes appels, soirs sans réponse) ?

Je peux l’animer en français et en anglais. Merci à toutes et à tous : j’ai imprimé ce fil pour notre équipe, sans les noms.`,
    reactions: { useful: ['sofia', 'amina'] },
  },
];
