// Sends requests as fast as they are answered, each connection with a member and a path of its own.
import autocannon from 'autocannon';
import { answerWith } from './answer.mjs';

/** autocannon would decode every body as text, which takes longer than to receive it; nobody looks at it. */
function leaveBodies({ pipelinedRequests: requests }) {
  if (typeof requests?.addBody !== 'function')
    throw new Error('autocannon keeps bodies elsewhere.');
  requests.addBody = () => undefined;
}

answerWith(async ({ base, seconds, connections }) => {
  let next = 0;
  const result = await autocannon({
    url: base,
    connections: connections.length,
    duration: seconds,
    setupClient(client) {
      leaveBodies(client);
      const { path, cookie, encoding } = connections[next++ % connections.length];
      const headers = {
        ...(cookie && { cookie }),
        ...(encoding && { 'accept-encoding': encoding }),
      };
      client.setRequests([{ method: 'GET', path, headers }]);
    },
  });
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.non2xx,
    kilobytes: result.throughput.total / result.requests.total / 1000,
  };
});
