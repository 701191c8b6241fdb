// Many sockets and one who writes: when each post was sent, and when it came to each socket.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { answerWith } from './answer.mjs';

async function connect({ base, origin, livePath, scope }, cookie) {
  const socket = io(base, {
    ...(livePath && { path: livePath }),
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie, origin },
  });
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  if (scope) await socket.emitWithAck('follow', { scopes: [scope] });
  return socket;
}

/** Sends one post; gives how long it took to be answered and to come to each socket, in ms. */
async function sendOne({ url, origin, cookie, body, patienceMs }, sockets) {
  const arrived = [];
  let all;
  const complete = new Promise((resolve) => {
    all = resolve;
  });
  const began = performance.now();
  const hear = ({ type }) => {
    if (type !== 'post.created') return;
    arrived.push(performance.now() - began);
    if (arrived.length === sockets.length) all();
  };
  for (const socket of sockets) socket.on('event', hear);
  const reply = await fetch(url, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, clientKey: randomUUID() }),
  });
  await reply.text();
  if (!reply.ok) throw new Error(`The post was answered with ${reply.status}.`);
  const answered = performance.now() - began;
  await Promise.race([complete, delay(patienceMs)]);
  for (const socket of sockets) socket.off('event', hear);
  return { answered, arrived };
}

let sockets = [];
const work = {
  async open(job) {
    sockets = await Promise.all(job.cookies.map((cookie) => connect(job, cookie)));
    return { open: sockets.length };
  },
  async send(job) {
    const posts = [];
    for (let n = 0; n < job.posts; n += 1) {
      posts.push(await sendOne(job, sockets));
      await delay(job.everyMs);
    }
    return posts;
  },
  /** The next event as it came. */
  async hear(job) {
    const heard = new Promise((resolve) => {
      sockets[0].on('event', (event) => event.type === 'post.created' && resolve(event));
    });
    await sendOne(job, sockets);
    return heard;
  },
};

answerWith(({ what, ...job }) => work[what](job));
