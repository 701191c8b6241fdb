import type { StoryThread } from '../story-types.ts';

export const evaluateOnLittle: StoryThread = {
  key: 'evaluate-on-little',
  space: 'local-prevention-networks',
  kind: 'question',
  title: 'How do you evaluate prevention with 4,000 euros and no control group?',
  language: 'en',
  sharing: 'network',
  themes: ['evaluation', 'budget', 'local-action-plans'],
  author: 'daniyar',
  asked: { daysAgo: 41, at: '06:20' },
  body: `Our local action plan ends in spring, and the council wants to know whether it "worked". We have 4,000 euros, one student, and attendance lists. Nobody counted anything before we began.

I do not want to produce a report with photographs of smiling people. But I also cannot pretend to prove that something did **not** happen because of us.

What is the most honest thing one can do with this money, and how do you explain it to councillors who want a percentage?`,
  reactions: { useful: ['memunatu', 'munther', 'fatou', 'luz'], talk: ['memunatu'] },
  posts: [
    {
      author: 'petra',
      language: 'en',
      daysAgo: 41,
      at: '09:50',
      body: `Spend nothing on proving the end of the chain; nobody can do that at city scale. Spend it on the two or three **links** you are least sure of.

1. Draw the plan as a chain: *if we do A, then B, because C*. One afternoon, free.
2. Ask the team which link they would not bet their salary on.
3. Test that one, with twenty conversations of forty minutes by somebody who is not from the city.

Twenty conversations, transcribed and coded, cost about 3,200 euros with a student. The rest is for coffee and for reading them together.`,
      reactions: { useful: ['daniyar', 'liesbeth', 'memunatu', 'fatou'] },
    },
    {
      author: 'liesbeth',
      language: 'en',
      daysAgo: 40,
      at: '10:15',
      body: `We did just this last year. The link we doubted was that parents talk at home about what they hear in the parents' café. They did not. **Nineteen of twenty-two** went home and said nothing, for a simple reason: they were ashamed of having been invited.

It was our cheapest evaluation and the only one that changed anything. The invitation now comes from other parents. I told the council: *we found out what was broken before it became expensive*. They liked it better than a percentage.`,
      reactions: { useful: ['daniyar', 'petra'], tried: ['memunatu'] },
    },
    {
      author: 'memunatu',
      language: 'en',
      daysAgo: 38,
      at: '12:40',
      body: `May I add a method for those without a student? We use **neighbouring cities**. Two of their officers come for a day and interview our people, and three months later two of ours go there. Transport and lunch, 1,100 cedis. People speak differently to an outsider who does the same job.

A caution: choose a city that is not competing with you for the same grant. The first time we did, and everybody was marvellous.`,
      reactions: { useful: ['daniyar', 'petra'] },
    },
    {
      author: 'fatou',
      language: 'fr',
      daysAgo: 37,
      at: '09:05',
      body: `Côté financeur, un aveu : pendant des années nous avons demandé des pourcentages parce que notre propre conseil nous les demandait. Personne ne les relisait.

Ce que je défends maintenant, et qui passe, c’est une page en trois colonnes : **ce que nous pensions, ce que nous avons constaté, ce que nous changeons**. Une ville qui remplit honnêtement la deuxième colonne a plus de chances d’être refinancée par nous qu’une ville sans échec. Je sais que ce n’est pas encore la règle partout.`,
      reactions: { useful: ['daniyar', 'memunatu', 'liesbeth'] },
    },
    {
      author: 'luz',
      language: 'en',
      daysAgo: 36,
      at: '15:30',
      body: `One figure that we do collect, since it costs nothing: **who stopped coming, and whether anybody asked why**. Of 212 young people in one year, 64 stopped. We reached 40 of them by telephone. For eleven the reason was the bus fare.

Eleven bus fares are cheaper than any workshop. No satisfaction survey would have shown it, because those who answer surveys are those who are still there.`,
      reactions: { useful: ['daniyar'], tried: ['petra'] },
    },
    {
      author: 'daniyar',
      language: 'en',
      daysAgo: 22,
      at: '07:45',
      body: `Done, or nearly: 18 conversations of 20, and 3,650 euros. The doubtful link was ours too. We believed that the street football evenings bring the two halves of a district together. **They come together and they play in separate teams.** The boys had told us so all along, and we had written "mixed participation" because the list was mixed.

From March the teams are drawn by lot. In the council I shall use the three columns of {{member:fatou}}. Thank you; this was my best-spent month of the year.`,
      reactions: { useful: ['petra', 'liesbeth', 'fatou', 'luz'] },
    },
  ],
};
