import { createSocket, type Socket } from 'node:dgram';

const TYPES: Readonly<Record<number, 'A' | 'AAAA'>> = { 1: 'A', 28: 'AAAA' };
const HEAD = 12;

/** What a name server says of a name: addresses of each kind; undefined for a name that there is not. */
export type Zone = Readonly<Record<string, { A?: readonly string[]; AAAA?: readonly string[] } | undefined>>;

/** A name server on this machine (RFC 1035, as far as addresses go). */
export interface NameServer {
  /** As `dns.setServers` takes it. */
  address: string;
  /** Names that it was asked for, as often as it was asked. */
  asked: string[];
  close(): Promise<void>;
}

/** Opens one. @param zone what it knows; null makes it listen and never answer */
export async function openNameServer(zone: Zone | null): Promise<NameServer> {
  const socket: Socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, from) => {
    const { name, type, end } = questionOf(query);
    asked.push(name);
    if (zone) socket.send(answerTo(query.subarray(0, end), zone[name], TYPES[type]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function questionOf(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = HEAD;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(question: Buffer, known: Zone[string], type: 'A' | 'AAAA' | undefined): Buffer {
  const records = (type && known?.[type]) ?? [];
  const head = Buffer.from(question.subarray(0, HEAD));
  head.writeUInt16BE(known ? 0x8180 : 0x8183, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = records.map((address) => {
    const data = type === 'A' ? Buffer.from(address.split('.').map(Number)) : bytesOfIpv6(address);
    const record = Buffer.alloc(HEAD);
    // The name is the one that was asked for; class IN; no time to live.
    record.writeUInt16BE(0xc000 | HEAD, 0);
    record.writeUInt16BE(type === 'A' ? 1 : 28, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt16BE(data.length, 10);
    return Buffer.concat([record, data]);
  });
  return Buffer.concat([head, question.subarray(HEAD), ...answers]);
}

/** An address written as groups, `::` once at most. */
function bytesOfIpv6(address: string): Buffer {
  const [head = [], tail = []] = address.split('::').map((side) => side.split(':').filter(Boolean));
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}
