import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** What arrives at one address of a receiver. */
export interface Inbox {
  url: string;
  /** Secrets that its owner holds; a message must be signed with one of them. */
  secrets: string[];
  /** Bodies of the messages taken, by their `webhook-id`. */
  taken: Map<string, string>;
  /** How often a message came that one of the secrets had signed, by its `webhook-id`. */
  came: Map<string, number>;
  /** How often each of the secrets held was right, by the secret. */
  signedWith: Map<string, number>;
  /** Requests of any kind. */
  attempts: number;
  /** Requests that it answered with an error. */
  refusals: number;
  /** Requests whose message it took, and whose sender it left without an answer. */
  silences: number;
  /** Requests whose message it had taken already. */
  duplicates: number;
  /** Requests that none of its secrets had signed. */
  unsigned: number;
  /** Requests that brought another body under an id that it knew. */
  contradictions: number;
}

/** A program of somebody who is told of what happens, on this machine. */
export interface WebhookReceiver {
  /** The inbox of a name; its address is there from the first call on. */
  inbox(name: string): Inbox;
  /** From now on it takes everything at once. */
  recover(): void;
  close(): Promise<void>;
}

/**
 * Messages that an inbox takes at once before it fails again, by turns with an error and without an answer; never while one
 * that it failed is still to come again. The clock of a demonstration leaps over days, and whoever fails twice in a row with
 * days between is taken for gone.
 */
const CALM = 6;

/**
 * Opens a receiver that does what Standard Webhooks asks of receivers (checks the signature and the age, knows an id again),
 * and fails now and then as programs do.
 */
export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const inboxes = new Map<string, Inbox>();
  /** Messages since an inbox failed last, and the one that has to come again. */
  const failing = new Map<Inbox, { calm: number; awaited: string | null; failures: number }>();
  let isFlawed = true;
  const server = http.createServer((request, response) => {
    read(request).then(
      (body) => receive(request, response, body),
      () => response.destroy(),
    );
  });

  function receive(request: IncomingMessage, response: ServerResponse, body: string): void {
    const inbox = inboxes.get(request.url?.slice(1) ?? '');
    if (!inbox) return void response.writeHead(404).end();
    inbox.attempts += 1;
    const headers = request.headers as Record<string, string>;
    const id = headers['webhook-id'] ?? '';
    const right = inbox.secrets.filter((secret) => isSigned(secret, body, headers));
    if (right.length === 0) {
      inbox.unsigned += 1;
      return void response.writeHead(401).end();
    }
    for (const secret of right) inbox.signedWith.set(secret, (inbox.signedWith.get(secret) ?? 0) + 1);
    inbox.came.set(id, (inbox.came.get(id) ?? 0) + 1);
    const mood = failing.get(inbox) ?? { calm: 0, awaited: null, failures: 0 };
    failing.set(inbox, mood);
    mood.calm += 1;
    if (mood.awaited === id) Object.assign(mood, { calm: 0, awaited: null });
    const known = inbox.taken.get(id);
    if (known !== undefined) {
      inbox.duplicates += 1;
      if (known !== body) inbox.contradictions += 1;
      return void response.writeHead(204).end();
    }
    if (!isFlawed || mood.awaited !== null || mood.calm <= CALM) {
      inbox.taken.set(id, body);
      return void response.writeHead(204).end();
    }
    mood.awaited = id;
    mood.failures += 1;
    if (mood.failures % 2 === 1) {
      inbox.refusals += 1;
      return void response.writeHead(503).end('Maintenance');
    }
    inbox.silences += 1;
    inbox.taken.set(id, body);
    return void request.socket.destroy();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    inbox(name) {
      const inbox = inboxes.get(name) ?? emptyInbox(`http://127.0.0.1:${port}/${name}`);
      inboxes.set(name, inbox);
      return inbox;
    },
    recover: () => void (isFlawed = false),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whether a message was signed with a secret, a short while ago, as the library of Standard Webhooks judges it. */
export function isSigned(secret: string, body: string, headers: Readonly<Record<string, string>>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

function emptyInbox(url: string): Inbox {
  const counts = { attempts: 0, refusals: 0, silences: 0, duplicates: 0, unsigned: 0, contradictions: 0 };
  return { url, secrets: [], taken: new Map(), came: new Map(), signedWith: new Map(), ...counts };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
