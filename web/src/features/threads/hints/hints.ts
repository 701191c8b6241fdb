/** What a writer may want to look at once more before others read it. A hint never blocks. */
export const hintKinds = ['contact', 'name', 'case'] as const;
export type HintKind = (typeof hintKinds)[number];

export interface Hint {
  kind: HintKind;
  /** The words that gave rise to it. */
  found: string;
}

const digits = /[\d٠-٩]/g;
const phone =
  /(?<![\d٠-٩\p{L}/.,-])(?:\+|00|\()?[\d٠-٩][\d٠-٩ ().\u00A0\u202F/-]{5,18}[\d٠-٩](?![\d٠-٩\p{L}])/gu;
const email = /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u;
const date =
  /^(?:[\d٠-٩]{1,2}[./-][\d٠-٩]{1,2}[./-][\d٠-٩]{2,4}|[\d٠-٩]{4}-[\d٠-٩]{2}-[\d٠-٩]{2}|[\d٠-٩]{4}\s?[-/]\s?[\d٠-٩]{2,4})$/;
const thousands = /^[\d٠-٩]{1,3}(?:[ .\u00A0\u202F][\d٠-٩]{3})+$/;

// A title or a phrase that brings a person's name. Letters of the name itself are capital where the script has them.
const names = [
  /\b(?:Mr|Mrs|Ms|Miss|Mx)\.? \p{Lu}[\p{L}'’-]+/u,
  /(?<!\p{L})(?:M\.|MM\.|Mme|Mlle|Monsieur|Madame|Mademoiselle) \p{Lu}[\p{L}'’-]+/u,
  /\b(?:(?:his|her|their) name (?:is|was)|named|called|aka) \p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+/u,
  /(?:s['’]appel(?:le|ait)|(?:pré)?nommée?s?|du nom de) \p{Lu}[\p{L}'’-]+/u,
  /(?:السيد|السيدة|الآنسة|المدعوة?|اسمه|اسمها|يدعى|تدعى|يُدعى|تُدعى) [\p{Script=Arabic}]{2,}/u,
];

const age = String.raw`[\d٠-٩]{1,2}`;
const cases = [
  new RegExp(
    String.raw`\b${age}[- ]year[- ]old\b|\baged ${age}\b|\b(?:he|she) (?:is|was) ${age}\b`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:âgée?s? de|(?:fille|garçon|homme|femme|élève|jeune|mineure?) de) ${age} ans`,
    'iu',
  ),
  new RegExp(String.raw`(?:عمره|عمرها|يبلغ من العمر|تبلغ من العمر|البالغة? من العمر) ${age}`, 'u'),
  /(?<!\p{L})\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+, [\d٠-٩]{1,2},/u,
  /\bborn (?:on|in) (?:\d|january|february|march|april|may|june|july|august|september|october|november|december)/iu,
  /(?<!\p{L})née? (?:le|en) \d/iu,
  /(?:مولودة?|وُلدت?|ولدت?) (?:في|عام|سنة) [\d٠-٩]/u,
  /\b(?:case|file) (?:no\.?|number|#) ?\d+|(?<!\p{L})dossier n[°º] ?\d+|(?:ملف|قضية) رقم [\d٠-٩]/iu,
  /\b(?:lives|living) (?:at|on) \d|(?<!\p{L})(?:habite|domiciliée?) (?:au )?\d/iu,
];

// Names that stand in a quotation from the forum itself, an address of a page or a mention give no hint.
const beside = /@(?:member|institution):\d+|https?:\/\/\S+|`[^`\n]*`/g;

function isPhone(text: string): boolean {
  const count = text.match(digits)?.length ?? 0;
  return count >= 7 && count <= 15 && !date.test(text) && !thousands.test(text);
}

function contactIn(text: string): string | undefined {
  return (
    email.exec(text)?.[0] ??
    text
      .match(phone)
      ?.map((one) => one.trim())
      .find(isPhone)
  );
}

function firstOf(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** At most one hint of each kind: a way to reach someone, a person's name, detail of one case. */
export function hintsIn(source: string): Hint[] {
  const text = source.replaceAll(beside, ' ');
  const found: Record<HintKind, string | undefined> = {
    contact: contactIn(text),
    name: firstOf(names, text),
    case: firstOf(cases, text),
  };
  return hintKinds.flatMap((kind) => {
    const words = found[kind];
    return words === undefined ? [] : [{ kind, found: words }];
  });
}
