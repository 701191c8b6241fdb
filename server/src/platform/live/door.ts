import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkOf } from '../attempts.ts';
import type { SignedIn, SignIn } from '../sign-in.ts';
import { type Bucket, createBucket } from './bucket.ts';

/** Connections that may begin: from one network, and in all. */
const fromOne = { most: 20, perSecond: 20 };
const inAll = { most: 100, perSecond: 100 };
const networksRemembered = 10_000;

export interface DoorOptions {
  signIn: Pick<SignIn, 'readToken' | 'recognise'>;
  /** Whether pages of this Origin may connect to this Host. */
  allowedOrigin: (origin: string, host: string | undefined) => boolean;
  /** The reader's address, with the word of trusted proxies. */
  addressOf: (request: IncomingMessage) => string;
  rateLimits: boolean;
  onFailure: (error: unknown) => void;
}

export interface Guest extends SignedIn {
  token: string;
}

const refusals = {
  'signed-out': '401 Unauthorized',
  'origin-refused': '403 Forbidden',
  'too-many-requests': '429 Too Many Requests',
  busy: '503 Service Unavailable',
} as const;
type Reason = keyof typeof refusals;

/** engine.io would answer 400 to every refused upgrade, so refusals are written here. */
function refuse(request: IncomingMessage & { res?: ServerResponse }, reason: Reason): void {
  const body = JSON.stringify({ code: reason });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(body.length),
    'cache-control': 'no-store',
    connection: 'close',
  };
  const { res, socket } = request;
  if (request.headers.upgrade === undefined && res !== undefined) {
    res.writeHead(Number.parseInt(refusals[reason], 10), headers).end(body);
    return;
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${refusals[reason]}\r\n${lines.join('')}\r\n${body}`);
}

function createRates() {
  const all = createBucket(inAll);
  const networks = new Map<string, Bucket>();

  function bucketOf(network: string): Bucket {
    const known = networks.get(network);
    if (known !== undefined) return known;
    if (networks.size >= networksRemembered)
      for (const [key, bucket] of networks) if (bucket.isFull()) networks.delete(key);
    const bucket = createBucket(fromOne);
    networks.set(network, bucket);
    return bucket;
  }

  return (address: string) => bucketOf(networkOf(address)).take() && all.take();
}

/**
 * Browsers send no Origin with a plain GET to their own site; there Sec-Fetch-Site, which no page can
 * set, says the same. An upgrade always has an Origin.
 */
function isFromOurPage(
  { headers }: IncomingMessage,
  allowedOrigin: DoorOptions['allowedOrigin'],
): boolean {
  const { origin, host, upgrade } = headers;
  if (origin !== undefined) return allowedOrigin(origin, host);
  return upgrade === undefined && headers['sec-fetch-site'] === 'same-origin';
}

/** Who may open a connection at all, on either transport: Origin, rate, sign-in, in this order. */
export function createDoor(options: DoorOptions) {
  const { signIn, allowedOrigin, addressOf, rateLimits, onFailure } = options;
  const mayBegin = rateLimits ? createRates() : () => true;
  const guests = new WeakMap<IncomingMessage, Guest>();
  let open = true;

  async function check(request: IncomingMessage): Promise<Reason | undefined> {
    if (!isFromOurPage(request, allowedOrigin)) return 'origin-refused';
    if (!open) return 'busy';
    if (!mayBegin(addressOf(request))) return 'too-many-requests';
    const token = signIn.readToken(request.headers.cookie);
    const signedIn = token === null ? undefined : await signIn.recognise(token);
    if (token === null || signedIn === undefined) return 'signed-out';
    guests.set(request, { ...signedIn, token });
    return undefined;
  }

  return {
    /** For engine.io: calls back only when the connection may begin. */
    async admit(request: IncomingMessage, begin: () => void): Promise<void> {
      const reason = await check(request).catch((error: unknown) => {
        onFailure(error);
        return 'busy' as const;
      });
      if (reason === undefined) begin();
      else refuse(request, reason);
    },

    guest: (request: IncomingMessage) => guests.get(request),

    /** From now on nobody comes in. */
    close(): void {
      open = false;
    },
  };
}
