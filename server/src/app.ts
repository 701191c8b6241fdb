import {
  type Clock,
  emptyUnfinishedSeed,
  markSeeded,
  type Network,
  openDatabase,
  settleNetwork,
  systemClock,
} from '@counterpart/db';
import type { Config } from './config.ts';
import { castAnswers, serveDemo } from './demo/routes.ts';
import { tellStory } from './demo/tell.ts';
import { getSession, serveAccounts } from './features/accounts/index.ts';
import { serveInstitutions } from './features/institutions/index.ts';
import { homeDocument, noteOwnPost, serveReading } from './features/reading/index.ts';
import { serveSpaces, spaceAnswers } from './features/spaces/index.ts';
import {
  createLiveReading,
  createThreadMemory,
  permalinkDocument,
  serveThreads,
  threadDocument,
} from './features/threads/index.ts';
import { findWebFolder, registerAssets } from './platform/assets.ts';
import { createAttempts } from './platform/attempts.ts';
import { build } from './platform/build.ts';
import { registerDocuments } from './platform/document.ts';
import { createOriginCheck } from './platform/door.ts';
import { registerHealth } from './platform/health.ts';
import { createHooks } from './platform/hooks.ts';
import type { House } from './platform/house.ts';
import { createHttp } from './platform/http.ts';
import { createLive } from './platform/live.ts';
import { createPasswords } from './platform/passwords.ts';
import { refuseOpenLimits } from './platform/rate-limits.ts';
import { createServe } from './platform/serve.ts';
import { createSignIn } from './platform/sign-in.ts';
import { createTail } from './platform/tail.ts';
import { createTextRenderer } from './platform/text/index.ts';

export interface AppOptions {
  config: Config;
  /** Address for the owner; serving connections take the role counterpart_app. */
  databaseUrl: string;
  clock?: Clock;
}

async function seedDemo(house: House, databaseUrl: string, network: Network): Promise<void> {
  if (network.mode !== 'demo' || network.seededAt !== null) return;
  await emptyUnfinishedSeed(databaseUrl);
  await tellStory(house, house.db.clock.now());
  await house.db.numberer.drain();
  await markSeeded(databaseUrl, house.db.clock.now());
}

/** Builds the whole product on a migrated database; the caller listens and closes. */
export async function createApp({ config, databaseUrl, clock = systemClock }: AppOptions) {
  const network = await settleNetwork(databaseUrl, {
    mode: config.mode,
    isModeNamed: config.modeNamed,
    now: clock.now(),
  });
  refuseOpenLimits(config, network);
  const onFailure = (error: unknown) => http?.log.error(error);
  const db = openDatabase({ url: databaseUrl, clock, onFailure });
  const text = createTextRenderer();
  const hooks = createHooks();
  const tail = await createTail({ db, onFailure });
  const house: House = { config, db, text, hooks, asOf: tail.position };
  hooks.on('post.created', noteOwnPost);
  await seedDemo(house, databaseUrl, network);

  const secure = config.publicUrl.startsWith('https:');
  const signIn = createSignIn({ db, secure, isLogHeard: tail.isHeard, onFailure });
  const isAllowedOrigin = createOriginCheck(config.publicUrl);
  const keys = { passwords: createPasswords(), attempts: createAttempts(db, config.rateLimits) };
  const memory = createThreadMemory(house);
  const isDemo = network.mode === 'demo';

  const http = await createHttp({ config, build, signIn, isAllowedOrigin });
  const serve = createServe(http, house);
  registerHealth(http, house);
  serveAccounts(serve, house, { ...keys, signIn });
  serveInstitutions(serve, house);
  serveSpaces(serve, house);
  serveThreads(serve, house, memory);
  serveReading(serve, house);
  serveDemo(serve, house, { signIn, isDemo });
  const folder = findWebFolder();
  if (folder !== undefined) {
    await registerAssets(http, folder);
    registerDocuments(http, {
      folder,
      mode: network.mode,
      session: async (actor) => ({ ...(await getSession(house, actor)), asOf: house.asOf() }),
      frame: (actor) => spaceAnswers(house, actor),
      guest: async () => ({ answers: isDemo ? await castAnswers(house) : [] }),
      pages: {
        '/': homeDocument(house),
        '/threads/:id': threadDocument(house, memory),
        '/threads/:id/posts/:postId': permalinkDocument(house, memory),
      },
    });
  }
  await http.ready();
  const live = createLive({
    http: http.server,
    db,
    tail,
    signIn,
    reading: createLiveReading(house),
    allowedOrigin: isAllowedOrigin,
    rateLimits: config.rateLimits,
    build,
    onFailure,
  });

  const host = config.host ?? (isDemo ? '127.0.0.1' : '::');
  return {
    house,
    http,
    listen: () => http.listen({ port: config.port, host }),
    /** Until everything committed is numbered and delivered: for tests. */
    async settle() {
      await db.numberer.drain();
      await tail.catchUp();
    },
    async close() {
      await live.stop();
      await http.close();
      await tail.stop();
      await text.close();
      await db.close();
    },
    firstWords: () =>
      isDemo
        ? 'Choose one of the people on the sign-in page to become them.'
        : 'The first admin gets in with: npm run admin:create -- --email you@example.org',
  };
}

export type App = Awaited<ReturnType<typeof createApp>>;
