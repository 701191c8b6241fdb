import type { Locale, Localized, Seat } from '@counterpart/contract';
import type { InstitutionKey } from './institutions.ts';

/** One invented person of the demo network. */
export interface CastMember {
  /** In the script that is natural to them. */
  name: string;
  institution: InstitutionKey;
  seat: Seat;
  /** BCP 47, the one they write best first. */
  languages: readonly string[];
  locale: Locale;
  /** IANA name. */
  timeZone: string;
  /** For the sign-in page: what one can try as this person. */
  sentence: Localized;
  /** Roles in the whole network; who facilitates a space stands with the space. */
  roles?: readonly ('moderator' | 'admin')[];
  /** Shown on the sign-in page before the others. */
  featured?: true;
}
