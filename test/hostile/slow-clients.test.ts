import type { Socket } from 'node:net';
import { openApi, type TestApi } from '../support/api';
import { post } from '../support/post';
import { openSocket, untilClosed } from '../support/raw-http';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

/** Sends a little more each time that the server has had its say, for as long as the connection stands. */
async function trickle(start: string, more: string): Promise<string> {
  const socket = await openSocket(api.url);
  const said = untilClosed(socket);
  socket.write(start);
  const drip = setInterval(() => socket.write(more), 200);
  try {
    return await said;
  } finally {
    clearInterval(drip);
  }
}

describe('a client that takes its time is cut off', () => {
  it('over its headers, over its body, and over saying nothing', async () => {
    const silent = async (): Promise<string> => untilClosed(await openSocket(api.url));
    const [headers, body, stopped, nothing] = await Promise.all([
      trickle(HEAD, 'x-slow: 1\r\n'),
      trickle(`${HEAD}content-length: 100000\r\n\r\n{"query":"`, 'x'),
      trickle(`${HEAD}content-length: 50\r\n\r\n{`, ''),
      silent(),
    ]);
    for (const answer of [headers, body, stopped]) {
      expect(answer).toMatch(/^HTTP\/1.1 408 /);
      expect(answer).toContain('"REQUEST_TIMEOUT"');
    }
    // A browser's spare connection gets no answer that it would take for that of its next request.
    expect(nothing).toMatch(/^(HTTP\/1.1 408 [\s\S]*)?$/);
  });
});

describe('five hundred idle connections', () => {
  let idle: Socket[] = [];
  afterAll(() => idle.forEach((socket) => socket.destroy()));

  it('do not keep others from being answered, and are closed in their turn', async () => {
    idle = await Promise.all(Array.from({ length: 500 }, () => openSocket(api.url)));
    const closed = Promise.all(idle.map(untilClosed));
    for (const socket of idle.slice(0, 250)) socket.write(HEAD);
    for (let asked = 0; asked < 20; asked += 1) {
      const { json } = await post(api.url, { query: '{ apiVersion }' });
      expect(json.data.apiVersion).toEqual(expect.any(String));
    }
    expect(await closed).toHaveLength(500);
  });
});
