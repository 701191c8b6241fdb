import { isLocale, type Locale, loadMessages, localeCookie, pickLocale } from '@counterpart/locale';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sessionQuery } from '../features/accounts/index.ts';
import { readCookie } from '../lib/cookies.ts';
import { fillCache, firstData } from '../lib/first-data.ts';
import { forgetSession } from '../lib/kept/index.ts';
import { leftBy } from '../lib/left.ts';
import { askFor, joinPages, onAnotherMember } from '../lib/page-member.ts';
import { isPartMissing, watchParts } from '../lib/parts.ts';
import { isProblem, Unreachable } from '../lib/problem.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { closeTyped, openTyped } from '../lib/typed.ts';
import { askUnansweredLater } from '../lib/unanswered.ts';
import { whenReachable } from '../lib/when-reachable.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { LocaleRoot } from './LocaleRoot.tsx';
import { createAppRouter } from './router.ts';

function firstLocale(member: Locale | undefined): Locale {
  const { lang } = document.documentElement;
  // The server has already chosen; without it, choose as the server would.
  if (firstData.known && isLocale(lang)) return lang;
  return pickLocale({
    member,
    cookie: readCookie(localeCookie),
    acceptLanguage: navigator.languages.join(','),
  });
}

/** What the server refused, or nobody answered, is shown on the page, and is no fault of the page. */
function onCaughtError(error: unknown): void {
  const isExpected = isProblem(error) || error instanceof Unreachable || isPartMissing(error);
  if (!isExpected) reportError(error);
}

/** Shows the page once its language and its first chunk are here; until then the document stays readable. */
export async function start(root: HTMLElement): Promise<void> {
  watchParts();
  joinPages();
  // Nothing on the page is for the one who has come: it begins anew as theirs.
  onAnotherMember((instead) => {
    if (instead === 'nobody') closeTyped();
    location.reload();
  });
  const client = createQueryClient();
  askUnansweredLater(client, whenReachable);
  // What came for whoever has left this device is for nobody.
  if (leftBy() === undefined) {
    fillCache(client);
    if (firstData.known) client.setQueryData(sessionQuery.queryKey, firstData.session);
  }
  const router = createAppRouter(client);
  const session = await client.ensureQueryData(sessionQuery).catch(() => null);
  askFor(session?.member.id);
  const locale = firstLocale(session?.member.preferences.locale);
  const [messages] = await Promise.all([
    loadMessages(locale),
    router.load(),
    session && openTyped(session.member.id),
  ]);
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LocaleRoot first={{ locale, messages }}>
          <LiveRegion>
            <RouterProvider router={router} />
          </LiveRegion>
        </LocaleRoot>
      </QueryClientProvider>
    </StrictMode>,
  );
  keepFocus();
  if (session === null) void forgetSession();
}
