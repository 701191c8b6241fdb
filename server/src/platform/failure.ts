/** Classes of PostgreSQL's codes that say something of what was to be stored. */
const classes: Record<string, string> = {
  '22': 'a value that the database cannot hold',
  '23': 'it does not go with what is here',
  '40': 'something else was written at the same time',
  '54': 'larger than the database takes',
  '55': 'somebody else was at work on it',
  '57': 'it took too long',
};

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Why something failed, in a few words that hold nothing of what was written: the message of a failed
 * statement has all its values in it, and that of the database often one of them.
 */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for no reason that is known';
  const code = codeOf(error.cause) ?? codeOf(error);
  if (code === undefined) return error.name;
  const said = classes[code.slice(0, 2)];
  return said === undefined || code.length !== 5 ? code : `${said} (${code})`;
}

/** What a command says of an error that it did not expect. */
export function unexpected(error: unknown): string {
  const isStatement = error instanceof Error && error.message.startsWith('Failed query');
  return isStatement ? `The database refused a statement: ${failureOf(error)}.` : String(error);
}
