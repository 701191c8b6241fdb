/**
 * The template tag of postgres.js and that of drizzle, as far as both agree: a condition written
 * once serves hot reads and transactions alike.
 */
export type SqlTag<Fragment> = (
  strings: TemplateStringsArray,
  ...values: (number | string | boolean | Fragment)[]
) => Fragment;
