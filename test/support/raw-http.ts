import { connect, type Socket } from 'node:net';

/** Opens a bare connection to the server of a URL. */
export function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Everything that a connection says until the other side has closed it. */
export function untilClosed(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    // Whoever is cut off while writing sees an error first; the close is what counts.
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(Buffer.concat(parts).toString()));
  });
}

/** Sends bytes as they are and gives what comes back until the server hangs up. */
export async function sendBytes(url: string, bytes: string | Buffer): Promise<string> {
  const socket = await openSocket(url);
  const said = untilClosed(socket);
  socket.write(bytes);
  return said;
}
