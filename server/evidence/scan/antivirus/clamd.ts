import { createReadStream } from 'node:fs';
import net from 'node:net';

/** Where clamd listens: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. */
export type ClamdAddress = string;

/** What an antivirus says of a file. */
export interface VirusAnswer {
  /** Name that the antivirus gives to what it found; null when it found nothing. */
  signature: string | null;
  /** Of program and signatures, as clamd tells it. */
  version: string;
}

/** No verdict: it does not answer, not in time, or not to this. The file stays where it is. */
export class AntivirusFailure extends Error {
  override readonly name = 'AntivirusFailure';
}

const SECONDS = 120;
const CHUNK_BYTES = 64 * 1024;
const ANSWER_LIMIT = 4_096;
const DEFAULT_PORT = 3310;

/**
 * Has a file looked at by clamd, its bytes streamed over the connection (INSTREAM, clamd(8)): they need not share a disk.
 * @param path of the file
 * @throws AntivirusFailure whenever the answer is neither "OK" nor the name of a virus
 */
export async function scanForViruses(
  address: ClamdAddress,
  path: string,
  seconds: number = SECONDS,
): Promise<VirusAnswer> {
  const version = await ask(address, 'VERSION', null, seconds);
  const answer = await ask(address, 'INSTREAM', path, seconds);
  if (answer === 'stream: OK') return { signature: null, version };
  const [, signature] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  // "INSTREAM size limit exceeded. ERROR" among them: what was not looked at is not clean.
  if (!signature) throw new AntivirusFailure(answer);
  return { signature, version };
}

/**
 * Whether a text is an address of clamd.
 */
export function isClamdAddress(text: string): boolean {
  return /^unix:\/.+$/.test(text) || (/^tcp:\/\/[^/]+\/?$/.test(text) && URL.canParse(text));
}

/** One command on a connection of its own: the answer without its ending zero. */
function ask(address: ClamdAddress, command: string, path: string | null, seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let answer = '';
    let failure: Error | null = null;
    const timer = setTimeout(() => socket.destroy(new AntivirusFailure('no answer in time')), seconds * 1000);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > ANSWER_LIMIT) socket.destroy(new AntivirusFailure('an endless answer'));
      else if (answer.endsWith('\0')) socket.end();
    });
    socket.on('error', (error) => (failure ??= error));
    // clamd may answer and hang up before it has read everything: what it said counts, not that it hung up.
    socket.on('close', () => {
      clearTimeout(timer);
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1).trim());
      else reject(new AntivirusFailure(failure?.message ?? 'no answer'));
    });
    socket.write(`z${command}\0`);
    if (path) void send(socket, path).catch((error: unknown) => socket.destroy(error as Error));
  });
}

function connect(address: ClamdAddress): net.Socket {
  if (address.startsWith('unix:')) return net.connect({ path: address.slice('unix:'.length) });
  const { hostname, port } = new URL(address);
  return net.connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || DEFAULT_PORT });
}

/** Each chunk after its length in four bytes; a length of zero ends the file. */
async function send(socket: net.Socket, path: string): Promise<void> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    if (socket.destroyed || socket.writableEnded) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE((chunk as Buffer).length);
    socket.write(length);
    if (!socket.write(chunk as Buffer)) await drained(socket);
  }
  if (!socket.destroyed && !socket.writableEnded) socket.write(Buffer.alloc(4));
}

function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.once('drain', go).once('close', go);
  });
}
