import { globalId } from '../../server/kernel/ids';
import { MAIL_RETRY_SECONDS } from '../../server/notifications/mail/smtp-outcome';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeTeamedAudit } from '../support/factories';
import { openMailbox, type Mailbox, type Manner } from '../support/mailbox';
import { openMessageWorkers, type MessageWorkers } from '../support/message-workers';

let api: TestApi;
let mailbox: Mailbox;
let workers: MessageWorkers;

beforeAll(async () => {
  api = await openApi();
  mailbox = await openMailbox();
  workers = await openMessageWorkers(api, mailbox);
});
afterEach(() => {
  mailbox.mails.length = 0;
  mailbox.manners.length = 0;
});
afterAll(async () => {
  await workers.close();
  await mailbox.close();
  await api.close();
});

/** One message for the manager of a new audit, and the account's id. */
async function tellManager(...manners: Manner[]): Promise<string> {
  const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
  await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [audit.mateAssignmentId]);
  const input = {
    auditId: globalId('Audit', audit.auditId),
    expectedVersion: 1,
    note: 'Blindage défectueux.',
  };
  expect((await api.as(audit.lead.accountId).act('auditEscalateSafety', input)).userErrors).toEqual([]);
  mailbox.manners.push(...manners);
  await workers.queue.settled();
  return audit.managerId;
}

const attemptsOf = (accountId: string): Promise<Json[]> =>
  api.sql(
    `select t.number, t.outcome, t.smtp_code from mail_attempt t join mail m on m.id = t.mail_id
     where m.account_id = $1 order by t.number`,
    [accountId],
  );

const endOf = async (accountId: string): Promise<Json> => {
  const [row] = await api.sql(
    `select accepted_at is not null as accepted, failed_at is not null as failed from mail where account_id = $1`,
    [accountId],
  );
  return row;
};

it.each<[Manner, string, number | null]>([
  ['refuseConnection', 'LATER', 421],
  ['greylist', 'LATER', 450],
  ['fullForNow', 'LATER', 452],
  ['hang', 'UNREACHED', null],
])(
  'a server that would %s has the message later, under the same Message-ID',
  async (manner, outcome, code) => {
    const accountId = await tellManager(manner);
    expect(await attemptsOf(accountId)).toEqual([{ number: 1, outcome, smtp_code: code }]);
    expect(mailbox.mails).toEqual([]);
    api.clock.advance({ seconds: (MAIL_RETRY_SECONDS[0] ?? 0) - 1 });
    await workers.queue.settled();
    expect(await attemptsOf(accountId)).toHaveLength(1);
    api.clock.advance({ seconds: 1 });
    await workers.queue.settled();
    expect(await attemptsOf(accountId)).toEqual([
      { number: 1, outcome, smtp_code: code },
      { number: 2, outcome: 'ACCEPTED', smtp_code: 250 },
    ]);
    expect(mailbox.mails).toHaveLength(1);
    expect(await endOf(accountId)).toEqual({ accepted: true, failed: false });
  },
);

it('a server that goes before it says that it took the message has it twice, under one Message-ID', async () => {
  const accountId = await tellManager('takeAndClose');
  expect(await attemptsOf(accountId)).toEqual([{ number: 1, outcome: 'UNREACHED', smtp_code: null }]);
  api.clock.advance({ seconds: MAIL_RETRY_SECONDS[0] ?? 0 });
  await workers.queue.settled();
  expect(mailbox.mails).toHaveLength(2);
  expect(new Set(mailbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await endOf(accountId)).toEqual({ accepted: true, failed: false });
});

it.each<[Manner, number]>([
  ['unknownRecipient', 550],
  ['refuseContent', 554],
])(
  'a server that answers %s is not asked again: the message has failed, and everybody can see it',
  async (manner, code) => {
    const accountId = await tellManager(manner);
    expect(await attemptsOf(accountId)).toEqual([{ number: 1, outcome: 'REFUSED', smtp_code: code }]);
    expect(await endOf(accountId)).toEqual({ accepted: false, failed: true });
    const { data } = await api
      .as(accountId)
      .run(
        '{ deliveries(first: 5, mine: true) { nodes { topic failedAt acceptedAt attempts { outcome smtpCode } } } }',
      );
    expect(data.deliveries.nodes).toMatchObject([
      { topic: 'SAFETY_ESCALATED', acceptedAt: null, attempts: [{ outcome: 'REFUSED', smtpCode: code }] },
    ]);
  },
);

it('a server that hangs is waited for by one message at a time; the others spend no attempt, and all arrive in the end', async () => {
  const accounts: string[] = [];
  await workers.close();
  workers = await openMessageWorkers(api, null);
  for (let n = 0; n < 5; n += 1) accounts.push(await tellManager());
  await workers.close();
  workers = await openMessageWorkers(api, mailbox, 500);
  mailbox.manners.push('hang', 'hang', 'hang');
  const attempts = (): Promise<Json[]> =>
    api.sql(
      `select t.outcome, count(*)::int as count from mail_attempt t join mail m on m.id = t.mail_id
       where m.account_id = any($1::uuid[]) group by 1 order by 1`,
      [accounts],
    );
  for (const count of [1, 2, 3]) {
    await workers.queue.settled();
    expect(await attempts()).toEqual([{ outcome: 'UNREACHED', count }]);
    api.clock.advance({ seconds: 60 });
  }
  await workers.close();
  workers = await openMessageWorkers(api, mailbox);
  // Whatever the delay of each was by then.
  for (let round = 0; round < 3; round += 1) {
    await workers.queue.settled();
    api.clock.advance({ seconds: MAIL_RETRY_SECONDS[1] ?? 0 });
  }
  expect(await attempts()).toEqual([
    { outcome: 'ACCEPTED', count: 5 },
    { outcome: 'UNREACHED', count: 3 },
  ]);
  expect(mailbox.mails).toHaveLength(5);
});

it('a server that is not there is tried with growing delays, until the message is too old', async () => {
  const gone = await openMailbox();
  await gone.close();
  await workers.close();
  workers = await openMessageWorkers(api, gone);
  const accountId = await tellManager();
  for (const seconds of MAIL_RETRY_SECONDS) {
    api.clock.advance({ seconds });
    await workers.queue.settled();
  }
  const attempts = await attemptsOf(accountId);
  expect(attempts).toHaveLength(MAIL_RETRY_SECONDS.length + 1);
  expect(new Set(attempts.map(({ outcome }) => outcome as string))).toEqual(new Set(['UNREACHED']));
  expect(await endOf(accountId)).toEqual({ accepted: false, failed: true });
  await workers.close();
  workers = await openMessageWorkers(api, mailbox);
});

it('without a mail server messages are composed and wait; what is too old by then is not sent', async () => {
  const silent = await openMessageWorkers(api, null);
  await workers.close();
  workers = silent;
  const accountId = await tellManager();
  expect(await endOf(accountId)).toEqual({ accepted: false, failed: false });
  await workers.close();
  workers = await openMessageWorkers(api, mailbox);
  api.clock.advance({ days: 6 });
  await workers.queue.settled();
  expect(await attemptsOf(accountId)).toEqual([{ number: 1, outcome: 'EXPIRED', smtp_code: null }]);
  expect(mailbox.mails).toEqual([]);
});
