import { type Locale, limits } from '@counterpart/contract';
import { newId, type Tx } from '@counterpart/db';
import { member, memberPerson } from '@counterpart/db/schema';
import { cleanLine } from '@counterpart/text/direction';
import { clipLine } from '@counterpart/text/excerpt';

/** Someone who wrote in an archive and is not a member yet. */
export interface Unclaimed {
  /** As the archive has it; null when it does not tell. */
  name: string | null;
  locale: Locale;
}

/**
 * Makes members who cannot sign in and hold no seat: the authors of what an archive brought. Gives
 * their ids in the order asked for.
 */
export async function addUnclaimed(tx: Tx, people: readonly Unclaimed[]): Promise<number[]> {
  const rows = people.map(({ name, locale }) => ({
    id: newId(),
    name: name === null ? '' : clipLine(cleanLine(name), limits.name),
    locale,
  }));
  if (rows.length === 0) return [];
  await tx.orm
    .insert(member)
    .values(rows.map(({ id }) => ({ id, state: 'unclaimed' as const, createdAt: tx.now })));
  const named = rows.filter(({ name }) => name !== '');
  if (named.length > 0) {
    await tx.orm
      .insert(memberPerson)
      .values(named.map(({ id, name, locale }) => ({ memberId: id, name, locale })));
  }
  return rows.map(({ id }) => id);
}
