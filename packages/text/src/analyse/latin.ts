import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';

/**
 * The stems of a folded word in both languages: short texts do not tell in which one they are. They are not
 * kept apart, so that words which both languages have from Latin are found from the other.
 */
export function latinStems(word: string): string[] {
  return [english(word), french(word)];
}
