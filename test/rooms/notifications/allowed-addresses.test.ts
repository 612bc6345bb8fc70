import {
  hostOf,
  isAllowedAddress,
  isPublicAddress,
  webhookUrl,
} from '../../../server/notifications/webhooks/allowed-addresses';

const INSIDE = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.254',
  '127.0.0.1',
  '127.255.255.255',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
];
const OUTSIDE = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '198.17.255.255',
  '198.20.0.1',
  '223.255.255.255',
  '2001:4860:4860::8888',
  '2606:4700:4700::1111',
  '2a00:1450::1',
];

describe('where a webhook may go', () => {
  it.each(INSIDE)('not to %s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(OUTSIDE)('to %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it('to this machine itself only outside production; unencrypted to nowhere else', () => {
    const outside = { isLoopbackAllowed: true };
    const production = { isLoopbackAllowed: false };
    for (const own of ['127.0.0.1', '127.9.9.9', '::1']) {
      expect(isAllowedAddress(own, false, outside)).toBe(true);
      expect(isAllowedAddress(own, true, production)).toBe(false);
    }
    expect(isAllowedAddress('169.254.169.254', true, outside)).toBe(false);
    expect(isAllowedAddress('8.8.8.8', false, outside)).toBe(false);
    expect(isAllowedAddress('8.8.8.8', true, production)).toBe(true);
  });

  it('to nothing but https, without credentials and fragment', () => {
    const production = { isLoopbackAllowed: false };
    expect(webhookUrl('https://example.org/hook?a=1', production)?.href).toBe('https://example.org/hook?a=1');
    for (const refused of [
      'http://example.org/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'https://user:word@example.org/',
      'https://user@example.org/',
      'https://example.org/#part',
      'https://',
      'https://example.org:25/',
      'https://example.org:22/',
      'https://example.org:80/',
      'https://example.org:1023/',
      'https://127.0.0.1:443@example.org/',
      'https://[fe80::1%25eth0]/',
      'example.org',
      `https://example.org/${'a'.repeat(2_000)}`,
    ])
      expect(webhookUrl(refused, production)).toBeNull();
    for (const port of ['443', '1024', '8443', '65535'])
      expect(webhookUrl(`https://example.org:${port}/`, production)).not.toBeNull();
    expect(webhookUrl('http://localhost:8080/', { isLoopbackAllowed: true })).not.toBeNull();
  });

  it.each([
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://2130706433/', '127.0.0.1'],
    ['https://127.1/', '127.0.0.1'],
    ['https://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['https://0251.0376.0251.0376/', '169.254.169.254'],
    ['https://0xa9fea9fe/', '169.254.169.254'],
    ['https://017700000001/', '127.0.0.1'],
    ['https://0/', '0.0.0.0'],
    ['https://127.0.0.1./', '127.0.0.1'],
    ['https://%31%32%37.0.0.1/', '127.0.0.1'],
    ['https://１２７.0.0.1/', '127.0.0.1'],
    ['https://①②⑦。0。0。1/', '127.0.0.1'],
    ['https://[::ffff:a9fe:a9fe]/', '::ffff:a9fe:a9fe'],
    ['https://[::169.254.169.254]/', '::a9fe:a9fe'],
    ['https://[64:ff9b::169.254.169.254]/', '64:ff9b::a9fe:a9fe'],
    ['https://[64:ff9b:1::169.254.169.254]/', '64:ff9b:1::a9fe:a9fe'],
    ['https://[2002:a9fe:a9fe::]/', '2002:a9fe:a9fe::'],
    ['https://[2001:0:a9fe:a9fe::]/', '2001:0:a9fe:a9fe::'],
    ['https://[fd00:ec2::254]/', 'fd00:ec2::254'],
    ['https://100.100.100.200/', '100.100.100.200'],
    ['https://192.0.0.192/', '192.0.0.192'],
  ])('however it is written: %s is %s', (text, host) => {
    expect(hostOf(new URL(text))).toBe(host);
    expect(isPublicAddress(hostOf(new URL(text)))).toBe(false);
  });
});
