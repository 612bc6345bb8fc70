import { spawn } from 'node:child_process';
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import jwt from 'jsonwebtoken';
import type { Json } from './api';

/** Where browsers reach the server in these tests; the test's browser knows where that is. */
export const PUBLIC_URL = 'http://vis-a-vis.test';
export const CLIENT_SECRET = 'a-secret-of-the-provider-canary';

/** A provider that runs. */
export interface RunningProvider {
  issuer: string;
  key: KeyObject;
  stop(): void;
}

/** Starts a real provider in a process of its own. */
export async function startProvider(): Promise<RunningProvider> {
  const script = path.join(__dirname, 'oidc-provider.mjs');
  const child = spawn(process.execPath, [script, `${PUBLIC_URL}/sign-in/oidc/callback`, CLIENT_SECRET], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue;
    const { issuer, key } = JSON.parse(line) as { issuer: string; key: Json };
    return {
      issuer,
      key: createPrivateKey({ key, format: 'jwk' }),
      stop: () => child.stdin.end(),
    };
  }
  throw new Error('the provider did not start');
}

/** How an answer of the provider is changed on its way. */
export interface Tampering {
  claims?: (claims: Json) => Json;
  /** Signs in the place of the provider. */
  key?: KeyObject;
  kid?: string;
  status?: number;
  algorithm?: jwt.Algorithm;
}

/** A token endpoint that asks the real one and changes what it says; unchanged while `tampering` is null. */
export interface TokenRelay {
  url: string;
  tampering: Tampering | null;
  close(): Promise<unknown>;
}

/** Opens a relay before the provider's token endpoint. */
export async function openTokenRelay(provider: RunningProvider): Promise<TokenRelay> {
  const relay: TokenRelay = {
    url: '',
    tampering: null,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  const server = http.createServer((request, response) => {
    void (async () => {
      const body: Buffer[] = [];
      for await (const chunk of request) body.push(chunk as Buffer);
      const real = await fetch(`${provider.issuer}/token`, {
        method: 'POST',
        headers: {
          'content-type': String(request.headers['content-type']),
          authorization: String(request.headers.authorization),
        },
        body: Buffer.concat(body),
      });
      const answer = (await real.json()) as Json;
      const { tampering } = relay;
      if (tampering && answer.id_token) answer.id_token = changed(answer.id_token, provider, tampering);
      response.writeHead(tampering?.status ?? real.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  relay.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
  return relay;
}

function changed(idToken: string, provider: RunningProvider, tampering: Tampering): string {
  const claims = jwt.decode(idToken) as Json;
  const { key = provider.key, kid = 'provider-key', algorithm = 'RS256' } = tampering;
  return jwt.sign(tampering.claims?.(claims) ?? claims, key, { algorithm, keyid: kid });
}

/** A key that is not the provider's. */
export function foreignKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** A browser that follows redirects and keeps cookies, one jar for each host. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** @param apiUrl where the public address of the server really is */
  constructor(private readonly apiUrl: string) {}

  /** One request without following. */
  async get(
    address: string,
  ): Promise<{ status: number; headers: Headers; text: string; location: string | null }> {
    const url = new URL(address);
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    const real = url.origin === PUBLIC_URL ? new URL(url.pathname + url.search, this.apiUrl) : url;
    const response = await fetch(real, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': 'en',
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: location && new URL(location, url).href,
    };
  }

  /**
   * Begins at the server and signs in at the provider, up to the answer that is to be brought back.
   * @param hop may change each address on the way
   * @returns the address of the callback, not yet asked for
   */
  async signInAt(start: string, login: string, hop: (url: URL) => void = () => undefined): Promise<string> {
    let next = (await this.get(start)).location;
    for (let hops = 0; next && hops < 10; hops += 1) {
      const url = new URL(next);
      if (url.origin === PUBLIC_URL) return next;
      if (url.pathname === '/auth') url.searchParams.set('login_hint', login);
      hop(url);
      next = (await this.get(url.href)).location;
    }
    throw new Error('the browser never came back');
  }
}

/** What a client keeps to itself, and its hash. */
export function verifierAndChallenge(): { codeVerifier: string; challenge: string } {
  const codeVerifier = randomBytes(32).toString('base64url');
  return { codeVerifier, challenge: createHash('sha256').update(codeVerifier).digest('base64url') };
}
