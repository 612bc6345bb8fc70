import { lookup } from 'node:dns/promises';
import { stat } from 'node:fs/promises';
import { unreachable } from '../../../server/notifications/webhooks/reach-host';
import { resolvesHosts } from '../../../server/notifications/webhooks/resolve-host';
import { openNameServer, type NameServer } from '../../support/name-server';

const ZONE = {
  'both.example.org': { A: ['93.184.215.14'], AAAA: ['2606:2800:21f::1'] },
  'four.example.org': { A: ['93.184.215.14', '93.184.215.15'] },
  'six.example.org': { AAAA: ['2606:2800:21f::1'] },
  'none.example.org': {},
  'inside.example.org': { A: ['10.0.0.8'] },
  'half-inside.example.org': { A: ['93.184.215.14', '10.0.0.8'] },
  'six-inside.example.org': { A: ['93.184.215.14'], AAAA: ['fd00:ec2::254'] },
  'metadata.example.org': { A: ['169.254.169.254'] },
  'mapped.example.org': { AAAA: ['0:0:0:0:0:ffff:a00:8'] },
  'nat64.example.org': { AAAA: ['64:ff9b::a9fe:a9fe'] },
  'six-to-four.example.org': { AAAA: ['2002:a9fe:a9fe::1'] },
  'loopback.example.org': { A: ['127.0.0.1'] },
};
const production = { isLoopbackAllowed: false };

let known: NameServer;
let silent: NameServer;
beforeAll(async () => {
  [known, silent] = await Promise.all([openNameServer(ZONE), openNameServer(null)]);
});
beforeEach(() => void (known.asked.length = 0));
afterAll(() => Promise.all([known.close(), silent.close()]));

describe('a host', () => {
  it.each([
    ['both.example.org', ['93.184.215.14', '2606:2800:21f::1']],
    ['four.example.org', ['93.184.215.14', '93.184.215.15']],
    ['six.example.org', ['2606:2800:21f::1']],
  ])('has all its addresses: %s', async (host, addresses) => {
    const found = await resolvesHosts([known.address])(host);
    expect(found.map(({ address }) => address)).toEqual(addresses);
    expect(found.every(({ address, family }) => (address.includes(':') ? 6 : 4) === family)).toBe(true);
  });

  it.each(['none.example.org', 'nobody.example.org'])('is not found without any: %s', async (host) => {
    await expect(resolvesHosts([known.address])(host)).rejects.toThrow('was not found');
  });

  it.each(['localhost', 'LOCALHOST', 'localhost.', 'db.localhost'])(
    'that is this machine itself is asked of nobody: %s',
    async (host) => {
      expect(await resolvesHosts([known.address])(host)).toEqual([{ address: '127.0.0.1', family: 4 }]);
      expect(known.asked).toEqual([]);
    },
  );

  it('that only this machine knows, by its list of hosts, is asked for like any other', async () => {
    await expect(resolvesHosts([known.address])('ip6-localhost')).rejects.toThrow('was not found');
    expect(known.asked).toContain('ip6-localhost');
  });
});

it('name servers that never answer hold no thread: other work goes on, and in the end each question is given up', async () => {
  const settled: string[] = [];
  // Four threads serve files and `getaddrinfo`; a handful of stuck questions would take them all.
  const asked = Array.from({ length: 12 }, (_, index) =>
    resolvesHosts([silent.address])(`slow-${index}.example.org`).catch((error: Error) => {
      settled.push(error.message);
    }),
  );
  await stat('.');
  await lookup('127.0.0.1');
  expect(settled).toEqual([]);
  await Promise.all(asked);
  expect(settled).toHaveLength(12);
});

describe('a webhook goes', () => {
  const reach = () => ({ rules: production, resolve: resolvesHosts([known.address]) });

  it.each(['both', 'four', 'six'])('to the public internet: %s', async (name) => {
    expect(await unreachable(`https://${name}.example.org/`, reach())).toBeNull();
  });

  it.each([
    'none',
    'nobody',
    'inside',
    'half-inside',
    'six-inside',
    'metadata',
    'mapped',
    'nat64',
    'six-to-four',
    'loopback',
  ])('nowhere else, and all looks the same: %s', async (name) => {
    expect(await unreachable(`https://${name}.example.org/`, reach())).toBe('WEBHOOK_HOST_REFUSED');
  });

  it('not to this machine in production, however it is called', async () => {
    for (const host of ['localhost', 'localhost.', 'x.localhost', '127.0.0.1', '[::1]', '0'])
      expect(await unreachable(`https://${host}/`, reach())).toBe('WEBHOOK_HOST_REFUSED');
    expect(known.asked).toEqual([]);
  });

  it('to no URL that is refused as it stands, and nobody is asked for its host', async () => {
    for (const url of [
      'http://both.example.org/',
      'https://a:b@both.example.org/',
      'https://both.example.org:25/',
    ])
      expect(await unreachable(url, reach())).toBe('WEBHOOK_URL_REFUSED');
    expect(known.asked).toEqual([]);
  });
});
