import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ErrorPage } from './ErrorPage.tsx';
import { routeTree } from './routes.tsx';

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    // At each page, so that the frame around it stays, and with it the connection and the outbox.
    defaultErrorComponent: ErrorPage,
    defaultPreload: 'intent',
    // What is kept and for how long is for the query client alone to say.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
