import type { RouteName } from '@counterpart/contract';
import { newId } from '@counterpart/db';
import type { RouteCase } from './case.ts';

export const accountCases = {
  signIn: {
    as: 'anyone',
    input: ({ people, password }) => ({ body: { email: people.author.email, password } }),
    refused: {
      as: 'anyone',
      input: ({ people }) => ({ body: { email: people.author.email, password: 'not the one' } }),
      code: 'credentials-refused',
    },
  },
  getSession: { as: 'reader' },
  signOut: { as: 'reader' },
  listCast: { as: 'anyone' },
  becomeCastMember: {
    as: 'anyone',
    input: async ({ anyone }) => {
      const { items } = JSON.parse(
        (await anyone.send({ method: 'GET', url: '/api/demo/cast' })).text,
      );
      return { body: { memberId: items[0].id } };
    },
    refused: { as: 'anyone', input: () => ({ body: { memberId: newId() } }), code: 'not-found' },
  },
  listSessions: { as: 'reader' },
  endSession: {
    as: 'reader',
    input: async ({ people, signedIn }) => ({ params: { id: await signedIn(people.reader) } }),
    refused: {
      as: 'reader',
      input: async ({ people, signedIn }) => ({ params: { id: await signedIn(people.author) } }),
      code: 'not-found',
    },
    missing: 'not-found',
  },
  setPreferences: {
    as: 'reader',
    input: () => ({
      body: { locale: 'fr', theme: 'dark', numerals: 'latn', timeZone: 'Africa/Nairobi' },
    }),
    refused: {
      as: 'reader',
      input: () => ({
        body: { locale: 'fr', theme: 'dark', numerals: 'latn', timeZone: 'Mars/Olympus' },
      }),
      code: 'invalid-request',
    },
  },
  acceptLink: {
    as: 'anyone',
    input: async ({ aLink }) => ({ body: await aLink() }),
    refused: {
      as: 'anyone',
      input: async ({ aLink }) => ({ body: { ...(await aLink()), token: 'x'.repeat(40) } }),
      code: 'link-spent',
    },
  },
} satisfies Partial<Record<RouteName, RouteCase>>;
