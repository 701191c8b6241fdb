import type { StoryThread } from '../story-types.ts';
import { councillorsHarassed } from './councillors-harassed.ts';
import { derbyWeekend } from './derby-weekend.ts';
import { evaluateOnLittle } from './evaluate-on-little.ts';
import { familiesWithoutExposing } from './families-without-exposing.ts';
import { hoursForGirls } from './hours-for-girls.ts';
import { nightMediation } from './night-mediation.ts';
import { referralTrust } from './referral-trust.ts';
import { rumoursEmptyClasses } from './rumours-empty-classes.ts';
import { rumoursFirstHours } from './rumours-first-hours.ts';
import { schoolsReligiousLeaders } from './schools-religious-leaders.ts';
import { squareAfter } from './square-after.ts';
import { voiceNotesInDialect } from './voice-notes-in-dialect.ts';
import { welcome } from './welcome.ts';
import { whenTheThreatIsForYou } from './when-the-threat-is-for-you.ts';
import { whoChairs } from './who-chairs.ts';

/** Every thread of the story; the seed tells all posts of all threads in the order of their times. */
export const THREADS: StoryThread[] = [
  referralTrust,
  nightMediation,
  schoolsReligiousLeaders,
  familiesWithoutExposing,
  whoChairs,
  councillorsHarassed,
  evaluateOnLittle,
  squareAfter,
  rumoursFirstHours,
  rumoursEmptyClasses,
  whenTheThreatIsForYou,
  derbyWeekend,
  welcome,
  hoursForGirls,
  voiceNotesInDialect,
];
