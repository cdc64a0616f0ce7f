// Puts requests to a server as fast as it answers, in a process of its own: the work on stdin, what came of it on stdout, as JSON.
import autocannon from 'autocannon';

let text = '';
for await (const part of process.stdin) text += part;
const { url, requests, connections, length, firstAsked } = JSON.parse(text);
const PATIENCE_SECONDS = 120;

let asked = firstAsked;
/** A request that was never made before, byte for byte; without `firstAsked` the same each time. */
const next = (request) => {
  if (firstAsked === null) return { ...request, ...toHttp(requests[0]) };
  asked += 1;
  return { ...request, ...toHttp(requests[asked % requests.length], asked) };
};

const result = await autocannon({
  url,
  connections,
  timeout: PATIENCE_SECONDS,
  ...(length.answers === undefined ? { duration: length.seconds } : { amount: length.answers }),
  requests: [{ setupRequest: next }],
});
process.stdout.write(
  JSON.stringify({
    answers: result['2xx'],
    failures: result.non2xx + result.errors + result.timeouts,
    seconds: result.duration,
    milliseconds: { median: result.latency.p50, slow: result.latency.p99 },
  }),
);

function toHttp({ path, body }, nth) {
  if (!body) return { method: 'GET', path: nth === undefined ? path : `${path}&asked=${nth}` };
  const variables = nth === undefined ? body.variables : { ...body.variables, asked: nth };
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, variables }),
  };
}
