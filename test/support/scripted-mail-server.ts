import net, { type AddressInfo, type Socket } from 'node:net';

/** What a mail server answers, in the order of a conversation (RFC 5321), with what is usual. */
const USUAL = {
  GREETING: 220,
  EHLO: 250,
  STARTTLS: 220,
  MAIL: 250,
  RCPT: 250,
  DATA: 354,
  CONTENT: 250,
} as const;
export type Phase = keyof typeof USUAL;
export const PHASES: readonly Phase[] = ['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'CONTENT'];

/**
 * What becomes of a phase: another answer; silence for ever; the line is cut; an answer without end, byte by byte; something
 * that is no SMTP.
 */
export type Fate = number | 'hang' | 'close' | 'drip' | 'noise';

/** A mail server that goes wrong where it is told to. */
export interface ScriptedMailServer {
  url: string;
  fates: Partial<Record<Phase, Fate>>;
  /** Whether it offers STARTTLS; it never gets further with it than the answer. */
  offersTls: boolean;
  /** Commands as they came. */
  commands: string[];
  /** Lines that are still open. */
  openLines(): number;
  close(): Promise<void>;
}

const DRIP_MS = 20;

/** Opens one on this machine. */
export async function openScriptedMailServer(): Promise<ScriptedMailServer> {
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, scripted);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scripted: ScriptedMailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fates: {},
    offersTls: false,
    commands: [],
    openLines: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return scripted;
}

function converse(socket: Socket, scripted: ScriptedMailServer): void {
  function meet(phase: Phase): void {
    const fate = scripted.fates[phase] ?? USUAL[phase];
    if (typeof fate === 'number') {
      const offer = phase === 'EHLO' && fate === 250 && scripted.offersTls ? '250-STARTTLS\r\n' : '';
      socket.write(`${offer}${fate} ${phase}\r\n`);
    } else if (fate === 'close') socket.destroy();
    else if (fate === 'noise') socket.write('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
    else if (fate === 'drip') {
      const endless = '250-encore\r\n';
      let sent = 0;
      const drip = setInterval(() => socket.write(endless[sent++ % endless.length] ?? ''), DRIP_MS);
      socket.on('close', () => clearInterval(drip));
    }
  }
  let waiting = '';
  let isContent = false;
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    waiting += String(chunk);
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      if (isContent) {
        if (line !== '.') continue;
        isContent = false;
        meet('CONTENT');
        continue;
      }
      scripted.commands.push(line);
      const word = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
      const phase = word === 'HELO' ? 'EHLO' : word;
      if (phase === 'QUIT') socket.end('221 QUIT\r\n');
      else if (phase in USUAL) {
        isContent = phase === 'DATA' && (scripted.fates.DATA ?? USUAL.DATA) === USUAL.DATA;
        meet(phase as Phase);
      }
    }
  });
  meet('GREETING');
}
