import type { StoryThread } from '../story-types.ts';

export const derbyWeekend: StoryThread = {
  key: 'derby-weekend',
  space: 'western-balkans-desk',
  kind: 'discussion',
  title:
    'Supporters travel, chants travel faster: what can our cities agree on before the spring derbies?',
  language: 'en',
  sharing: 'space',
  themes: ['sport', 'youth', 'hate-crime'],
  author: 'biljana',
  asked: { daysAgo: 13, at: '08:50' },
  body: `In spring there are five matches within seven weeks, in three of our cities. The chants are learned online from each other within hours, and the worst ones are not even local. Each of us prepares alone, with police and fences, and each of us is surprised by the same four hundred young people.

What could cities, **not clubs and not police**, agree on beforehand? I am thinking of small things: a telephone list, the trains, who is at the station. What failed with you before?`,
  reactions: { useful: ['sofia', 'emina'], talk: ['sofia', 'arben'] },
  posts: [
    {
      author: 'sofia',
      language: 'en',
      daysAgo: 13,
      at: '11:20',
      body: `What failed: a joint declaration of mayors with a photograph. The supporters printed it on a banner.

What worked a little: two of our youth workers travelled **in the train** with them, with the knowledge of the group's leaders, in ordinary clothes. They carried water, bandages and a telephone, and nothing else. They saw which boys were there for the first time, and those are the ones we can still talk to on Monday. Cost: 640 euros for four trips.`,
      reactions: { useful: ['biljana', 'arben'], tried: ['biljana'] },
    },
    {
      author: 'arben',
      language: 'en',
      daysAgo: 12,
      at: '09:35',
      body: `From the association's side: the fifteen-year-olds do not go for the match, they go because it is the only trip of their year. When we offered **another trip** on the same weekend, nobody came. When we offered a trip on the weekend *before*, with a place in the organising team, nineteen came, and eleven of them did not travel to the derby.

Please never call it an alternative to the match. It was a trip to the lake.`,
      reactions: { useful: ['sofia', 'biljana', 'emina'] },
    },
    {
      author: 'emina',
      language: 'en',
      daysAgo: 11,
      at: '17:40',
      body: `I can offer one thing that costs a mayor nothing: my number and that of my deputy, for the other two cities, valid for those seven weeks, day and night. Last year I learned from a journalist that three buses were on the way.

And one thing that costs something. Our stadium is ours, so we can open the gates ninety minutes earlier and keep the **families' stand** free of charge. The club was against it until we showed them the bill for broken seats.`,
      reactions: { useful: ['biljana', 'sofia'] },
    },
    {
      author: 'marta',
      language: 'en',
      daysAgo: 10,
      at: '08:30',
      body: `A guest's note, as I know this from another league. The chant has an author. It is nearly always a gifted nineteen-year-old who writes for two hundred friends and is frightened when he hears it from two thousand.

We never banned a song successfully. Twice somebody he respected asked him for **a better one**. It must be funny and it must hurt the referee only. I realise that this is no chapter for an action plan.`,
      reactions: { useful: ['biljana', 'arben'] },
    },
    {
      author: 'ingrid',
      language: 'en',
      daysAgo: 9,
      at: '10:05',
      body: `From the secretariat, only to help with the practical part: if you settle on a telephone list, pass it on by telephone and not in this thread, because people are admitted to the desk later and would see the numbers.

If you want one hour together before the first match, propose two dates, and I will find interpretation for Albanian, Macedonian and Bosnian. {{member:sofia}} can invite on behalf of the desk.`,
      reactions: { useful: ['biljana'] },
    },
    {
      author: 'biljana',
      language: 'en',
      daysAgo: 6,
      at: '07:50',
      body: `Summing up what I can take to my mayor:

- numbers of mayors and deputies for seven weeks, exchanged privately
- two youth workers from each city in the trains, **invited by the groups**
- a trip to the lake the weekend before, organised by {{member:arben}} with those who usually stand in front
- gates open ninety minutes earlier where the city owns them

No declaration, no photograph. Two dates for the call: the 9th or the 11th, at 17:00. Who cannot?`,
      reactions: { useful: ['sofia', 'emina', 'arben'] },
    },
  ],
};
