export type GuessedLanguage = 'en' | 'fr' | 'ar';

// Words that stand in almost every sentence of one language and hardly in another's. Those of
// languages that we do not guess are here to speak against a wrong guess.
const WORDS: Record<'en' | 'fr' | 'other', ReadonlySet<string>> = {
  en: new Set(
    `the of and to in is are was were be been for with that this these those it its we our you your
     they their he she his her have has had not but from by at as an or if who what when where which
     how why can could will would should do does did about into than there any some has my me us
     anyone someone hello thanks please need know share city cities young people work`.split(/\s+/),
  ),
  fr: new Set(
    `le la les un une des du de et est sont était étaient être pour avec que qui dans sur au aux ce
     cette ces cet il elle ils elles nous vous notre nos votre vos leur leurs mais ou où pas ne plus
     par se sa son ses comment pourquoi quand quel quelle quels quelles quoi avez avons ont été faire
     fait peut peuvent chez sans sous entre je tu mon ma mes merci bonjour très aussi comme si y en
     ville villes jeunes`.split(/\s+/),
  ),
  other: new Set(
    `el los las una por para como con más pero esta del al y muy ya este lo su sus nuestra ciudad
     der die das und ist nicht ein eine mit für auf von zu den dem wir sie auch wie haben stadt
     il che di non per sono della nel gli una come anche questo città o os um uma não em com mais
     do da dos das nos foi pelo são nossa cidade het een van en dat niet met voor zijn wij stad
     yang dan untuk dengan dari ini itu kota kita adalah ya wa kwa na katika za ni hii je sisi
     ve bir bu için ile da ile nasıl şehir i u na je se su da za kako grad koji sa smo`.split(
      /\s+/,
    ),
  ),
};

const ARABIC_LETTERS = /\p{Script=Arabic}/gu;
const LETTERS = /\p{L}/gu;
// Persian, Urdu, Kurdish and others write these where Arabic never does.
const NOT_ARABIC = /[یکگچپژٹڈڑےہھںۆێەڕڵ]/gu;

const ELISION = /(?:^|[^\p{L}])(?:[ldjcnsmt]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/giu;
const ENGLISH_APOSTROPHE = /\p{L}(?:n['’]t|['’](?:s|re|ve|ll|m|d))(?!\p{L})/giu;
const FRENCH_LETTERS = /[èêëàâùûîïôœç]/giu;
const FOREIGN_LETTERS = /[ñ¿¡äößãõåøæčćšžđğışțșăłńśźżąę]/giu;

// Guessing from more than this gains nothing.
const READ = 2000;

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}

function latinGuess(text: string): 'en' | 'fr' | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = (language: keyof typeof WORDS) => words.filter((w) => WORDS[language].has(w)).length;
  const en = hits('en') + 2 * count(text, ENGLISH_APOSTROPHE);
  const fr = hits('fr') + 2 * count(text, ELISION) + 0.5 * count(text, FRENCH_LETTERS);
  const other = hits('other') + 2 * count(text, FOREIGN_LETTERS);
  const best = Math.max(en, fr);
  // In a sentence of its own language at least every sixth word is one of these.
  if (best < 1 || best * 6 < words.length || en === fr || other >= best) return null;
  return en > fr ? 'en' : 'fr';
}

/** The language a text is most likely written in; null when it is too short or another one. */
export function guessLanguage(text: string): GuessedLanguage | null {
  const start = text.slice(0, READ);
  const letters = count(start, LETTERS);
  const arabic = count(start, ARABIC_LETTERS);
  if (letters > 0 && arabic * 2 > letters) {
    return count(start, NOT_ARABIC) * 20 > arabic ? null : 'ar';
  }
  return latinGuess(start);
}
