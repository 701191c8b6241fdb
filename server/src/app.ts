import {
  type Clock,
  emptyUnfinishedSeed,
  markSeeded,
  type Network,
  openDatabase,
  settleNetwork,
  systemClock,
} from '@counterpart/db';
import type { FastifyInstance } from 'fastify';
import { adminCommand } from './admin-command.ts';
import type { Config } from './config.ts';
import { castAnswers, serveDemo } from './demo/routes.ts';
import { tellStory } from './demo/tell.ts';
import { accountTasks, getSession, serveAccounts } from './features/accounts/index.ts';
import { serveInstitutions } from './features/institutions/index.ts';
import { homeDocument, serveReading } from './features/reading/index.ts';
import { keepIndex, serveSearch } from './features/search/index.ts';
import {
  serveSpaces,
  spaceAnswers,
  spaceTasks,
  watchEndingRoles,
} from './features/spaces/index.ts';
import {
  createLiveReading,
  createThreadMemory,
  permalinkDocument,
  serveThreads,
  type ThreadMemory,
  threadDocument,
  threadTasks,
} from './features/threads/index.ts';
import { foundGlossary, foundLiveNetwork } from './founding/found.ts';
import { registerHooks } from './house.ts';
import { createAddressOf } from './platform/address.ts';
import { registerAssets } from './platform/assets.ts';
import { createAttempts } from './platform/attempts.ts';
import { build } from './platform/build.ts';
import { registerDocuments } from './platform/document.ts';
import { createOriginCheck } from './platform/door.ts';
import { registerUnknown } from './platform/errors.ts';
import { createFailures } from './platform/failures.ts';
import { registerHealth } from './platform/health.ts';
import { createHooks } from './platform/hooks.ts';
import type { House } from './platform/house.ts';
import { createHttp } from './platform/http.ts';
import { createLive } from './platform/live.ts';
import { logTasks } from './platform/log-tasks.ts';
import { createPasswords } from './platform/passwords.ts';
import { refuseOpenLimits } from './platform/rate-limits.ts';
import { createServe, type Serve } from './platform/serve.ts';
import { createSignIn } from './platform/sign-in.ts';
import { createTail } from './platform/tail.ts';
import { createTasks } from './platform/tasks.ts';
import { createTextRenderer } from './platform/text/index.ts';

export interface AppOptions {
  config: Config;
  /** Address for the owner; serving connections take the role counterpart_app. */
  databaseUrl: string;
  /** The built web client; without it there is only the API. */
  webFolder?: string | undefined;
  clock?: Clock;
  /** Told of each statement of a request: for counting. */
  onStatement?: (text: string) => void;
}

/** Fills an empty network, or one whose first start was cut short: the story, or the bare ground. */
async function seed(house: House, databaseUrl: string, network: Network): Promise<void> {
  if (network.seededAt !== null || network.mode === 'bench') return;
  if (network.mode === 'demo') {
    await emptyUnfinishedSeed(databaseUrl);
    await tellStory(house, house.db.clock.now());
  } else {
    await foundLiveNetwork(house);
  }
  await house.db.numberer.drain();
  await markSeeded(databaseUrl, house.db.clock.now());
}

/** What stands before the first route: database, log, text, sign-ins. */
async function openHouse(options: AppOptions) {
  const { config, databaseUrl, clock = systemClock, onStatement } = options;
  const network = await settleNetwork(databaseUrl, {
    mode: config.mode,
    isModeNamed: config.modeNamed,
    isEmbedded: config.databaseUrl === undefined,
    now: clock.now(),
  });
  refuseOpenLimits(config, network);
  const failures = createFailures();
  const onFailure = failures.report;
  const db = openDatabase({ url: databaseUrl, clock, onFailure, onStatement });
  const tail = await createTail({ db, onFailure });
  const hooks = registerHooks(createHooks());
  const text = createTextRenderer();
  const house: House = { config, db, text, hooks, asOf: tail.position };
  const secure = config.publicUrl.startsWith('https:');
  const signIn = createSignIn({ db, secure, isLogHeard: tail.isHeard, onFailure });
  const keys = {
    signIn,
    passwords: createPasswords(),
    attempts: createAttempts(db, config.rateLimits),
  };
  return { network, failures, house, tail, keys, isDemo: network.mode === 'demo' };
}

type Opened = Awaited<ReturnType<typeof openHouse>>;

/** Every operation of the contract, feature by feature. */
function serveFeatures(serve: Serve, { house, keys, isDemo }: Opened, memory: ThreadMemory): void {
  serveAccounts(serve, house, keys);
  serveInstitutions(serve, house);
  serveSpaces(serve, house);
  serveThreads(serve, house, memory);
  serveReading(serve, house, memory);
  serveSearch(serve, house);
  serveDemo(serve, house, { signIn: keys.signIn, isDemo });
}

/** The pages, when the web client is built; without it there is only the API. */
async function servePages(
  http: FastifyInstance,
  folder: string | undefined,
  opened: Opened,
  memory: ThreadMemory,
) {
  const { house, network, isDemo } = opened;
  if (folder === undefined) return registerUnknown(http);
  await registerAssets(http, folder);
  registerDocuments(http, {
    folder,
    mode: network.mode,
    session: async (actor) => ({ ...(await getSession(house, actor)), asOf: house.asOf() }),
    frame: (actor) => spaceAnswers(house, actor),
    guest: async () => ({ answers: isDemo ? await castAnswers(house) : [] }),
    pages: {
      '/': homeDocument(house, memory),
      '/threads/:id': threadDocument(house, memory),
      '/threads/:id/posts/:postId': permalinkDocument(house, memory),
    },
  });
}

/** What runs by the clock. */
function clockTasks({ house, keys }: Opened) {
  return [
    ...logTasks(house.db),
    ...accountTasks(keys),
    ...spaceTasks(house),
    ...threadTasks(house),
  ];
}

/** Builds the whole product on a migrated database; the caller listens and closes. */
export async function createApp(options: AppOptions) {
  const { config, databaseUrl } = options;
  const opened = await openHouse(options);
  const { house, tail, failures, network, isDemo } = opened;
  const { signIn } = opened.keys;
  const onFailure = failures.report;
  await seed(house, databaseUrl, network);
  if (network.mode !== 'bench') await foundGlossary(house);

  const isAllowedOrigin = createOriginCheck(config.publicUrl);
  const http = await createHttp({ config, build, signIn, isAllowedOrigin });
  failures.reportTo(http.log);
  const memory = createThreadMemory(house);
  registerHealth(http, house);
  serveFeatures(createServe(http, house), opened, memory);
  await servePages(http, options.webFolder, opened, memory);
  await http.ready();
  const live = createLive({
    http: http.server,
    db: house.db,
    tail,
    signIn,
    reading: createLiveReading(house, memory),
    allowedOrigin: isAllowedOrigin,
    addressOf: createAddressOf(config.trustProxy),
    rateLimits: config.rateLimits,
    build,
    onFailure,
  });
  const endingRoles = watchEndingRoles(house, onFailure);
  tail.onNews((events) => {
    if (events.some(({ type }) => type === 'access.changed')) endingRoles.look();
  });
  const index = keepIndex(house, onFailure);
  tail.onNews(index.soon);
  const tasks = createTasks({ ownerUrl: databaseUrl, tasks: clockTasks(opened), onFailure });
  await tasks.start();

  const host = config.host ?? (isDemo ? '127.0.0.1' : '::');
  return {
    house,
    http,
    tasks,
    listen: () => http.listen({ port: config.port, host }),
    /** Until everything committed is numbered, delivered and counted: for tests. */
    async settle() {
      await house.db.numberer.drain();
      await tail.catchUp();
      await index.settle();
    },
    async close() {
      endingRoles.stop();
      await index.stop();
      await tasks.stop();
      await live.stop();
      await http.close();
      await tail.stop();
      await house.text.close();
      await house.db.close();
    },
    firstWords: () =>
      isDemo
        ? 'Choose one of the people on the sign-in page to become them.'
        : `The first admin gets in with: ${adminCommand()}`,
  };
}

export type App = Awaited<ReturnType<typeof createApp>>;
