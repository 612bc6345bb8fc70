import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server that speaks clamd's protocol and knows one virus. */
export interface ClamdServer {
  address: string;
  /** Bytes of the last stream, put together from its chunks. */
  received(): Buffer;
  close(): Promise<void>;
}

/** How it answers. */
export interface ClamdManner {
  /** A stream that holds this is infected. */
  virus?: string;
  /** Most bytes of a stream, as StreamMaxLength. */
  limit?: number;
  /** Says nothing. */
  isMute?: boolean;
  /** Says this instead of an answer. */
  says?: string;
}

/** Listens on a free port, or on a socket in the file system. */
export async function clamdServer(
  manner: ClamdManner = {},
  path: string | null = null,
): Promise<ClamdServer> {
  let last: Buffer = Buffer.alloc(0);
  const server = net.createServer((socket) => {
    let input: Buffer = Buffer.alloc(0);
    let stream: Buffer | null = null;
    const answer = (text: string) => void socket.end(`${text}\0`);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      if (manner.isMute) return;
      input = Buffer.concat([input, chunk]);
      if (!stream) {
        const end = input.indexOf(0);
        if (end < 0) return;
        const command = input.subarray(0, end).toString();
        input = input.subarray(end + 1);
        if (command === 'zVERSION') return answer('ClamAV 1.4.2/27500/Thu Nov 26 09:00:00 2026');
        if (command !== 'zINSTREAM') return answer('UNKNOWN COMMAND');
        stream = Buffer.alloc(0);
      }
      while (input.length >= 4) {
        const length = input.readUInt32BE();
        if (length === 0) {
          last = stream;
          return answer(
            manner.says ??
              (manner.virus && stream.includes(manner.virus)
                ? 'stream: Eicar-Test-Signature FOUND'
                : 'stream: OK'),
          );
        }
        if (stream.length + length > (manner.limit ?? Infinity))
          return answer('INSTREAM size limit exceeded. ERROR');
        if (input.length < 4 + length) return;
        stream = Buffer.concat([stream, input.subarray(4, 4 + length)]);
        input = input.subarray(4 + length);
      }
    });
  });
  await new Promise<void>((resolve) =>
    path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve),
  );
  return {
    address: path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => last,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
