import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { SelfSigned } from './self-signed';

/** A message as it arrived. */
export interface Received {
  headers: Record<string, string>;
  body: string;
}

/** What a receiver does with a message; it has read the body. */
export type Answering = (response: ServerResponse, request: IncomingMessage, count: number) => void;

/** An HTTP server as those who take webhooks run it. */
export interface WebhookReceiver {
  url: string;
  port: number;
  received: Received[];
  /** How it answers from now on. */
  answer: Answering;
  /** Reads a message as its owner would. @throws WebhookVerificationError unless it is signed with the secret */
  verify(secret: string, message?: Received): unknown;
  close(): Promise<void>;
}

const OK: Answering = (response) => response.writeHead(204).end();

/** Opens a receiver on this machine; it answers 204 until told otherwise. @param tls makes it speak https */
export async function openReceiver(tls?: SelfSigned): Promise<WebhookReceiver> {
  const sockets = new Set<Socket>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      receiver.received.push({ headers: request.headers as Record<string, string>, body });
      receiver.answer(response, request, receiver.received.length);
    });
  };
  const server = tls ? https.createServer(tls, handle) : http.createServer(handle);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: WebhookReceiver = {
    url: `${tls ? 'https' : 'http'}://localhost:${port}/hook`,
    port,
    received: [],
    answer: OK,
    verify(secret, message = receiver.received.at(-1)) {
      if (!message) throw new Error('nothing has arrived');
      return new Webhook(secret).verify(message.body, message.headers);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
