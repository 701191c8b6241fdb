import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../features/accounts/index.ts';
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
  beforeLoad() {
    throw redirect({ to: '/you' });
  },
});

const you = createRoute({
  getParentRoute: () => members,
  path: '/you',
  component: lazyRouteComponent(() => import('../features/accounts/YouPage.tsx'), 'YouPage'),
});

/** Every page, each in a chunk of its own. */
export const routeTree = root.addChildren([signIn, openAccount, members.addChildren([home, you])]);
