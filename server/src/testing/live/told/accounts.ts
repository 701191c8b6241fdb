import type { RouteName } from '@counterpart/contract';
import { aFirstAdminLink, cheapHash } from '../../world.ts';
import { type Case, nothingTold, type Scene, type Told } from './scene.ts';

const signInEnded = (s: Scene): Told[] => [
  [`member:${s.cast.author.id}`, 'session.ended', s.sessionId, 1],
];

async function credentials({ t }: Scene) {
  const password = 'nine lamps at noon';
  const { email } = await t.make.aMember({ passwordHash: await cheapHash(password) });
  return { body: { email, password } };
}

export const accountTold = {
  setPreferences: [
    {
      by: 'joined',
      ask: () => ({
        body: { locale: 'en', theme: 'dark', numerals: 'latn', timeZone: 'UTC' },
      }),
      tells: ({ cast: { joined } }) => [[`member:${joined.id}`, 'access.changed', joined.id, 1]],
      again: 'the same',
    },
  ],
  endSession: [
    {
      by: 'author',
      ask: (s) => ({ params: { id: s.sessionId } }),
      tells: signInEnded,
      again: 'refused',
    },
  ],
  signIn: [
    { by: 'anyone', ask: credentials, tells: nothingTold },
    { what: 'which ends an earlier one', by: 'leaving', ask: credentials, tells: signInEnded },
  ],
  signOut: [{ by: 'leaving', ask: () => ({}), tells: signInEnded }],
  acceptLink: [
    {
      by: 'anyone',
      ask: async ({ t }) => ({ body: await aFirstAdminLink(t) }),
      tells: nothingTold,
      again: 'refused',
    },
  ],
  becomeCastMember: [
    {
      what: 'which only a demo network has',
      by: 'anyone',
      ask: ({ cast }) => ({ body: { memberId: cast.author.id } }),
      tells: nothingTold,
      again: 'refused',
    },
  ],
} satisfies Partial<Record<RouteName, Case[]>>;
