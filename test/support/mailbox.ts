import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How a mail server meets one message; `take` is the good way. */
export type Manner =
  | 'take'
  /** Answers the connection with 421. */
  | 'refuseConnection'
  /** 450 to the recipient: come back later. */
  | 'greylist'
  /** 550 to the recipient: nobody there. */
  | 'unknownRecipient'
  /** 452 after the content. */
  | 'fullForNow'
  /** 554 after the content. */
  | 'refuseContent'
  /** Takes the content and says nothing for ever. */
  | 'hang'
  /** Takes the content, and goes before it says so. */
  | 'takeAndClose';

/** A real SMTP server that keeps what it takes. */
export interface Mailbox {
  url: string;
  /** Messages that it took, parsed; those taken without saying so included. */
  mails: ParsedMail[];
  /** The bytes of each. */
  raw: string[];
  /** How the next connections are met, in their order; then `take`. */
  manners: Manner[];
  close(): Promise<void>;
}

const answer = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** Opens one on this machine. @param port a free one unless told otherwise */
export async function openMailbox(port = 0): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const raw: string[] = [];
  const manners: Manner[] = [];
  const mannerOf = new Map<string, Manner>();
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onConnect(session, done) {
      const manner = manners.shift() ?? 'take';
      mannerOf.set(session.id, manner);
      done(manner === 'refuseConnection' ? answer(421, 'Pas maintenant') : null);
    },
    onRcptTo(_address, session, done) {
      const manner = mannerOf.get(session.id);
      if (manner === 'greylist') return done(answer(450, 'Revenez plus tard'));
      if (manner === 'unknownRecipient') return done(answer(550, 'Boîte inconnue'));
      return done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const manner = mannerOf.get(session.id);
        if (manner === 'fullForNow') return done(answer(452, 'Boîte pleine'));
        if (manner === 'refuseContent') return done(answer(554, 'Refusé'));
        if (manner === 'hang') return undefined;
        const bytes = Buffer.concat(chunks);
        raw.push(bytes.toString('utf8'));
        void simpleParser(bytes).then((mail) => {
          mails.push(mail);
          if (manner === 'takeAndClose') for (const socket of sockets) socket.destroy();
          else done();
        });
        return undefined;
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // Clients that go in the middle are what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    raw,
    manners,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  };
}
