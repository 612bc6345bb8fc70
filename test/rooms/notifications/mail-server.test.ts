import { mailServer, type MailServer } from '../../../server/notifications';
import { outcomeOf } from '../../../server/notifications/mail/smtp-outcome';
import { openMailbox, type Mailbox, type MailboxLock } from '../../support/mailbox';
import {
  openScriptedMailServer,
  PHASES,
  type Fate,
  type Phase,
  type ScriptedMailServer,
} from '../../support/scripted-mail-server';
import { selfSigned } from '../../support/self-signed';

const certificate = selfSigned('localhost');
const account = { user: 'audits', password: 'cle-du-serveur' };
/** For servers that never answer; all others are waited for as in production. */
const HASTE = { answerMs: 400, totalMs: 1_500 };

const opened: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

async function open(lock: MailboxLock | null = null): Promise<Mailbox> {
  const mailbox = await openMailbox(0, lock);
  opened.push(mailbox);
  return mailbox;
}

const serverAt = (
  url: string,
  { isTlsRequired = true, ...more }: Partial<Parameters<typeof mailServer>[0]> = {},
): MailServer => mailServer({ url, from: 'Vis-à-vis <ne-pas-repondre@example.org>', isTlsRequired, ...more });

const MAIL = {
  id: '3f8d7c2e-54cf-4c2c-8a3d-1f2b6f0f9a11',
  to: 'cadre@example.org',
  subject: 'Vis-à-vis : un élément vous attend',
  text: 'Bonjour,',
  html: '<p>Bonjour,</p>',
  composedAt: '2027-01-10T08:00:00.000Z',
  unsubscribeUrl: 'https://audits.example.org/unsubscribe/x',
};

/** What an attempt comes to. */
const attempt = (server: MailServer) =>
  server.send(MAIL).then((smtpCode) => ({ outcome: 'ACCEPTED', smtpCode }), outcomeOf);

const ACCEPTED = { outcome: 'ACCEPTED', smtpCode: 250 };
const UNREACHED = { outcome: 'UNREACHED', smtpCode: null };

describe.each([
  ['after STARTTLS', false],
  ['from the first byte', true],
])('a line that is encrypted %s', (_when, isEncryptedAtOnce) => {
  it('takes messages when the certificate is trusted', async () => {
    const mailbox = await open({ tls: certificate, isEncryptedAtOnce });
    expect(await attempt(serverAt(mailbox.url, { ca: certificate.cert }))).toEqual(ACCEPTED);
    expect(mailbox.heard).toEqual([{ isEncrypted: true, user: null }]);
    expect(mailbox.mails[0]?.messageId).toBe(`<${MAIL.id}@example.org>`);
  });

  it('takes none when nobody vouches for it, whatever the environment trusts', async () => {
    const mailbox = await open({ tls: certificate, isEncryptedAtOnce, account });
    expect(await attempt(serverAt(mailbox.url))).toEqual(UNREACHED);
    const other = selfSigned('localhost');
    expect(await attempt(serverAt(mailbox.url, { ca: other.cert }))).toEqual(UNREACHED);
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(await attempt(serverAt(mailbox.url))).toEqual(UNREACHED);
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
    expect([mailbox.mails, mailbox.passwords]).toEqual([[], []]);
  });

  it('takes none when it is for another name', async () => {
    const elsewhere = selfSigned('mail.example.org');
    const mailbox = await open({ tls: elsewhere, isEncryptedAtOnce, account });
    expect(await attempt(serverAt(mailbox.url, { ca: elsewhere.cert }))).toEqual(UNREACHED);
    expect([mailbox.mails, mailbox.passwords]).toEqual([[], []]);
  });

  it('is where the password goes; a wrong one is mended some day, and the message waits', async () => {
    const mailbox = await open({ tls: certificate, isEncryptedAtOnce, account });
    const trusting = { ca: certificate.cert };
    expect(await attempt(serverAt(mailbox.url, trusting))).toEqual(ACCEPTED);
    expect(mailbox.heard).toEqual([{ isEncrypted: true, user: account.user }]);
    const wrong = mailbox.url.replace(account.password, 'autre');
    expect(await attempt(serverAt(wrong, trusting))).toEqual({ outcome: 'LATER', smtpCode: 535 });
    const nobody = mailbox.url.replace(`${account.user}:${account.password}@`, '');
    expect(await attempt(serverAt(nobody, trusting))).toEqual({ outcome: 'LATER', smtpCode: 530 });
    expect(mailbox.mails).toHaveLength(1);
  });
});

describe('a server without encryption', () => {
  it('is told nothing where encryption is required: no address, no password', async () => {
    const server = await openScriptedMailServer();
    opened.push(server);
    const url = server.url.replace('smtp://', 'smtp://audits:secret@');
    expect((await attempt(serverAt(url))).outcome).not.toBe('ACCEPTED');
    expect(server.commands.map((line) => line.split(' ')[0])).not.toContain('MAIL');
    expect(server.commands.join('\n')).not.toMatch(/AUTH|secret|cadre@/);
  });

  it.each<[Fate]>([['hang'], ['close'], [454], [502]])(
    'that offers to encrypt and then does not (%s) neither',
    async (fate) => {
      const server = await openScriptedMailServer();
      opened.push(server);
      server.offersTls = true;
      server.fates = { STARTTLS: fate };
      expect((await attempt(serverAt(server.url, HASTE))).outcome).toMatch(/^(LATER|UNREACHED)$/);
      expect(server.commands.join('\n')).not.toMatch(/MAIL|cadre@/);
    },
  );

  it('that says yes to encryption and then never speaks it is given up', async () => {
    const server = await openScriptedMailServer();
    opened.push(server);
    server.offersTls = true;
    expect(await attempt(serverAt(server.url, HASTE))).toEqual(UNREACHED);
  });
});

describe('a server that goes wrong', () => {
  let server: ScriptedMailServer;
  beforeEach(async () => {
    server = await openScriptedMailServer();
  });
  afterEach(() => server.close());

  const at = (phase: Phase, fate: Fate) => {
    server.fates = { [phase]: fate };
    const isAnswered = typeof fate === 'number';
    return attempt(serverAt(server.url, { isTlsRequired: false, ...(isAnswered ? {} : HASTE) }));
  };

  it('nowhere takes the message', async () => {
    expect(await attempt(serverAt(server.url, { isTlsRequired: false }))).toEqual(ACCEPTED);
  });

  it.each(PHASES)(
    'at %s by silence, by cutting the line, by talking without end is tried again',
    async (phase) => {
      for (const fate of ['hang', 'close', 'drip'] as const) expect(await at(phase, fate)).toEqual(UNREACHED);
    },
  );

  it.each(PHASES)('at %s by asking for patience has it', async (phase) => {
    for (const code of [421, 450, 451])
      expect(await at(phase, code)).toEqual({ outcome: 'LATER', smtpCode: code });
  });

  it.each<[Phase, string]>([
    ['GREETING', 'LATER'],
    ['EHLO', 'LATER'],
    ['MAIL', 'LATER'],
    ['RCPT', 'REFUSED'],
    ['DATA', 'REFUSED'],
    ['CONTENT', 'REFUSED'],
  ])(
    'at %s by refusing for good: %s, since only its recipient and content are the message’s own',
    async (phase, outcome) => {
      for (const code of [550, 554]) expect(await at(phase, code)).toEqual({ outcome, smtpCode: code });
    },
  );

  it.each(PHASES)('at %s by wanting another password is the business of whoever set it up', async (phase) => {
    for (const code of [530, 535])
      expect(await at(phase, code)).toEqual({ outcome: 'LATER', smtpCode: code });
  });

  it.each(PHASES)('at %s by saying something that is no SMTP takes nothing', async (phase) => {
    const { outcome, smtpCode } = await at(phase, 'noise');
    expect([outcome, smtpCode]).toEqual(['UNREACHED', null]);
  });

  it('leaves no line open behind it', async () => {
    for (const fate of ['hang', 'drip'] as const) await at('MAIL', fate);
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (server.openLines() > 0) return;
        clearInterval(look);
        resolve();
      }, 10);
    });
    expect(server.openLines()).toBe(0);
  });
});
