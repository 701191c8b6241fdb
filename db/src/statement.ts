import type { Orm } from './client.ts';

interface Preparable<Answer> {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Answer> };
}

/** Runs with these values, in the transaction whose `orm` it is given. */
export type Statement<Values extends object, Answer = unknown> = (
  orm: Orm,
  values: Values,
) => Promise<Answer>;

/**
 * A statement that drizzle puts together once and not for each use, which takes longer than sending it: for
 * what is written most. What differs are placeholders; it runs in the transaction it is given.
 */
export function statement<Answer>(
  build: (orm: Orm) => Preparable<Answer>,
): Statement<object, Answer> {
  let made: ReturnType<Preparable<Answer>['prepare']> | undefined;
  return (orm, values) => {
    made ??= build(orm).prepare('statement');
    // drizzle ties it to the connection it was put together for; each transaction has its own.
    const { client } = orm._.session as unknown as { client: unknown };
    const own: typeof made = Object.assign(Object.create(Object.getPrototypeOf(made)), made, {
      client,
    });
    return own.execute(values as Record<string, unknown>);
  };
}
