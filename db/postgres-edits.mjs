// What is changed in the sources of postgres.js, and why: docs/decisions/009-postgres-js-mended.md

/** The only version whose sources are known. */
export const VERSION = '3.4.9';

/** Each text must be found exactly once, so that another version is never mended by half. */
export const edits = [
  // Not a fault: the connection that was used last is used first, since what it needs is still at hand.
  [
    'src/queue.js',
    `    shift: () => {`,
    `    pop: () => {
      const out = xs.pop()
      if (index >= xs.length) {
        index = 0
        xs = []
      }
      return out
    },
    shift: () => {`,
  ],
  ['src/index.js', `return go(open.shift(), query)`, `return go(open.pop(), query)`],
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
  // 'close': what was written in between must be answered too. A server that closes before it was ever
  // ready (a proxy with nobody behind it) is asked once at each of its addresses, not again for ever.
  [
    'src/connection.js',
    `    socket.removeAllListeners()
    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime = performance.now()
    hadError && options.shared.retries++
`,
    `    socket.removeAllListeners()
    socket = null
    chunk = nextWriteTimer = null

    const gone = Errors.connection('CONNECTION_CLOSED', options, socket)
    const refused = initial !== null
    const elsewhere = refused && options.host[++retries] !== undefined
    elsewhere
      ? query && queryError(query, gone)
      : (refused || query || sent.length) && error(gone)
    query = results = errorResponse = final = null
    result = new Result()
    rows = 0

    if (elsewhere)
      return reconnect()

    retries = 0
    closedTime = performance.now()
    ;(hadError || refused) && options.shared.retries++
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
