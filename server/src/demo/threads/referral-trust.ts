import type { StoryThread } from '../story-types.ts';
import { referralTrustFirst } from './referral-trust-first.ts';
import { referralTrustLast } from './referral-trust-last.ts';
import { referralTrustMiddle } from './referral-trust-middle.ts';

export const referralTrust: StoryThread = {
  key: 'referral-trust',
  space: 'youth',
  kind: 'question',
  title:
    'Youth workers hear threats before anyone else does. How did you build a referral path they trust?',
  language: 'en',
  sharing: 'network',
  themes: ['youth', 'referral', 'multi-agency'],
  author: 'sofia',
  asked: { daysAgo: 24, at: '08:15' },
  body: `We trained forty youth workers last year. They know the signs, yet only three referrals came in twelve months, and two of them reached us by accident. They tell us they fear losing the trust of the young people, and that nothing ever comes back to them.

Our path today: a form of two pages, sent to a shared mailbox, read by a group that meets every second month. I already know what is wrong with that sentence.

Which step made the difference in your city? And what did you try that **did not** work?`,
  reactions: {
    useful: [
      'amina',
      'marta',
      'biljana',
      'luz',
      'dilrukshi',
      'memunatu',
      'arben',
      'delroy',
      'daniyar',
      'mariam',
      'ousmane',
    ],
    talk: ['biljana', 'daniyar', 'mariam', 'bagus'],
  },
  posts: [...referralTrustFirst, ...referralTrustMiddle, ...referralTrustLast],
  synthesis: {
    author: 'amina',
    language: 'en',
    daysAgo: 1,
    at: '20:30',
    cites: [2, 3, 5, 7, 8, 13, 14, 18, 22, 25, 28, 29, 31, 36, 38, 39, 41, 43],
    body: `**Asked.** Forty trained youth workers, three referrals in a year. Which step makes people use a referral path?

Paths that youth workers used were short, run by someone they knew, and told them what came of it.

**What worked where**

- One named person per district instead of a form, chosen by those who will call: Mombasa #2, Mechelen #5, Kumanovo #43. Where there is no budget line, hours of nurses and librarians: Shymkent #36.
- Three questions in place of thirty-four fields #13.
- Police join only after the youth worker agrees, save for danger to life #3.
- Advice without names first; consent when somebody new meets the young person #18.
- A word back within ten days, in three fixed sentences: Dakar #7, Tunis #41.
- A letter that protects whoever acts in good faith, associations included #22.
- Count second calls, not referrals #25.

**Limits.** Open places for support before you open the line #14. Never let one person carry it alone #39.

**Open points**

- What to do when the family is the risk: partial answers only #8 #28 #29 #31
- Nights: a rule held where a rota failed #38`,
  },
};
