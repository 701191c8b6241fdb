import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../features/accounts/index.ts';
import { institutionQuery, memberQuery } from '../features/institutions/api.ts';
import { searchViewFrom } from '../features/search/search-view.ts';
import { spacesQuery } from '../features/spaces/api.ts';
import { threadViewFrom } from '../features/thread-list/thread-view.ts';
import { openPostPage, openThreadPage } from '../features/threads/api.ts';
import { isProblem } from '../lib/problem.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

export interface RouterContext {
  client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

/** Pages that need a member; everyone else is led to the sign-in page and back. */
const members = createRoute({
  getParentRoute: () => root,
  id: 'members',
  async beforeLoad({ context, location }) {
    if (await context.client.ensureQueryData(sessionQuery)) return;
    throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  async beforeLoad({ context }) {
    if (await context.client.ensureQueryData(sessionQuery)) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('../features/accounts/SignInPage.tsx'), 'SignInPage'),
});

const openAccount = createRoute({
  getParentRoute: () => root,
  path: '/open-account',
  component: lazyRouteComponent(
    () => import('../features/accounts/OpenAccountPage.tsx'),
    'OpenAccountPage',
  ),
});

const home = createRoute({
  getParentRoute: () => members,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/Home.tsx'), 'Home'),
});

const ask = createRoute({
  getParentRoute: () => members,
  path: '/ask',
  validateSearch: ({ space }): { space?: string } => (typeof space === 'string' ? { space } : {}),
  component: lazyRouteComponent(() => import('./pages/Ask.tsx'), 'Ask'),
});

const spaces = createRoute({
  getParentRoute: () => members,
  path: '/spaces',
  component: lazyRouteComponent(() => import('../features/spaces/SpacesPage.tsx'), 'SpacesPage'),
});

const space = createRoute({
  getParentRoute: () => members,
  path: '/spaces/$slug',
  validateSearch: threadViewFrom,
  async beforeLoad({ context, params }) {
    const { items } = await context.client.ensureQueryData(spacesQuery);
    if (!items.some(({ slug }) => slug === params.slug)) throw notFound();
  },
  component: lazyRouteComponent(() => import('./pages/Space.tsx'), 'Space'),
});

const threads = createRoute({
  getParentRoute: () => members,
  path: '/threads',
  validateSearch: threadViewFrom,
  component: lazyRouteComponent(
    () => import('../features/thread-list/ThreadsPage.tsx'),
    'ThreadsPage',
  ),
});

const search = createRoute({
  getParentRoute: () => members,
  path: '/search',
  validateSearch: searchViewFrom,
  component: lazyRouteComponent(() => import('../features/search/SearchPage.tsx'), 'SearchPage'),
});

const saved = createRoute({
  getParentRoute: () => members,
  path: '/saved',
  component: lazyRouteComponent(() => import('./pages/Saved.tsx'), 'Saved'),
});

/** An id that cannot be one is an address that leads nowhere. */
function refuseNonsense({ params }: { params: { id: string } }): void {
  if (!/^[1-9]\d{0,15}$/.test(params.id)) throw notFound();
}

/** What is not there, or not for this member, is a page of its own rather than a failure. */
async function found<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw isProblem(error, 'not-found') ? notFound() : error;
  }
}

const ThreadPage = lazyRouteComponent(() => import('./pages/Thread.tsx'), 'Thread');

const thread = createRoute({
  getParentRoute: () => members,
  path: '/threads/$id',
  validateSearch: ({ from }): { from?: number } =>
    typeof from === 'number' && Number.isSafeInteger(from) && from > 0 ? { from } : {},
  beforeLoad: refuseNonsense,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    found(openThreadPage(context.client, { id: Number(params.id), ...deps })),
  component: ThreadPage,
});

/** A post by its own address, wherever its thread is now. */
const post = createRoute({
  getParentRoute: () => members,
  path: '/threads/$id/posts/$postId',
  beforeLoad: ({ params }) => refuseNonsense({ params: { id: params.postId } }),
  loader: ({ context, params }) => found(openPostPage(context.client, Number(params.postId))),
  component: ThreadPage,
});

const city = createRoute({
  getParentRoute: () => members,
  path: '/cities/$id',
  async beforeLoad({ context, params }) {
    refuseNonsense({ params });
    await found(context.client.ensureQueryData(institutionQuery(Number(params.id))));
  },
  component: lazyRouteComponent(() => import('./pages/City.tsx'), 'City'),
});

const member = createRoute({
  getParentRoute: () => members,
  path: '/members/$id',
  async beforeLoad({ context, params }) {
    refuseNonsense({ params });
    await found(context.client.ensureQueryData(memberQuery(Number(params.id))));
  },
  component: lazyRouteComponent(() => import('./pages/Member.tsx'), 'Member'),
});

const you = createRoute({
  getParentRoute: () => members,
  path: '/you',
  component: lazyRouteComponent(() => import('../features/accounts/YouPage.tsx'), 'YouPage'),
});

/** Every page, each in a chunk of its own. */
export const routeTree = root.addChildren([
  signIn,
  openAccount,
  members.addChildren([
    home,
    search,
    ask,
    spaces,
    space,
    threads,
    thread,
    post,
    saved,
    city,
    member,
    you,
  ]),
]);
