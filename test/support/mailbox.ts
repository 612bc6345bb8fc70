import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { SelfSigned } from './self-signed';

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
  /** What it heard of each message: whether the line was encrypted, and who had signed in. */
  heard: { isEncrypted: boolean; user: string | null }[];
  /** Passwords that it was sent. */
  passwords: string[];
  close(): Promise<void>;
}

/** Under the name that its certificate is for. */
function urlOf({ isEncryptedAtOnce, account }: MailboxLock, port: number): string {
  const signedIn = account ? `${account.user}:${account.password}@` : '';
  return `${isEncryptedAtOnce ? 'smtps' : 'smtp'}://${signedIn}localhost:${port}`;
}

const answer = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** How a mailbox keeps its line. */
export interface MailboxLock {
  /** Its certificate. */
  tls: SelfSigned;
  /** Encrypted from the first byte (`smtps:`), and not after STARTTLS. */
  isEncryptedAtOnce?: boolean;
  /** The only account that it takes messages of. */
  account?: { user: string; password: string };
}

function optionsOf(lock: MailboxLock | null): SMTPServerOptions {
  if (!lock) return { authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'] };
  const { tls, account, isEncryptedAtOnce = false } = lock;
  return {
    ...tls,
    secure: isEncryptedAtOnce,
    authOptional: !account,
    disabledCommands: account ? [] : ['AUTH'],
  };
}

/** Opens one on this machine. @param port a free one unless told otherwise @param lock a bare line unless told otherwise */
export async function openMailbox(port = 0, lock: MailboxLock | null = null): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  const raw: string[] = [];
  const manners: Manner[] = [];
  const mannerOf = new Map<string, Manner>();
  const sockets = new Set<Socket>();
  const heard: Mailbox['heard'] = [];
  const passwords: string[] = [];
  const server = new SMTPServer({
    ...optionsOf(lock),
    closeTimeout: 100,
    onAuth({ username, password }, _session, done) {
      passwords.push(password ?? '');
      const isRight = username === lock?.account?.user && password === lock?.account?.password;
      if (isRight) done(null, { user: username });
      else done(answer(535, 'Mot de passe refusé'));
    },
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
        heard.push({ isEncrypted: session.secure, user: (session.user as string | undefined) || null });
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
    url: lock ? urlOf(lock, taken) : `smtp://127.0.0.1:${taken}`,
    mails,
    raw,
    manners,
    heard,
    passwords,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  };
}
