import type { LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf, isAllowedAddress, type AddressRules } from './allowed-addresses';
import type { Resolve } from './resolve-host';

/** How an attempt ended. */
export const WEBHOOK_OUTCOMES = [
  'DELIVERED',
  'REFUSED',
  'GONE',
  'REDIRECTED',
  'TIMED_OUT',
  'UNREACHED',
  'ADDRESS_REFUSED',
] as const;
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number];

/** What became of an attempt. */
export interface PostResult {
  outcome: WebhookOutcome;
  statusCode: number | null;
  /** The beginning of the answer as text, so that whoever runs the receiver sees what it said. */
  answer: string | null;
  /** As the receiver wrote it. */
  retryAfter: string | null;
}

/** How a webhook is sent. */
export interface PostParts {
  rules: AddressRules;
  resolve: Resolve;
  /** Milliseconds until the connection stands, and until all is over; `POST_LIMITS` unless told otherwise. */
  limits?: { connectMs: number; totalMs: number };
  /** Certificates of authorities, in place of those of the machine. */
  ca?: string;
}

/** Long enough for a receiver that works, short enough for a worker that waits. */
export const POST_LIMITS = { connectMs: 5_000, totalMs: 15_000 } as const;
const KEPT_OF_THE_ANSWER = 1_024;
const GONE = 410;

class AddressRefused extends Error {}

/**
 * Posts a body once. The host is resolved here, and the connection goes to an address that was looked at: no second look
 * into the DNS can lead it elsewhere. Redirects are not followed, no proxy is asked, what the receiver answers beyond a
 * kilobyte is not read.
 * @returns what became of it; never throws
 */
export async function postWebhook(
  { rules, resolve, limits = POST_LIMITS, ca }: PostParts,
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<PostResult> {
  const isEncrypted = url.protocol === 'https:';
  const total = AbortSignal.timeout(limits.totalMs);
  const failed = (outcome: WebhookOutcome): PostResult => ({
    outcome,
    statusCode: null,
    answer: null,
    retryAfter: null,
  });
  try {
    const address = await within(total, allowedAddress(url, isEncrypted, rules, resolve));
    const { statusCode, answer, retryAfter } = await send(
      { url, headers, body, isEncrypted, address, ca },
      limits.connectMs,
      total,
    );
    return { outcome: outcomeOf(statusCode), statusCode, answer, retryAfter };
  } catch (error) {
    if (error instanceof AddressRefused) return failed('ADDRESS_REFUSED');
    return failed(total.aborted || error instanceof TooSlow ? 'TIMED_OUT' : 'UNREACHED');
  }
}

function outcomeOf(statusCode: number): WebhookOutcome {
  if (statusCode >= 200 && statusCode < 300) return 'DELIVERED';
  if (statusCode >= 300 && statusCode < 400) return 'REDIRECTED';
  return statusCode === GONE ? 'GONE' : 'REFUSED';
}

/**
 * The address to connect to. One address of a host that may not be reached is enough to refuse it.
 * @throws AddressRefused
 */
async function allowedAddress(
  url: URL,
  isEncrypted: boolean,
  rules: AddressRules,
  resolve: Resolve,
): Promise<LookupAddress> {
  const host = hostOf(url);
  const family = isIP(host);
  const found = family === 0 ? await resolve(host) : [{ address: host, family }];
  const [first] = found;
  if (!first) throw new Error(`${host} has no address`);
  if (!found.every(({ address }) => isAllowedAddress(address, isEncrypted, rules)))
    throw new AddressRefused();
  return first;
}

class TooSlow extends Error {}

interface Request {
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
  isEncrypted: boolean;
  address: LookupAddress;
  ca: string | undefined;
}

function send(
  { url, headers, body, isEncrypted, address, ca }: Request,
  connectMs: number,
  signal: AbortSignal,
): Promise<{ statusCode: number; answer: string; retryAfter: string | null }> {
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [address]);
    else callback(null, address.address, address.family);
  };
  const common = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    lookup,
    family: address.family,
    signal,
  };
  return new Promise((resolve, reject) => {
    // An agent of its own knows no proxy and keeps no connection.
    const request = isEncrypted
      ? https.request(url, {
          ...common,
          agent: new https.Agent({ keepAlive: false }),
          rejectUnauthorized: true,
          ...(ca ? { ca } : {}),
        })
      : http.request(url, { ...common, agent: new http.Agent({ keepAlive: false }) });
    const slow = setTimeout(() => request.destroy(new TooSlow()), connectMs);
    request.on('socket', (socket) => {
      socket.once(isEncrypted ? 'secureConnect' : 'connect', () => clearTimeout(slow));
    });
    request.on('close', () => clearTimeout(slow));
    let settle: (() => void) | null = null;
    request.on('error', (error) => (settle ? settle() : reject(error)));
    request.on('response', (response) => {
      const { statusCode = 0 } = response;
      const retryAfter = response.headers['retry-after'] ?? null;
      const chunks: Buffer[] = [];
      let length = 0;
      // Whatever becomes of the body, the receiver has said what it makes of the message.
      const end = (): void => {
        const answer = textOf(Buffer.concat(chunks).subarray(0, KEPT_OF_THE_ANSWER));
        resolve({ statusCode, answer, retryAfter });
        request.destroy();
      };
      settle = end;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= KEPT_OF_THE_ANSWER) end();
      });
      response.on('end', end);
      response.on('error', end);
      response.on('close', end);
    });
    request.end(body);
  });
}

/** Bytes as a text that the database can keep. */
function textOf(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: false }).decode(bytes).replaceAll('\0', '\uFFFD');
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new TooSlow());
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
