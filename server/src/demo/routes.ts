import { accountRoutes } from '@counterpart/contract';
import { createEntrance } from '../features/accounts/index.ts';
import { type InstitutionRow, institutionBriefView } from '../features/institutions/index.ts';
import { type FirstAnswer, firstAnswer } from '../platform/document.ts';
import type { House } from '../platform/house.ts';
import { notFound } from '../platform/refusal.ts';
import type { Serve } from '../platform/serve.ts';
import type { SignIn } from '../platform/sign-in.ts';
import { CAST } from './cast.ts';
import type { CastMember } from './cast-types.ts';
import { castEmail } from './found.ts';
import { frenchSpaces } from './french-spaces.ts';

/** All of them, those with whom to begin first. */
const cast = (Object.entries(CAST) as [string, CastMember][]).toSorted(
  ([, one], [, other]) => Number(other.featured ?? false) - Number(one.featured ?? false),
);

async function listCast(house: House) {
  const rows = await house.db.read(
    (sql) => sql<{ id: number; email: string; name: string; institution: InstitutionRow }[]>`
      select m.id::float8 as id, p.email, p.name,
             json_build_object('id', i.id, 'kind', i.kind, 'nameEn', i.name_en,
               'nameFr', i.name_fr, 'nameAr', i.name_ar, 'country', i.country) as institution
      from member_person p
      join member m on m.id = p.member_id and m.state = 'active'
      join institution i on i.id = m.institution_id
      where p.email in ${sql(cast.map(([key]) => castEmail(key)))}`,
  );
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  return cast.flatMap(([key, person]) => {
    const row = byEmail.get(castEmail(key));
    if (row === undefined) return [];
    const { seat, locale } = person;
    const sentence = { ...person.sentence, fr: frenchSpaces(person.sentence.fr) };
    const institution = institutionBriefView(row.institution);
    return [{ id: row.id, name: row.name, seat, institution, locale, sentence }];
  });
}

/** The cast for the document of someone who is signed out. */
export async function castAnswers(house: House): Promise<FirstAnswer[]> {
  return [firstAnswer(accountRoutes.listCast, {}, { items: await listCast(house) })];
}

/** The cast on the sign-in page and one tap to become one of them; only in a demo network. */
export function serveDemo(
  serve: Serve,
  house: House,
  { signIn, isDemo }: { signIn: SignIn; isDemo: boolean },
): void {
  const enter = createEntrance(house, signIn);
  serve(accountRoutes.listCast, async () => {
    if (!isDemo) throw notFound();
    return { items: await listCast(house) };
  });
  serve(accountRoutes.becomeCastMember, async ({ body, request, reply }) => {
    const people = isDemo ? await listCast(house) : [];
    if (!people.some(({ id }) => id === body.memberId)) throw notFound();
    return enter(body.memberId, request, reply);
  });
}
