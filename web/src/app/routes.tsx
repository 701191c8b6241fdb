import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../features/accounts/index.ts';
import { threadViewFrom } from '../features/thread-list/thread-view.ts';
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

const saved = createRoute({
  getParentRoute: () => members,
  path: '/saved',
  component: lazyRouteComponent(() => import('../features/reading/SavedPage.tsx'), 'SavedPage'),
});

/** An id that cannot be one is an address that leads nowhere. */
function refuseNonsense({ params }: { params: { id: string } }): void {
  if (!/^[1-9]\d{0,15}$/.test(params.id)) throw notFound();
}

const city = createRoute({
  getParentRoute: () => members,
  path: '/cities/$id',
  beforeLoad: refuseNonsense,
  component: lazyRouteComponent(() => import('./pages/City.tsx'), 'City'),
});

const member = createRoute({
  getParentRoute: () => members,
  path: '/members/$id',
  beforeLoad: refuseNonsense,
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
  members.addChildren([home, ask, spaces, space, threads, saved, city, member, you]),
]);
