import { accountRoutes } from '@counterpart/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../../platform/house.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Serve } from '../../platform/serve.ts';
import type { SignIn } from '../../platform/sign-in.ts';
import { acceptLink, checkPassword, type Keys, setPreferences } from './actions.ts';
import { getSession, listSessions } from './queries.ts';

export function serveAccounts(
  serve: Serve,
  house: House,
  { signIn, ...keys }: Keys & { signIn: SignIn },
): void {
  const enter = createEntrance(house, signIn);

  serve(accountRoutes.signIn, async ({ body, request, reply }) => {
    const { email, password } = body;
    const memberId = await checkPassword(house, keys, { email, password, ip: request.ip });
    return enter(memberId, request, reply);
  });
  serve(accountRoutes.acceptLink, async ({ body, request, reply }) =>
    enter(await acceptLink(house, keys, body), request, reply),
  );
  serve(accountRoutes.getSession, ({ actor }) => getSession(house, actor));
  serve(accountRoutes.signOut, async ({ request, reply }) => {
    reply.header('set-cookie', await signIn.end(signIn.readToken(request.headers.cookie)));
    reply.header('clear-site-data', '"storage"');
  });
  serve(accountRoutes.listSessions, async ({ actor }) => ({
    items: await listSessions(house, actor),
  }));
  serve(accountRoutes.endSession, async ({ actor, params }) => {
    if (!(await signIn.endById(actor.memberId, params.id))) throw notFound();
  });
  serve(accountRoutes.setPreferences, async ({ actor, body }) => {
    await setPreferences(house, actor, body);
    const { member } = await getSession(house, actor);
    return { preferences: member.preferences };
  });
}

/** Begins a sign-in and answers as GET /api/session does. An earlier sign-in of the browser ends. */
export function createEntrance(house: House, signIn: SignIn) {
  return async function enter(memberId: number, request: FastifyRequest, reply: FastifyReply) {
    const earlier = signIn.readToken(request.headers.cookie);
    if (earlier !== null) await signIn.end(earlier);
    const { token, cookie } = await signIn.begin(memberId, request.headers['user-agent'] ?? '');
    const signedIn = await signIn.recognise(token);
    if (signedIn === undefined) throw new Refusal('signed-out');
    reply.header('set-cookie', cookie);
    return getSession(house, signedIn.actor);
  };
}
