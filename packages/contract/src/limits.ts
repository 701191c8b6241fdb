/** The bounds that server and web agree on. Lengths are in UTF-16 units unless the name says bytes. */
export const limits = {
  postBody: 32_000,
  postBodyBytes: 100_000,
  title: 200,
  synthesisBody: 8_000,
  note: 1_000,
  name: 120,
  /** Graphemes shown of a text in lists and quotes. */
  excerpt: 240,
  password: { shortest: 15, longest: 256 },
  themesPerThread: 5,
  mentionsPerPost: 50,
  page: { usual: 20, most: 50 },
  followScopes: 50,
  replay: 500,
  /** Threads a device keeps for reading without a line. */
  kept: 20,
  /** Of a question, how much is accepted, how much of that is looked at, and for how many words. */
  search: { typed: 2_000, characters: 256, words: 12 },
  listPage: { usual: 30, most: 100 },
} as const;
