import { accountRoutes } from './accounts.ts';
import { institutionRoutes } from './institutions.ts';
import { postRoutes } from './posts.ts';
import { readingRoutes } from './reading.ts';
import { searchRoutes } from './search.ts';
import { spaceRoutes } from './spaces.ts';
import { threadRoutes } from './threads.ts';

export * from './accounts.ts';
export * from './errors.ts';
export * from './institutions.ts';
export * from './limits.ts';
export * from './live.ts';
export * from './posts.ts';
export * from './reading.ts';
export * from './route.ts';
export * from './search.ts';
export * from './shapes.ts';
export * from './spaces.ts';
export * from './threads.ts';
export * from './vocabulary.ts';

/** The operations by the feature they belong to, in the order of the features. */
export const routesByFeature = {
  accounts: accountRoutes,
  institutions: institutionRoutes,
  spaces: spaceRoutes,
  threads: { ...threadRoutes, ...postRoutes },
  reading: readingRoutes,
  search: searchRoutes,
};

/** The whole API: what the server registers, the OpenAPI page shows and the web client calls. */
export const routes = {
  ...routesByFeature.accounts,
  ...routesByFeature.institutions,
  ...routesByFeature.spaces,
  ...routesByFeature.threads,
  ...routesByFeature.reading,
  ...routesByFeature.search,
};
export type RouteName = keyof typeof routes;
