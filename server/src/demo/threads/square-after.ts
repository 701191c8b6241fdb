import type { StoryThread } from '../story-types.ts';

export const squareAfter: StoryThread = {
  key: 'square-after',
  space: 'public-space',
  kind: 'discussion',
  title: 'The square after: who decides when the flowers go?',
  language: 'en',
  sharing: 'network',
  themes: ['public-space', 'crisis-communication', 'hate-crime'],
  author: 'marcus',
  asked: { daysAgo: 14, at: '17:30' },
  body: `I would like to think aloud about something that no plan of ours contains. After a violent night on a public square, people bring flowers, candles, photographs. The city is grateful, and after some weeks embarrassed: rain, rats, a market that wants its place back. Somebody in the works department clears it at five in the morning, and for the families it is a second blow.

Not asking for a solution. I collect **how it was decided**, by whom, and what you would do differently. Please describe the method and leave out the night itself.`,
  reactions: { useful: ['marta', 'nomvula', 'solene', 'emina'], talk: ['nomvula'] },
  posts: [
    {
      author: 'nomvula',
      language: 'en',
      daysAgo: 14,
      at: '19:10',
      body: `We had no method, and I signed the clearing order between two meetings. What I learned, from a florist: she would have taken the flowers herself, with the families, if anybody had asked her.

So my answer today is that the decision belongs to the mayor and **the date belongs to the families**. A person from social services sits with them, not with a proposal but with a calendar. It took eleven days longer than the market wanted. The traders were told openly why, and not one complained.`,
      reactions: { useful: ['marcus', 'marta', 'emina'] },
    },
    {
      author: 'marta',
      language: 'en',
      daysAgo: 13,
      at: '08:40',
      body: `Nobody should clear anything alone or in the dark. Our rule, on one page:

- announced a week before, on the spot, in the languages of the square
- done at ten in the morning, by people **without uniforms**, slowly
- letters and drawings go to the city archive, where families may see them or take them back
- flowers become compost for a park; people were told which one

The archive was the idea of a caretaker. Three years later families still come to read.`,
      reactions: { useful: ['marcus', 'nomvula', 'bagus'], tried: ['luz'] },
    },
    {
      author: 'solene',
      language: 'fr',
      daysAgo: 12,
      at: '22:40',
      body: `La nuit, autour d’un mémorial improvisé, il se passe des choses que le jour ne voit pas : des gens qui viennent seuls, des disputes sur qui a le droit d’être là, parfois des provocateurs avec un téléphone.

Nous y avons laissé un binôme de médiation **trois semaines de plus** que prévu. Ils n’ont presque rien « fait ». Ils ont écouté, ils ont rallumé des bougies. Quand l’équipe est partie, elle l’a dit la veille, à chacun. Partir sans le dire aurait défait le reste.`,
      reactions: { useful: ['marta', 'marcus'] },
    },
    {
      author: 'bagus',
      language: 'en',
      daysAgo: 11,
      at: '07:05',
      body: `With us the difficulty was opposite: one community brought flowers, and another felt that **its** dead of an earlier year had never had a place. Clearing or keeping, each was a statement.

A neighbourhood elder proposed that the square keep nothing and that the *tree* beside it be for everybody: one ribbon per visitor, no names. I was sceptical, as it seemed too pretty. It holds, perhaps because no official has ever made a speech there.`,
      reactions: { useful: ['marcus', 'solene'] },
    },
    {
      author: 'emina',
      language: 'en',
      daysAgo: 10,
      at: '09:20',
      quotes: 2,
      quoteText: 'the date belongs to the families',
      body: `I agree, and I would add: not only *the* families. In a place with many losses, those who come forward are not all of them. We once listened carefully to four families, and a fifth read the decision in the newspaper.

Since then a list is made by two people who do not work for my office. It is closed only after a notice has hung at the square for two weeks. It is slow. With grief, slow has never been our mistake.`,
      reactions: { useful: ['nomvula', 'marcus'] },
    },
    {
      author: 'luz',
      language: 'en',
      daysAgo: 8,
      at: '14:10',
      body: `And afterwards, the market. We reopened ours with a full stage, music and a minister, because we wanted to show that life goes on. **It was too loud, too soon.** Traders told us that regular customers stayed away for a month, not out of fear but out of shame to be seen laughing there.

The second time, in another place, the traders simply came back on a Tuesday, and the city paid their fees for six weeks. That was all, and it was right.`,
      reactions: { useful: ['marcus', 'marta'] },
    },
    {
      author: 'marcus',
      language: 'en',
      daysAgo: 5,
      at: '18:25',
      body: `I did not expect this much from a question without a question mark in it. I am taking home four things: the calendar instead of the proposal, ten in the morning, the archive, and a notice that waits for those who have not been heard.

It will be one page in our emergency binder, right after the page with the road closures, which has eleven appendices. {{member:nomvula}}, may I put your florist into it, without the city?`,
      reactions: { useful: ['nomvula', 'marta', 'emina', 'solene'] },
    },
  ],
};
