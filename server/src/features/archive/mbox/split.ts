import { createReadStream } from 'node:fs';

/** No mail that a person wrote is larger, files beside it included; of a larger one the beginning is read. */
const mostBytes = 32 * 2 ** 20;
/** A line that goes on for longer is cut into several: mail allows 998 bytes. */
const longestLine = 2 ** 20;

const [lineFeed, carriageReturn, space, greater, letterF] = [10, 13, 32, 62, 70];
/** What begins a message: `From `, an address or a name for one, and a date. */
const separator = /^From \S.*\b(?:19|20)\d\d\b|^From \S+@\S+\s*$/;
const headerLine = /^[!-9;-~]+[ \t]*:|^>?From /;
/** A line of a text that looked like the beginning of a message when it was stored. */
const escaped = /^>+From /;

/** One message as it lies in the file. */
export interface RawMessage {
  /** The date of the line before it, as it stands there; empty when there is none. */
  envelope: string;
  content: Buffer;
  /** There was more than is read of one message. */
  cut: boolean;
}

/** Lines of a file, each with its end; a last one may have none. */
async function* linesOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    onBytes((chunk as Buffer).length);
    const text: Buffer =
      rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = text.indexOf(lineFeed); end >= 0; end = text.indexOf(lineFeed, start)) {
      yield text.subarray(start, end + 1);
      start = end + 1;
    }
    rest = text.subarray(start);
    if (rest.length > longestLine) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield rest;
}

const asText = (line: Buffer) => line.toString('latin1').trimEnd();
const mayBegin = (line: Buffer) => line[0] === letterF && line[4] === space;
const isEmpty = (line: Buffer) =>
  line[0] === lineFeed || (line[0] === carriageReturn && line[1] === lineFeed);

const byteOrderMark = Buffer.from('\uFEFF');
const withoutMark = (line: Buffer) =>
  line.subarray(0, byteOrderMark.length).equals(byteOrderMark)
    ? line.subarray(byteOrderMark.length)
    : line;

/** Gathers the lines of one message, up to the most that is read of it. */
function createGathering(envelope: string) {
  let content = Buffer.allocUnsafe(4096);
  let bytes = 0;
  let cut = false;

  function makeRoom(more: number): void {
    if (bytes + more <= content.length) return;
    const larger = Buffer.allocUnsafe(Math.max(content.length * 2, bytes + more));
    content.copy(larger, 0, 0, bytes);
    content = larger;
  }

  return {
    add(line: Buffer): void {
      const isEscaped = line[0] === greater && escaped.test(asText(line.subarray(0, 64)));
      const kept = isEscaped ? line.subarray(1) : line;
      cut ||= bytes + kept.length > mostBytes;
      if (cut) return;
      makeRoom(kept.length);
      bytes += kept.copy(content, bytes);
    },
    end: (): RawMessage => ({ envelope, content: content.subarray(0, bytes), cut }),
  };
}

/**
 * The messages of an mbox file, in its order. A message begins with a `From ` line that carries a
 * date or an address, stands at the beginning or behind an empty line, and is followed by a header;
 * so a sentence that begins with that word does not. `onLoose` hears how many bytes of text stand before
 * the first.
 */
export async function* splitMbox(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
  onLoose: (bytes: number) => void = () => undefined,
): AsyncGenerator<RawMessage> {
  let loose = 0;
  let isFirst = true;
  const add = (line: Buffer) => {
    if (gathering) gathering.add(line);
    else if (!isEmpty(line)) loose += line.length;
  };
  let gathering: ReturnType<typeof createGathering> | undefined;
  /** A line that begins a message if a header follows. */
  let candidate: Buffer | undefined;
  let isAfterEmpty = true;

  for await (const whole of linesOf(file, onBytes)) {
    const line = isFirst ? withoutMark(whole) : whole;
    isFirst = false;
    if (candidate !== undefined) {
      if (headerLine.test(asText(line.subarray(0, 256)))) {
        if (gathering) yield gathering.end();
        gathering = createGathering(asText(candidate).replace(/^From \S+\s*/, ''));
      } else add(candidate);
      candidate = undefined;
    }
    if (isAfterEmpty && mayBegin(line) && separator.test(asText(line.subarray(0, 512)))) {
      candidate = Buffer.from(line);
    } else add(line);
    isAfterEmpty = isEmpty(line);
  }
  if (candidate !== undefined) add(candidate);
  if (loose > 0) onLoose(loose);
  if (gathering) yield gathering.end();
}
