import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';
import { Negotiator } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

/** Whole bytes at the end of each part, so that parts compressed apart can stand one behind the other. */
const aligned = { finishFlush: constants.Z_SYNC_FLUSH };
/** For what is compressed for one answer: 2 % larger in three quarters of the time. */
const hasty = { ...aligned, level: 4 };
const compress = promisify(deflateRaw);
/** Below this it takes less time here than to have it done beside. */
const soon = 4_096;
/** Answers that are shorter are sent as they are. */
const worthCompressing = 2_048;

/** Bytes that many answers hold, such as the posts of a page; compressed once, when first asked for so. */
export class SharedBytes {
  #compressed: Buffer | Promise<Buffer> | undefined;

  constructor(readonly bytes: Buffer) {}

  /** In memory, about, once it is compressed as well. */
  get weight(): number {
    return Math.ceil(this.bytes.length * 1.4);
  }

  compressed(): Buffer | Promise<Buffer> {
    this.#compressed ??= this.#compress();
    return this.#compressed;
  }

  async #compress(): Promise<Buffer> {
    const compressed = await deflated(this.bytes, aligned);
    this.#compressed = compressed;
    return compressed;
  }
}

function deflated(bytes: Buffer, how: ZlibOptions): Buffer | Promise<Buffer> {
  return bytes.length < soon ? deflateRawSync(bytes, how) : compress(bytes, how);
}

type Part = SharedBytes | Buffer | string;

const plain = (part: Part) => (part instanceof SharedBytes ? part.bytes : part);

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((length, part) => length + Buffer.byteLength(plain(part)), 0);
}

function joined(parts: readonly Part[]): Buffer {
  const bytes = Buffer.allocUnsafe(lengthOf(parts));
  let at = 0;
  for (const part of parts.map(plain)) {
    at += typeof part === 'string' ? bytes.write(part, at) : part.copy(bytes, at);
  }
  return bytes;
}

/** Shared parts as they are, and what stands between them joined. */
function runsOf(parts: readonly Part[]): (SharedBytes | Buffer)[] {
  const runs: (SharedBytes | Buffer)[] = [];
  let from = 0;
  for (const [at, part] of parts.entries()) {
    if (!(part instanceof SharedBytes)) continue;
    if (at > from) runs.push(joined(parts.slice(from, at)));
    runs.push(part);
    from = at + 1;
  }
  if (from < parts.length) runs.push(joined(parts.slice(from)));
  return runs;
}

/** Of a gzip file: what stands before and behind its data (RFC 1952). */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
function tail(crc: number, length: number): Buffer {
  // An empty last block, the sum, and the length.
  const bytes = Buffer.alloc(10);
  bytes.writeUInt16LE(0x0003, 0);
  bytes.writeUInt32LE(crc, 2);
  bytes.writeUInt32LE(length % 2 ** 32, 6);
  return bytes;
}

/** JSON that is already written; sent as it is. Only for hot reads, whose tests check it against the schema. */
export class WrittenJson {
  constructor(readonly parts: readonly Part[]) {}

  get length(): number {
    return lengthOf(this.parts);
  }

  bytes(): Buffer {
    return joined(this.parts);
  }

  /** The same, compressed: of shared parts what they keep, so that only the rest is compressed each time. */
  async gzip(): Promise<Buffer> {
    const chunks: Buffer[] = [head];
    let [crc, length] = [0, 0];
    for (const run of runsOf(this.parts)) {
      const isShared = run instanceof SharedBytes;
      const bytes = isShared ? run.bytes : run;
      // zlib takes the sum of no bytes for a new beginning.
      if (bytes.length === 0) continue;
      crc = crc32(bytes, crc);
      length += bytes.length;
      const compressed = isShared ? run.compressed() : deflated(bytes, hasty);
      chunks.push(compressed instanceof Promise ? await compressed : compressed);
    }
    return Buffer.concat([...chunks, tail(crc, length)]);
  }
}

/** What clients accept is always one of a few sentences. */
const encodings = new Negotiator({
  supportedValues: ['gzip'],
  cache: new LRUCache<string, string>({ max: 100 }),
});

/** Sends it as the client takes it. */
export async function sendWritten(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  json: WrittenJson,
): Promise<FastifyReply> {
  void reply.type('application/json; charset=utf-8');
  const accepted = headers['accept-encoding'] ?? '';
  const isShort = json.length < worthCompressing;
  if (isShort || encodings.negotiate(accepted) === null) return reply.send(json.bytes());
  void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding');
  return reply.send(await json.gzip());
}
