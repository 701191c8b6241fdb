/** The code that the system or PostgreSQL gave with an error (`EEXIST`, `42501`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
