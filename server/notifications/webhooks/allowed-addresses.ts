import { BlockList, isIP } from 'node:net';

/**
 * Networks of IPv4 that are not the public internet (IANA IPv4 Special-Purpose Address Registry, with multicast and what is
 * reserved), and the one address outside them under which a cloud answers its machines. What is private, local to a link or
 * to a machine is what a webhook must never reach.
 */
const NOT_PUBLIC_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Of IPv6 only what is given out to the public internet is reached (2000::/3), without what in it leads elsewhere. */
const PUBLIC_IPV6 = ['2000::', 3] as const;

/** Protocol assignments with Teredo, documentation, 6to4 (IANA IPv6 Special-Purpose Address Registry). */
const NOT_PUBLIC_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const notPublic = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_IPV4) notPublic.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_IPV6) notPublic.addSubnet(network, prefix, 'ipv6');
const publicIpv6 = new BlockList();
publicIpv6.addSubnet(...PUBLIC_IPV6, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether an address is on the public internet.
 * @param address an IP address; anything else is not
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, 'ipv4');
  // What carries an address of IPv4 (mapped, NAT64) lies outside 2000::/3.
  return family === 6 && publicIpv6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Where a webhook may go: what is refused at creation and at each delivery. */
export interface AddressRules {
  /** Outside production, to this machine itself, and there without encryption. */
  isLoopbackAllowed: boolean;
}

/** Whether an address may be connected to for a URL. @param isEncrypted the URL is https */
export function isAllowedAddress(address: string, isEncrypted: boolean, rules: AddressRules): boolean {
  if (rules.isLoopbackAllowed && isLoopback(address)) return true;
  return isEncrypted && isPublicAddress(address);
}

const URL_LENGTH = 2_000;

/** Ports below are those of other services than HTTP, 443 apart: nobody knocks there in the name of the platform. */
const OPEN_PORTS_FROM = 1_024;

/**
 * A URL that a webhook can have: https, on port 443 or one from 1024 on, without credentials or fragment; http only where
 * this machine itself may be reached. Whether its host is reached is decided when its addresses are known.
 * @returns null for any other
 */
export function webhookUrl(text: string, rules: AddressRules): URL | null {
  if (text.length > URL_LENGTH || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isScheme = url.protocol === 'https:' || (url.protocol === 'http:' && rules.isLoopbackAllowed);
  const isPort = url.port === '' || Number(url.port) >= OPEN_PORTS_FROM;
  return isScheme && isPort && !url.username && !url.password && !url.hash ? url : null;
}

/** The host of a URL as a resolver takes it: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
