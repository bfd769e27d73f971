// A small load generator for two servers alike: keep-alive connections over TCP, each asking again as soon as it is
// answered. One thread; what it costs is the same for both, so it falls on the faster of them.
import net from 'node:net';
import { performance } from 'node:perf_hooks';

const kHeadEnd = Buffer.from('\r\n\r\n');

/// The bytes of a request. `headers` is an object; a body makes it a POST.
export function requestOf(target, headers, body) {
  const head = [`${body === undefined ? 'GET' : 'POST'} ${target} HTTP/1.1`, 'host: localhost'];
  for (const [name, value] of Object.entries(headers)) head.push(`${name}: ${value}`);
  if (body === undefined) return Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
  const text = Buffer.from(JSON.stringify(body));
  head.push('content-type: application/json', `content-length: ${text.length}`);
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), text]);
}

/// Where an answer in `bytes` ends, its status and where its body begins; null while it is not whole. Both servers give
/// lengths or chunks.
function answerIn(bytes) {
  const at = bytes.indexOf(kHeadEnd);
  if (at === -1) return null;
  const head = bytes.latin1Slice(0, at).toLowerCase();
  const status = Number(head.slice(9, 12));
  const body = at + 4;
  const length = /\r\ncontent-length: *(\d+)/.exec(head);
  if (length) {
    const end = body + Number(length[1]);
    return bytes.length < end ? null : { status, body, end };
  }
  if (!head.includes('transfer-encoding: chunked')) return { status, body, end: body };
  let next = body;
  for (;;) {
    const line = bytes.indexOf('\r\n', next);
    if (line === -1) return null;
    const size = Number.parseInt(bytes.latin1Slice(next, line), 16);
    next = line + 2 + size + 2;
    if (bytes.length < next) return null;
    if (size === 0) return { status, body, end: next };
  }
}

function connect(port, next, seen) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    let kept = Buffer.alloc(0);
    let begun = 0;
    let over = false;
    const ask = () => {
      begun = performance.now();
      socket.write(next());
    };
    socket.setNoDelay(true);
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => (over ? resolve() : reject(new Error('a connection was closed'))));
    socket.on('data', (piece) => {
      kept = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
      const answer = answerIn(kept);
      if (!answer) return;
      const go = seen(answer.status, performance.now() - begun, kept, answer);
      kept = kept.subarray(answer.end);
      if (go) return ask();
      over = true;
      socket.end();
    });
  });
}

/// Asks for `seconds` after `warm` on `connections` connections. `next(connection)` gives the bytes of a request.
/// Requests per second and latencies; an answer other than 2xx is an error.
export async function wire({ port, connections = 32, seconds, warm = 1, next }) {
  const latencies = [];
  const start = performance.now() + warm * 1000;
  const stop = start + seconds * 1000;
  const seen = (status, took, bytes, answer) => {
    if (status < 200 || status > 299)
      throw new Error(`status ${status}: ${bytes.subarray(answer.body, answer.end).toString().slice(0, 400)}`);
    const now = performance.now();
    if (now >= start && now < stop) latencies.push(took);
    return now < stop;
  };
  await Promise.all([...Array(connections).keys()].map((one) => connect(port, () => next(one), seen)));
  latencies.sort((a, b) => a - b);
  const part = (share) => latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))];
  return { per_s: latencies.length / seconds, p50_ms: part(0.5), p99_ms: part(0.99), count: latencies.length };
}
