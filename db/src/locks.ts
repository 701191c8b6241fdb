/** Advisory lock keys, one number each; nothing else in the program may take an advisory lock. */
export const locks = {
  migrate: 7231000,
  /** Also written in migrations/0001_grants.sql. */
  numberer: 7231001,
  archive: 7231002,
  searchWords: 7231003,
} as const;
