import * as z from 'zod/mini';
import { institutionBrief, memberBrief } from './institutions.ts';
import { limits } from './limits.ts';
import { route } from './route.ts';
import { asOf, id, idText, languageTag, line, locale, localized, time } from './shapes.ts';
import { numeralPreferences, roles, seats, themePreferences } from './vocabulary.ts';

/**
 * Header in which a page names the member for whom it asks. When somebody else is signed in meanwhile,
 * as in another tab, the request is refused with `another-member`. Programs may leave it out.
 */
export const memberHeader = 'x-counterpart-member';

/** What a member may do in the network as a whole; what they may do with a thing comes with the thing. */
export const networkVerbs = ['ask', 'announce', 'moderate', 'administer'] as const;

export const preferences = z.object({
  locale,
  theme: z.enum(themePreferences),
  numerals: z.enum(numeralPreferences),
  timeZone: z.string(),
});
export type Preferences = z.infer<typeof preferences>;

export const ownMember = z.object({
  ...memberBrief.shape,
  languages: z.array(languageTag),
  roles: z.array(z.enum(roles)),
  preferences,
});
export type OwnMember = z.infer<typeof ownMember>;

export const sessionView = z.object({
  member: ownMember,
  can: z.array(z.enum(networkVerbs)),
  locale,
  asOf,
});
export type SessionView = z.infer<typeof sessionView>;

export const emailAddress = z
  .string()
  .check(z.maxLength(254), z.regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u));
const newPassword = z
  .string()
  .check(z.minLength(limits.password.shortest), z.maxLength(limits.password.longest));
const linkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{32,64}$/));

const castMember = z.object({
  id,
  name: z.string(),
  seat: z.enum(seats),
  institution: institutionBrief,
  locale,
  /** What one can try as this person. */
  sentence: localized,
});

export const accountRoutes = {
  signIn: route({
    method: 'POST',
    path: '/api/session',
    door: 'public',
    summary: 'Sign in with address and password',
    body: z.strictObject({
      email: emailAddress,
      password: z.string().check(z.minLength(1), z.maxLength(limits.password.longest)),
      code: z.optional(z.string().check(z.regex(/^\d{6}$/))),
    }),
    reply: sessionView,
  }),
  getSession: route({
    method: 'GET',
    path: '/api/session',
    door: 'member',
    summary: 'Who is signed in',
    reply: sessionView,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/api/session',
    door: 'public',
    summary: 'Sign out; sockets of this sign-in close within a second',
  }),
  listCast: route({
    method: 'GET',
    path: '/api/demo/cast',
    door: 'public',
    summary: 'The people of the demo network; only there',
    reply: z.object({ items: z.array(castMember) }),
  }),
  becomeCastMember: route({
    method: 'POST',
    path: '/api/demo/session',
    door: 'public',
    summary: 'Sign in as one of the people of the demo network; only there',
    body: z.strictObject({ memberId: id }),
    reply: sessionView,
  }),
  listSessions: route({
    method: 'GET',
    path: '/api/sessions',
    door: 'member',
    summary: 'Where I am signed in',
    reply: z.object({
      items: z.array(
        z.object({
          id,
          current: z.boolean(),
          createdAt: time,
          lastUsedAt: time,
          agent: z.string(),
        }),
      ),
      asOf,
    }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/api/sessions/:id',
    door: 'member',
    summary: 'End one of my sign-ins',
    params: z.strictObject({ id: idText }),
  }),
  setPreferences: route({
    method: 'PUT',
    path: '/api/me/preferences',
    door: 'member',
    summary: 'My interface language, appearance, numerals and time zone',
    body: z.strictObject({
      locale: preferences.shape.locale,
      theme: preferences.shape.theme,
      numerals: preferences.shape.numerals,
      timeZone: z.string().check(z.maxLength(64)),
    }),
    reply: z.object({ preferences, asOf }),
  }),
  acceptLink: route({
    method: 'POST',
    path: '/api/links/accept',
    door: 'public',
    summary: 'Open an account with the single-use link of `npm run admin:create`',
    body: z.strictObject({
      token: linkToken,
      name: line(limits.name),
      password: newPassword,
      locale,
    }),
    reply: sessionView,
  }),
};
