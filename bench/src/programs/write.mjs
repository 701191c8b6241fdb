// Writes posts with so many connections, each in a thread of its own: through the API, or with the same SQL.
import { randomInt, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import postgres from 'postgres';
import { answerWith } from './answer.mjs';

const newId = () => String(randomInt(2 ** 47));

/** One request on a connection that stays open. */
function send(agent, base, { path, cookie, origin }, body) {
  const headers = { cookie, origin, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(`${base}${path}`, { method: 'POST', agent, headers }, (reply) => {
      reply.resume();
      reply.once('end', () =>
        reply.statusCode === 201
          ? resolve()
          : reject(new Error(`A post was answered with ${reply.statusCode}.`)),
      );
    });
    sent.once('error', reject);
    sent.end(JSON.stringify({ ...body, clientKey: randomUUID() }));
  });
}

async function repeat(seconds, connections, step) {
  const end = performance.now() + seconds * 1000;
  const times = [];
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < end) {
        const began = performance.now();
        await step(connection);
        times.push(performance.now() - began);
      }
    }),
  );
  const sorted = times.toSorted((one, other) => one - other);
  return { perSecond: times.length / seconds, p99: sorted[Math.floor(times.length * 0.99)] };
}

async function throughApi({ base, seconds, connections, body }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections.length });
  try {
    return await repeat(seconds, connections, (one) => send(agent, base, one, body));
  } finally {
    agent.destroy();
  }
}

/** A value in the place of its name: what was new in the post that was captured is new each time. */
function filled(params, values) {
  return params.map((param) => (param?.name === undefined ? param : values[param.name]));
}

async function directly({ url, seconds, connections, statements }) {
  const sql = postgres(url, { max: connections.length, onnotice: () => undefined });
  const step = async ({ thread, author }) => {
    await sql.begin(async (tx) => {
      const values = { thread, author, post: newId(), clientKey: randomUUID() };
      for (const { text, params } of statements) {
        const rows = await tx.unsafe(text, filled(params, values), { prepare: true });
        // The number of the post comes from the row that the transaction has locked.
        const last = rows[0]?.last_seq;
        if (last !== undefined) values.seq = last + 1;
      }
    });
  };
  try {
    return await repeat(seconds, connections, step);
  } finally {
    await sql.end();
  }
}

answerWith((job) => (job.url === undefined ? throughApi(job) : directly(job)));
