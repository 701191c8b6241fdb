import { randomUUID } from 'node:crypto';
import {
  type BodyOf,
  type ParamsOf,
  type PostView,
  type QueryOf,
  type ReplyOf,
  type RouteName,
  routes,
  type ThreadView,
} from '@counterpart/contract';
import { expect, inject } from 'vitest';

type Routes = typeof routes;

interface Input<Name extends RouteName> {
  params?: ParamsOf<Routes[Name]>;
  query?: QueryOf<Routes[Name]>;
  body?: BodyOf<Routes[Name]>;
}

/** A member of the cast who uses the API beside the browser, with a sign-in of their own. */
export interface Person {
  id: number;
  name: string;
  /** Calls one operation; anything but success fails the test. */
  call<Name extends RouteName>(name: Name, input?: Input<Name>): Promise<ReplyOf<Routes[Name]>>;
}

const product = () => `http://localhost:${inject('port')}`;

function addressOf(base: string, path: string, params: unknown, query: unknown): string {
  const named = new Map(Object.entries(params ?? {}));
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) => String(named.get(name)));
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]),
  ).toString();
  return `${base}${filled}${search && `?${search}`}`;
}

async function send(method: string, address: string, body: unknown, cookie: string) {
  return fetch(address, {
    method,
    headers: {
      origin: new URL(address).origin,
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

interface Sent {
  base: string;
  path: string;
  body: unknown;
}

/** Signs in by what is sent there, and uses the API with the cookie that came back. */
export async function signIn({ base, path, body }: Sent): Promise<Person> {
  const entry = await send('POST', `${base}${path}`, body, '');
  const { member } = (await entry.json()) as ReplyOf<Routes['getSession']>;
  const cookie = entry.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return {
    id: member.id,
    name: member.name ?? '',
    async call(route, { params, query, body } = {}) {
      const { method, path } = routes[route];
      const reply = await send(method, addressOf(base, path, params, query), body, cookie);
      const text = await reply.text();
      expect(reply.status, `${method} ${path}: ${text}`).toBeLessThan(300);
      return (text === '' ? undefined : JSON.parse(text)) as never;
    },
  };
}

/** Signs in as one of the cast. */
export async function person(name: string): Promise<Person> {
  const base = product();
  const reply = await fetch(`${base}/api/demo/cast`);
  const { items } = (await reply.json()) as ReplyOf<Routes['listCast']>;
  const found = items.find((member) => member.name === name);
  if (found === undefined) throw new Error(`The cast has no ${name}.`);
  return signIn({ base, path: '/api/demo/session', body: { memberId: found.id } });
}

export async function spaceId(as: Person, slug: string): Promise<number> {
  const { items } = await as.call('listSpaces');
  const space = items.find((one) => one.slug === slug);
  if (space === undefined) throw new Error(`${as.name} knows no space ${slug}.`);
  return space.id;
}

type Asked = Partial<Omit<BodyOf<Routes['createThread']>, 'spaceId' | 'clientKey'>> & {
  /** Short name of the space. */
  space?: string;
};

/** Starts a thread that belongs to the test alone. */
export async function ask(
  as: Person,
  { space = 'public-space', ...asked }: Asked = {},
): Promise<{ thread: ThreadView; post: PostView }> {
  return as.call('createThread', {
    body: {
      kind: 'question',
      title: `How do you light a square at night? ${randomUUID().slice(0, 8)}`,
      body: 'Ours is dark after nine, and people walk around it.',
      language: 'en',
      themes: [],
      sharing: 'network',
      ...asked,
      spaceId: await spaceId(as, space),
      clientKey: randomUUID(),
    },
  });
}

export async function answer(
  as: Person,
  threadId: number,
  body: string,
  quote?: { postId: number; text?: string },
): Promise<PostView> {
  const written = await as.call('createPost', {
    params: { id: threadId },
    body: { body, clientKey: randomUUID(), ...(quote && { quote }) },
  });
  return written.post;
}
