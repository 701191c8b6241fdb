// Mends postgres.js 3.4.9 where a lost connection ends the process or splits a transaction; run after
// every install by the root package.json. Why, and when it can go: docs/decisions/009-postgres-js-mended.md
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const VERSION = '3.4.9';

/** Each text must be found exactly once, so that another version is never mended by half. */
const edits = [
  // A write that was planned before the connection closed must not reach for the socket after.
  [
    'src/connection.js',
    `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)`,
    `  function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      return false
    }
    const x = socket.write(chunk, fn)`,
  ],
  // Nothing may be queued on a connection that has no socket: it would run on the next one.
  [
    'src/connection.js',
    `    if (terminated)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))`,
    `    if (terminated || socket === null)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options)), true`,
  ],
  // What was half written belongs to the old connection; so do its unanswered queries and its last
  // words, which are not the answer to the first query of the next. A reset emits 'error' before
  // 'close': what was written in between must be answered too.
  [
    'src/connection.js',
    `    socket.removeAllListeners()
    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
`,
    `    socket.removeAllListeners()
    socket = null
    chunk = nextWriteTimer = null

    const gone = Errors.connection('CONNECTION_CLOSED', options, socket)
    initial
      ? query && queryError(query, gone)
      : (query || sent.length) && error(gone)
    query = results = errorResponse = final = null
    result = new Result()
    rows = 0

    if (initial)
      return reconnect()

`,
  ],
  // Asked for by the driver itself, so nobody else could catch its failure.
  [
    'src/connection.js',
    `      order by b.oid
    \`], [], execute)
`,
    `      order by b.oid
    \`], [], execute).catch(() => [])
`,
  ],
  // A transaction whose connection is lost must not go on, outside of it, on the next connection.
  [
    'src/index.js',
    `    let savepoints = 0
      , connection
      , prepare = null
`,
    `    let savepoints = 0
      , connection
      , lost = null
      , prepare = null
`,
  ],
  [
    'src/index.js',
    `new Promise((_, reject) => connection.onclose = reject)`,
    `new Promise((_, reject) => connection.onclose = e => {
          lost = e
          while (queries.length)
            queries.shift().reject(e)
          reject(e)
        })`,
  ],
  [
    'src/index.js',
    `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full`,
    `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
        c.queue === full`,
  ],
  // By this openDatabase knows that the mending was not left out.
  ['src/index.js', `Object.assign(Postgres, {`, `Object.assign(Postgres, {\n  mended: true,`],
];

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('postgres')), '..', '..');
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (version !== VERSION) throw new Error(`postgres ${version} is not the ${VERSION} this mends.`);

const texts = new Map();
for (const [file, before, after] of edits) {
  const path = join(folder, file);
  const text = texts.get(path) ?? readFileSync(path, 'utf8');
  if (text.includes(after)) continue;
  if (text.split(before).length !== 2) throw new Error(`${path} is not as expected:\n${before}`);
  texts.set(
    path,
    text.replace(before, () => after),
  );
}
for (const [path, text] of texts) writeFileSync(path, text);
