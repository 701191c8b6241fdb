/** Languages that members write in, beside those of the pages and their own. BCP 47. */
const common =
  'sq am bn bs bg zh hr cs nl et fil fi de el ha he hi hu id it ja kk rw ko ky ku lv lt mk ms mn ne nb fa pl pt pa ro ru sr si sk sl so es sw sv tg ta th ti tr uk ur uz vi wo yo zu'.split(
    ' ',
  );

/** What can be chosen: the writer's own first, then those of the pages, then the others by name. */
export function languageChoices(
  own: readonly string[],
  chosen: string,
  nameOf: (tag: string) => string,
): string[] {
  const first = [...own, 'en', 'fr', 'ar', chosen];
  const others = common.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  return [...new Set([...first, ...others])];
}
