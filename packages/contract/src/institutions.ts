import * as z from 'zod/mini';
import { route } from './route.ts';
import { asOf, count, id, idText, languageTag, localized, slug } from './shapes.ts';
import { institutionKinds, memberStates, seats } from './vocabulary.ts';

export const institutionBrief = z.object({
  id,
  kind: z.enum(institutionKinds),
  names: localized,
  /** ISO 3166-1 alpha-2; absent for organisations without a seat in one country. */
  country: z.nullable(z.string()),
});
export type InstitutionBrief = z.infer<typeof institutionBrief>;

export const region = z.object({ slug, names: localized });

/** A city with the context that lets a reader compare it with their own. */
export const institutionView = z.object({
  ...institutionBrief.shape,
  region: z.nullable(region),
  population: z.nullable(count),
  latitude: z.nullable(z.number()),
  longitude: z.nullable(z.number()),
  languages: z.array(languageTag),
  members: count,
  /** Where place and figures come from when nobody here wrote them; its licence asks for the name. */
  source: z.nullable(z.enum(['geonames'])),
});
export type InstitutionView = z.infer<typeof institutionView>;

/** How a member appears to other members. A member who left or was erased has no name. */
export const memberBrief = z.object({
  id,
  name: z.nullable(z.string()),
  state: z.enum(memberStates),
  seat: z.nullable(z.enum(seats)),
  institution: z.nullable(institutionBrief),
});
export type MemberBrief = z.infer<typeof memberBrief>;

export const memberView = z.object({
  ...memberBrief.shape,
  languages: z.array(languageTag),
  about: z.nullable(z.string()),
});
export type MemberView = z.infer<typeof memberView>;

export const institutionRoutes = {
  getInstitution: route({
    method: 'GET',
    path: '/api/institutions/:id',
    door: 'member',
    summary: 'One city or organisation with its context and its members',
    params: z.strictObject({ id: idText }),
    reply: z.object({ institution: institutionView, members: z.array(memberBrief), asOf }),
  }),
  getMember: route({
    method: 'GET',
    path: '/api/members/:id',
    door: 'member',
    summary: 'One member as other members see them',
    params: z.strictObject({ id: idText }),
    reply: z.object({ member: memberView, asOf }),
  }),
};
