import net from 'node:net';
import type { LookupAddress } from 'node:dns';
import { postWebhook, type PostParts } from '../../../server/notifications/webhooks/post-webhook';
import type { Resolve } from '../../../server/notifications/webhooks/resolve-host';
import { selfSigned } from '../../support/self-signed';
import { openReceiver, type WebhookReceiver } from '../../support/webhook-receiver';

const HERE: LookupAddress = { address: '127.0.0.1', family: 4 };
const certificate = selfSigned('receiver.test');
const limits = { connectMs: 400, totalMs: 900 };

let receiver: WebhookReceiver;
let secure: WebhookReceiver;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  receiver = await openReceiver();
  secure = await openReceiver(certificate);
  opened.push(receiver, secure);
});
beforeEach(() => {
  receiver.received.length = 0;
  secure.received.length = 0;
});
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
});

const parts = (resolve: Resolve = () => Promise.resolve([HERE]), isLoopbackAllowed = true): PostParts => ({
  rules: { isLoopbackAllowed },
  resolve,
  limits,
  ca: certificate.cert,
});
/** With the authorities of the machine alone. */
const trustingNobody = (): PostParts => {
  const all = parts();
  delete all.ca;
  return all;
};
const post = (url: string, more: PostParts = parts()) =>
  postWebhook(more, new URL(url), { 'content-type': 'application/json', 'webhook-id': 'a' }, '{"é":1}');

/** A bare TCP server; gives its port. */
async function openSocketServer(onConnection: (socket: net.Socket) => void): Promise<number> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  opened.push({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as net.AddressInfo).port;
}

describe('one attempt', () => {
  it.each([200, 201, 204, 299])('has arrived with %d', async (status) => {
    receiver.answer = (response) => response.writeHead(status).end();
    expect(await post(receiver.url)).toMatchObject({ outcome: 'DELIVERED', statusCode: status });
    expect(receiver.received).toEqual([
      { body: '{"é":1}', headers: expect.objectContaining({ 'webhook-id': 'a', 'content-length': '8' }) },
    ]);
  });

  it.each([
    [400, 'REFUSED'],
    [401, 'REFUSED'],
    [429, 'REFUSED'],
    [500, 'REFUSED'],
    [503, 'REFUSED'],
    [410, 'GONE'],
  ])('has not with %d', async (status, outcome) => {
    receiver.answer = (response) => response.writeHead(status, { 'retry-after': '17' }).end('non');
    expect(await post(receiver.url)).toEqual({
      outcome,
      statusCode: status,
      answer: 'non',
      retryAfter: '17',
    });
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://127.0.0.1:1/', '/elsewhere'])(
    'follows no redirect, be it to %s',
    async (location) => {
      for (const status of [301, 302, 303, 307, 308]) {
        receiver.received.length = 0;
        receiver.answer = (response) => response.writeHead(status, { location }).end();
        expect(await post(receiver.url)).toMatchObject({ outcome: 'REDIRECTED', statusCode: status });
        expect(receiver.received).toHaveLength(1);
      }
    },
  );

  it('reads a kilobyte of an answer without end', async () => {
    let written = 0;
    receiver.answer = (response) => {
      response.writeHead(500);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536;
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    };
    const { answer, outcome } = await post(receiver.url);
    expect(outcome).toBe('REFUSED');
    expect(answer).toBe('x'.repeat(1_024));
    // What lies in buffers on the way, and no more.
    expect(written).toBeLessThan(50 * 1024 * 1024);
  });

  it('keeps an answer that is no text as one', async () => {
    receiver.answer = (response) => response.writeHead(500).end(Buffer.from([0x61, 0x00, 0xff, 0xfe, 0x62]));
    expect((await post(receiver.url)).answer).toBe('a\uFFFD\uFFFD\uFFFDb');
  });

  it('gives up on a receiver that never answers', async () => {
    receiver.answer = () => undefined;
    expect(await post(receiver.url)).toMatchObject({ outcome: 'TIMED_OUT', statusCode: null });
  });

  it('gives up on one that answers drop by drop before it says what it makes of the message', async () => {
    const port = await openSocketServer((socket) => {
      const text = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';
      let sent = 0;
      const drip = setInterval(() => socket.write(text[sent++] ?? ''), 200);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await post(`http://localhost:${port}/`)).toMatchObject({ outcome: 'TIMED_OUT' });
  });

  it('takes the word of one whose answer drips, breaks off or lies about its length afterwards', async () => {
    receiver.answer = (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('oui');
      setTimeout(() => response.destroy(), 50);
    };
    expect(await post(receiver.url)).toMatchObject({ outcome: 'DELIVERED', answer: 'oui' });
    receiver.answer = (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 100);
      response.on('close', () => clearInterval(drip));
    };
    expect(await post(receiver.url)).toMatchObject({ outcome: 'DELIVERED', statusCode: 200 });
  });

  it('is not reached where nobody listens, or where the line is cut', async () => {
    const port = await openSocketServer((socket) => socket.destroy());
    expect(await post(`http://localhost:${port}/`)).toMatchObject({ outcome: 'UNREACHED' });
    expect(await post('http://localhost:1/')).toMatchObject({ outcome: 'UNREACHED' });
    const noise = await openSocketServer((socket) => socket.end('\x16\x03\x01 no HTTP at all\r\n\r\n'));
    expect(await post(`http://localhost:${noise}/`)).toMatchObject({ outcome: 'UNREACHED' });
  });

  it('gives up on a line that opens and on which TLS is never spoken', async () => {
    const port = await openSocketServer(() => undefined);
    expect(await post(`https://receiver.test:${port}/`)).toMatchObject({ outcome: 'TIMED_OUT' });
  });

  it('speaks TLS with whoever proves the name, and with nobody else', async () => {
    const url = `https://receiver.test:${secure.port}/`;
    expect(await post(url)).toMatchObject({ outcome: 'DELIVERED' });
    // Another name on the certificate; an authority that nobody knows; a server without encryption.
    expect(await post(`https://other.test:${secure.port}/`)).toMatchObject({ outcome: 'UNREACHED' });
    const unknown = trustingNobody();
    expect(await post(url, unknown)).toMatchObject({ outcome: 'UNREACHED' });
    expect(await post(`https://receiver.test:${receiver.port}/`)).toMatchObject({ outcome: 'UNREACHED' });
    expect(secure.received).toHaveLength(1);
    expect(receiver.received).toHaveLength(0);
  });

  it('stays unimpressed by an environment that trusts everybody, and by proxies', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      HTTP_PROXY: 'http://127.0.0.1:1',
      HTTPS_PROXY: 'http://127.0.0.1:1',
      NODE_USE_ENV_PROXY: '1',
    });
    try {
      receiver.answer = (response) => response.writeHead(204).end();
      expect(await post(receiver.url)).toMatchObject({ outcome: 'DELIVERED' });
      const unknown = trustingNobody();
      const url = `https://receiver.test:${secure.port}/`;
      expect(await post(url, unknown)).toMatchObject({ outcome: 'UNREACHED' });
    } finally {
      process.env = before;
    }
  });
});

describe('no attempt leads inside', () => {
  it.each([
    ['http://127.0.0.1', false],
    ['https://127.0.0.1', false],
    ['https://[::1]', false],
    ['https://[::ffff:127.0.0.1]', false],
    ['https://10.0.0.1', true],
    ['https://169.254.169.254', true],
    ['https://0.0.0.0', true],
    ['https://[fd00::1]', true],
    ['https://0x7f000001', false],
  ])('%s is refused without a connection', async (origin, isLoopbackAllowed) => {
    const url = `${origin}:${receiver.port}/`;
    expect(await post(url, parts(undefined, isLoopbackAllowed))).toMatchObject({
      outcome: 'ADDRESS_REFUSED',
    });
    expect(receiver.received).toHaveLength(0);
  });

  it('is refused when one of the addresses of a host is inside', async () => {
    const both: Resolve = () => Promise.resolve([{ address: '93.184.215.14', family: 4 }, HERE]);
    const url = `https://receiver.test:${secure.port}/`;
    expect(await post(url, parts(both, false))).toMatchObject({ outcome: 'ADDRESS_REFUSED' });
    expect(secure.received).toHaveLength(0);
  });

  it('connects to the very address that was looked at, whatever the DNS says a moment later', async () => {
    let asked = 0;
    const changing: Resolve = () => {
      asked += 1;
      return Promise.resolve(asked === 1 ? [HERE] : [{ address: '169.254.169.254', family: 4 }]);
    };
    const url = `http://rebinding.test:${receiver.port}/`;
    receiver.answer = (response) => response.writeHead(204).end();
    // The host is no name that this machine knows: only the address that was looked at leads to the receiver.
    expect(await post(url, parts(changing))).toMatchObject({ outcome: 'DELIVERED' });
    expect(asked).toBe(1);
    expect(await post(url, parts(changing))).toMatchObject({ outcome: 'ADDRESS_REFUSED' });
    expect(asked).toBe(2);
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['finds nothing', () => Promise.resolve([])],
    ['fails', () => Promise.reject(new Error('ENOTFOUND'))],
  ])('is not reached when the DNS %s', async (_what, resolve) => {
    expect(await post('https://nowhere.test/', parts(resolve))).toMatchObject({ outcome: 'UNREACHED' });
  });

  it('does not wait for a DNS that never answers', async () => {
    const hanging: Resolve = () => new Promise(() => undefined);
    expect(await post('https://nowhere.test/', parts(hanging))).toMatchObject({ outcome: 'TIMED_OUT' });
  });
});
