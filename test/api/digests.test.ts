import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import { decideAlert, makeFact, makeOpenAlert } from '../support/conflict-factories';
import { makeAccount, makeCoordinator, makeOrganisation, makeTeamedAudit } from '../support/factories';
import { openMailbox, type Mailbox } from '../support/mailbox';
import { makeShownAudit } from '../support/teams-factories';
import { openMessageWorkers, PUBLIC_URL, type MessageWorkers } from '../support/message-workers';
import { makeLink, makeTie } from '../support/teams-factories';

let api: TestApi;
let mailbox: Mailbox;
let workers: MessageWorkers;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  mailbox = await openMailbox();
  workers = await openMessageWorkers(api, mailbox);
  coordinator = await makeCoordinator(api);
});
afterEach(() => {
  mailbox.mails.length = 0;
  mailbox.raw.length = 0;
});
afterAll(async () => {
  await workers.close();
  await mailbox.close();
  await api.close();
});

type Audit = Awaited<ReturnType<typeof makeTeamedAudit>>;

const addressOf = async (accountId: string): Promise<string> => {
  const [row] = await api.sql<{ email: string }>('select email from account where id = $1', [accountId]);
  return row?.email ?? '';
};

/** Messages that one account received since the last test, as their subject and lines. */
async function mailsTo(accountId: string): Promise<{ subject: string; lines: string[] }[]> {
  const address = await addressOf(accountId);
  return mailbox.mails
    .filter(({ to }) => to && !Array.isArray(to) && to.text.includes(address))
    .map(({ subject, text }) => ({
      subject: subject ?? '',
      lines: (text ?? '').split('\n').filter((line) => line.startsWith('- ')),
    }));
}

/** Sets the clock to an instant in UTC and lets upkeep run. */
async function at(instant: string): Promise<void> {
  api.clock.set(instant);
  await workers.keepUp();
}

/** What is told to the account, as the database has it. */
const deliveriesOf = (accountId: string): Promise<Json[]> =>
  api.sql(
    `select topic, audience, step, mail_id is not null as left, dropped_at is not null as dropped from delivery
     where account_id = $1 order by found_at, topic`,
    [accountId],
  );

async function escalate(audit: Audit, by = audit.lead.accountId): Promise<void> {
  const [row] = await api.sql<{ version: number }>('select version from audit where id = $1', [
    audit.auditId,
  ]);
  const input = {
    auditId: globalId('Audit', audit.auditId),
    expectedVersion: row?.version ?? 0,
    note: 'Défaut de blindage en salle 2, Mme Durand prévenue.',
  };
  expect((await api.as(by).act('auditEscalateSafety', input)).userErrors).toEqual([]);
}

async function suspend(audit: Audit): Promise<void> {
  const [row] = await api.sql<{ version: number }>('select version from audit where id = $1', [
    audit.auditId,
  ]);
  const input = {
    auditId: globalId('Audit', audit.auditId),
    expectedVersion: row?.version ?? 0,
    reason: 'Panne.',
  };
  expect((await api.as(coordinator).act('auditSuspend', input)).userErrors).toEqual([]);
}

/** A seat comes into conflict, whatever act brought that about. */
async function openAlert({ auditId }: Audit): Promise<void> {
  await api.sql(
    `select app.leave_outbox(jsonb_build_array(jsonb_build_object('topic', 'ASSIGNMENT_FROZEN', 'act', 'conflictAlertOpen',
       'objectType', 'Audit', 'objectId', $1::uuid)), '{tell}', $2)`,
    [auditId, api.clock.now().toISOString()],
  );
}

describe('what an act brings', () => {
  it('waits for the morning, and whoever did it is not told', async () => {
    api.clock.set('2027-02-02T15:00:00Z');
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    await suspend(audit);
    await workers.keepUp();
    expect(await mailsTo(audit.managerId)).toEqual([]);
    expect(await deliveriesOf(audit.managerId)).toEqual([
      { topic: 'AUDIT_INTERRUPTED', audience: 'SERVICE', step: null, left: false, dropped: false },
    ]);
    await at('2027-02-03T05:59:00Z');
    expect(await mailsTo(audit.managerId)).toEqual([]);
    await at('2027-02-03T06:00:00Z');
    const mails = [
      {
        subject: 'Vis-à-vis : un élément vous attend',
        lines: ['- Audits suspendus, repris ou abandonnés : 1'],
      },
    ];
    expect(await mailsTo(audit.managerId)).toEqual(mails);
    expect(await mailsTo(audit.lead.accountId)).toEqual(mails);
    expect(await deliveriesOf(coordinator)).toEqual([]);
    await at('2027-02-03T12:00:00Z');
    expect(await mailsTo(audit.managerId)).toHaveLength(1);
  });

  it('does not wait when safety is at stake, be it a Sunday night', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    api.clock.set('2027-02-06T23:30:00Z');
    await escalate(audit);
    await workers.keepUp();
    const [mail] = await mailsTo(audit.managerId);
    expect(mail).toEqual({
      subject: 'Vis-à-vis : un élément vous attend (sans attendre)',
      lines: ['- Alertes de sécurité : 1'],
    });
    expect(await mailsTo(audit.mate.accountId)).toHaveLength(1);
    expect(await mailsTo(coordinator)).toHaveLength(1);
    expect(await mailsTo(audit.lead.accountId)).toEqual([]);
  });

  it('is not told to a coordinator with a tie to the service, nor to whoever has lost his role meanwhile', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const tied = await makeAccount(api, { roles: ['COORDINATOR'] });
    await api.sql(
      `insert into affiliation (id, person_id, organisation_id, kind, from_date, source)
       values (gen_random_uuid(), $1, $2, 'EMPLOYMENT', '2020-01-01', 'DECLARED')`,
      [tied.personId, audit.organisationId],
    );
    api.clock.set('2027-02-09T15:00:00Z');
    await escalate(audit);
    await suspend(audit);
    await workers.keepUp();
    expect(await deliveriesOf(tied.accountId)).toEqual([]);
    expect(await deliveriesOf(audit.mate.accountId)).toHaveLength(2);
    await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [audit.mateAssignmentId]);
    await at('2027-02-10T08:00:00Z');
    expect(await deliveriesOf(audit.mate.accountId)).toMatchObject([
      { topic: 'AUDIT_INTERRUPTED', left: false, dropped: true },
      { topic: 'SAFETY_ESCALATED', left: true },
    ]);
  });

  it('is not told to a coordinator whom any other wall keeps from the service: a group, a declared tie', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const [linked, close] = [
      await makeAccount(api, { roles: ['COORDINATOR'] }),
      await makeAccount(api, { roles: ['COORDINATOR'] }),
    ];
    const organisationId = await makeOrganisation(api);
    await makeTie(api, { personId: linked.personId, organisationId });
    await makeLink(api, organisationId, audit.organisationId);
    await makeFact(api, {
      kind: 'PERSONAL_TIE',
      person_id: close.personId,
      other_audited_service_id: audit.serviceId,
    });
    api.clock.set('2027-02-09T15:00:00Z');
    await escalate(audit);
    await workers.keepUp();
    expect(await deliveriesOf(linked.accountId)).toEqual([]);
    expect(await deliveriesOf(close.accountId)).toEqual([]);
    expect(await deliveriesOf(coordinator)).toContainEqual(
      expect.objectContaining({ topic: 'SAFETY_ESCALATED' }),
    );
  });

  it('is not told to an auditor whose assignment is frozen, until somebody has decided', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const { lead, mate, auditId } = audit;
    api.clock.set('2027-02-11T15:00:00Z');
    await suspend(audit);
    await workers.queue.settled();
    expect(await deliveriesOf(lead.accountId)).toMatchObject([
      { topic: 'AUDIT_INTERRUPTED', dropped: false },
    ]);
    const alert = await makeOpenAlert(api, auditId, lead.auditorId);
    await openAlert(audit);
    await escalate(audit, mate.accountId);
    await workers.keepUp();
    await at('2027-02-12T08:00:00Z');
    // What waited is dropped; of what came, nothing was noted for him.
    expect(await deliveriesOf(lead.accountId)).toMatchObject([
      { topic: 'AUDIT_INTERRUPTED', left: false, dropped: true },
    ]);
    expect(await mailsTo(lead.accountId)).toEqual([]);
    expect(await deliveriesOf(audit.managerId)).toContainEqual(
      expect.objectContaining({ topic: 'SAFETY_ESCALATED', left: true }),
    );
    // That he is frozen is told to those who decide on it.
    const frozen = await api.sql(
      `select audience from delivery where topic = 'ASSIGNMENT_FROZEN' and audit_id = $1 and account_id = $2`,
      [auditId, coordinator],
    );
    expect(frozen).toEqual([{ audience: 'COORDINATION' }]);
    await decideAlert(api, alert);
    await escalate(audit, mate.accountId);
    await workers.keepUp();
    expect(await deliveriesOf(lead.accountId)).toContainEqual(
      expect.objectContaining({ topic: 'SAFETY_ESCALATED', left: true }),
    );
  });

  it('sends nobody to decide on what was decided meanwhile', async () => {
    const other = await makeCoordinator(api);
    api.clock.set('2027-01-12T10:00:00Z');
    const [open, decided] = [await makeShownAudit(api), await makeShownAudit(api)];
    const file = async ({ managerId, leadAssignmentId }: typeof open): Promise<Json> => {
      const filing = { assignmentId: globalId('Assignment', leadAssignmentId), reason: 'Un ancien associé.' };
      return (await api.as(managerId).act('recusalFile', filing, 'recusal { id version }')).recusal;
    };
    await file(open);
    const { id: recusalId, version: expectedVersion } = await file(decided);
    const refusing = { recusalId, expectedVersion, reason: 'Aucun lien.' };
    expect((await api.as(coordinator).act('recusalRefuse', refusing)).userErrors).toEqual([]);
    await workers.queue.settled();
    await at('2027-01-13T06:00:00Z');
    const lines = (await mailsTo(other)).flatMap((mail) => mail.lines);
    expect(lines).toContain('- Récusations à décider : 1');
    const filed = (await deliveriesOf(other)).filter(({ topic }) => topic === 'RECUSAL_FILED');
    expect(filed.map(({ dropped }) => dropped).sort()).toEqual([false, true]);
  });

  it('is not there when the act is refused', async () => {
    const audit = await makeTeamedAudit(api, { state: 'CLOSED' });
    const input = { auditId: globalId('Audit', audit.auditId), expectedVersion: 1, reason: 'Panne.' };
    expect((await api.as(coordinator).act('auditSuspend', input)).userErrors).not.toEqual([]);
    expect(await api.sql('select 1 from outbox_message where audit_id = $1', [audit.auditId])).toEqual([]);
  });
});

describe('a reminder', () => {
  it('is told once for each step, and drops out when the thing is settled before the digest leaves', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'SELF_ASSESSMENT',
      columns: { self_assessment_due_on: '2027-03-10', visit_on: '2027-04-10' },
    });
    await at('2027-02-24T08:00:00Z');
    expect(await mailsTo(audit.managerId)).toMatchObject([{ lines: ['- Auto-évaluations à remettre : 1'] }]);
    await at('2027-02-25T08:00:00Z');
    expect(await mailsTo(audit.managerId)).toHaveLength(1);
    // The last steps fall due before the hour of the digest, and the service hands in before it.
    await at('2027-03-08T01:00:00Z');
    expect((await deliveriesOf(audit.managerId)).at(-1)).toMatchObject({ step: 'BEFORE', left: false });
    await api.sql(`update audit set state = 'DOCUMENT_REVIEW' where id = $1`, [audit.auditId]);
    await at('2027-03-08T08:00:00Z');
    expect((await deliveriesOf(audit.managerId)).at(-1)).toMatchObject({
      step: 'BEFORE',
      left: false,
      dropped: true,
    });
    expect(await mailsTo(audit.managerId)).toHaveLength(1);
  });

  it('goes to others when working days have passed, over a weekend and Easter Monday', async () => {
    // Due on Thursday 25 March 2027; Easter Monday is the 29th: the fifth working day is Friday 2 April.
    const audit = await makeTeamedAudit(api, {
      state: 'SELF_ASSESSMENT',
      columns: { self_assessment_due_on: '2027-03-25', visit_on: '2027-04-25' },
    });
    await at('2027-04-01T08:00:00Z');
    expect(
      await api.sql(`select 1 from delivery where step = 'ESCALATED' and audit_id = $1`, [audit.auditId]),
    ).toEqual([]);
    await at('2027-04-02T08:00:00Z');
    expect(await mailsTo(coordinator)).toMatchObject([{ lines: ['- Auto-évaluations à remettre : 1'] }]);
  });
});

describe('a digest', () => {
  /** Something waits for the manager of a new audit. */
  async function waiting(instant: string): Promise<Audit> {
    api.clock.set(instant);
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    await suspend(audit);
    await workers.queue.settled();
    return audit;
  }

  it('counts what waits and not how often it was touched', async () => {
    const audit = await waiting('2027-01-19T15:00:00Z');
    const [row] = await api.sql<{ version: number }>('select version from audit where id = $1', [
      audit.auditId,
    ]);
    const resuming = { auditId: globalId('Audit', audit.auditId), expectedVersion: row?.version ?? 0 };
    expect((await api.as(coordinator).act('auditResume', resuming)).userErrors).toEqual([]);
    await workers.queue.settled();
    await at('2027-01-20T06:00:00Z');
    expect(await deliveriesOf(audit.managerId)).toHaveLength(2);
    expect(await mailsTo(audit.managerId)).toEqual([
      {
        subject: 'Vis-à-vis : un élément vous attend',
        lines: ['- Audits suspendus, repris ou abandonnés : 1'],
      },
    ]);
  });

  it.each([
    // 1 May 2027 is a Saturday; 14 July a Wednesday; Ascension Day Thursday 6 May; clocks change on 28 March and 31 October.
    [
      'over the first of May',
      '2027-04-30T15:00:00Z',
      ['2027-05-01T08:00:00Z', '2027-05-02T08:00:00Z'],
      '2027-05-03T05:00:00Z',
    ],
    [
      'on the fourteenth of July',
      '2027-07-13T15:00:00Z',
      ['2027-07-14T08:00:00Z', '2027-07-15T04:59:00Z'],
      '2027-07-15T05:00:00Z',
    ],
    ['on Ascension Day', '2027-05-05T15:00:00Z', ['2027-05-06T08:00:00Z'], '2027-05-07T05:00:00Z'],
    [
      'when summer time begins',
      '2027-03-26T16:00:00Z',
      ['2027-03-28T08:00:00Z', '2027-03-29T08:00:00Z'],
      '2027-03-30T05:00:00Z',
    ],
    [
      'when it ends',
      '2027-10-29T15:00:00Z',
      ['2027-10-31T09:00:00Z', '2027-11-01T09:00:00Z'],
      '2027-11-02T06:00:00Z',
    ],
  ])('waits %s', async (_what, acted, silent, leaves) => {
    const audit = await waiting(acted);
    for (const instant of silent) await at(instant);
    await at(new Date(Date.parse(leaves) - 60_000).toISOString());
    expect(await mailsTo(audit.managerId)).toEqual([]);
    await at(leaves);
    expect(await mailsTo(audit.managerId)).toHaveLength(1);
  });

  it('waits for the end of quiet days, and then says all at once, in the language of its reader', async () => {
    const audit = await waiting('2027-06-01T15:00:00Z');
    const set = await api.as(audit.managerId).act(
      'notificationPreferencesSet',
      {
        expectedVersion: 0,
        language: 'en',
        topicsOff: [],
        digestHour: 9,
        quietWeekdays: [3],
        quietFrom: '2027-06-03',
        quietTo: '2027-06-06',
      },
      'notificationPreferences { version language }',
    );
    expect(set).toMatchObject({ userErrors: [], notificationPreferences: { version: 1, language: 'en' } });
    // A Wednesday, then days away, then Monday before nine.
    for (const instant of [
      '2027-06-02T12:00:00Z',
      '2027-06-03T12:00:00Z',
      '2027-06-04T12:00:00Z',
      '2027-06-07T06:59:00Z',
    ])
      await at(instant);
    expect(await mailsTo(audit.managerId)).toEqual([]);
    await at('2027-06-07T07:00:00Z');
    expect(await mailsTo(audit.managerId)).toEqual([
      {
        subject: 'Vis-à-vis: one item is waiting for you',
        lines: ['- Audits suspended, resumed or given up: 1'],
      },
    ]);
  });

  it('waits for the end of quiet days, but not where safety is at stake', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const { managerId } = audit;
    const away = { expectedVersion: 0, language: 'fr', topicsOff: [], quietWeekdays: [] };
    const quiet = { ...away, quietFrom: '2027-08-02', quietTo: '2027-08-20' };
    for (const account of [managerId, coordinator])
      expect((await api.as(account).act('notificationPreferencesSet', quiet)).userErrors).toEqual([]);
    api.clock.set('2027-08-04T20:00:00Z');
    await openAlert(audit);
    await workers.keepUp();
    // Who acts for an auditor is a matter of days: it waits.
    expect(await mailsTo(coordinator)).toEqual([]);
    expect((await deliveriesOf(coordinator)).at(-1)).toMatchObject({
      topic: 'ASSIGNMENT_FROZEN',
      left: false,
      dropped: false,
    });
    await escalate(audit);
    await workers.keepUp();
    const urgent = [
      { subject: 'Vis-à-vis : un élément vous attend (sans attendre)', lines: ['- Alertes de sécurité : 1'] },
    ];
    expect(await mailsTo(managerId)).toEqual(urgent);
    expect(await mailsTo(coordinator)).toEqual(urgent);
    // A Saturday: the quiet days are over, and what cannot wait for the morning waits for no Monday either.
    await at('2027-08-21T09:00:00Z');
    expect(await mailsTo(coordinator)).toEqual([
      ...urgent,
      { subject: 'Vis-à-vis : un élément vous attend (sans attendre)', lines: ['- Affectations gelées : 1'] },
    ]);
    const back = { ...away, expectedVersion: 1 };
    expect((await api.as(coordinator).act('notificationPreferencesSet', back)).userErrors).toEqual([]);
  });

  it('at once, gathers what opens within a quarter of an hour: a bad night is no storm', async () => {
    api.clock.set('2027-08-25T23:00:00Z');
    const audits: Audit[] = [];
    for (let n = 0; n < 12; n += 1) audits.push(await makeTeamedAudit(api, { state: 'ON_SITE' }));
    const other = await openMessageWorkers(api, mailbox);
    for (const audit of audits) await openAlert(audit);
    await Promise.all([workers.keepUp(), other.keepUp()]);
    const first = await mailsTo(coordinator);
    expect(first).toHaveLength(1);
    await at('2027-08-25T23:14:00Z');
    expect(await mailsTo(coordinator)).toEqual(first);
    await Promise.all([at('2027-08-25T23:15:00Z'), other.keepUp()]);
    await other.close();
    const lines = (await mailsTo(coordinator)).flatMap((mail) => mail.lines);
    expect(lines).toHaveLength(2);
    const counted = lines.map((line) => Number(/: (\d+)$/.exec(line)?.[1]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(audits.length);
  });

  it('at once, holds nothing that its reader has lost sight of while it waited', async () => {
    // A Saturday: no digest looks at what waits.
    api.clock.set('2027-08-28T10:00:00Z');
    const reader = await makeAccount(api, { roles: ['COORDINATOR'] });
    const [first, hidden] = [
      await makeTeamedAudit(api, { state: 'ON_SITE' }),
      await makeTeamedAudit(api, { state: 'ON_SITE' }),
    ];
    await escalate(first);
    await workers.keepUp();
    await escalate(hidden);
    await workers.keepUp();
    await makeTie(api, { personId: reader.personId, organisationId: hidden.organisationId });
    await at('2027-08-28T10:15:00Z');
    expect(await mailsTo(reader.accountId)).toHaveLength(1);
    expect(await mailsTo(coordinator)).toHaveLength(2);
    const states = (await deliveriesOf(reader.accountId)).map(({ left, dropped }) => [left, dropped]);
    expect(states).toEqual(
      expect.arrayContaining([
        [true, false],
        [false, true],
      ]),
    );
  });

  it('is composed once by several instances', async () => {
    const audit = await waiting('2027-09-01T15:00:00Z');
    const others = await Promise.all([openMessageWorkers(api, mailbox), openMessageWorkers(api, mailbox)]);
    api.clock.set('2027-09-02T08:00:00Z');
    await Promise.all([workers, ...others].map((one) => one.keepUp()));
    await Promise.all(others.map((one) => one.close()));
    expect(await mailsTo(audit.managerId)).toHaveLength(1);
    const days = await api.sql(`select 1 from mail where account_id = $1 and kind = 'DIGEST'`, [
      audit.managerId,
    ]);
    expect(days).toHaveLength(1);
  });
});

describe('a message', () => {
  it('says who it is from, that no machine answers, and how to have no more of them', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    await escalate(audit);
    await workers.keepUp();
    const [mail] = mailbox.mails;
    expect(mail?.from?.text).toBe('"Vis-à-vis" <ne-pas-repondre@example.org>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
    expect(mailbox.raw[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mail?.html).toContain(`<a href="${PUBLIC_URL}">`);
    expect(mail?.html).toContain('<html lang="fr">');
  });

  it('holds nothing of what it is about', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    await escalate(audit);
    await suspend(audit);
    api.clock.set('2027-09-15T08:00:00Z');
    await workers.keepUp();
    expect(mailbox.raw.length).toBeGreaterThan(2);
    const names = await api.sql<{ word: string }>(
      `select family_name as word from person union select name from audited_service
       union select reference from audit union select title from campaign union select id::text from audit
       union select id::text from auditor union select id::text from person`,
    );
    const whole = [...mailbox.raw, ...mailbox.mails.map(({ text, html }) => `${text} ${String(html)}`)].join(
      '\n',
    );
    const told = [...names.map(({ word }) => word), 'blindage', 'Durand', 'Panne'];
    expect(told.filter((word) => whole.includes(word))).toEqual([]);
  });

  it('to switch the optional ones off takes one click, and no more than that; what is compulsory still comes', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    await escalate(audit);
    await workers.keepUp();
    const address = await addressOf(audit.managerId);
    const mail = mailbox.mails.find(({ to }) => to && !Array.isArray(to) && to.text.includes(address));
    const list = mail?.headers.get('list') as { unsubscribe: { url: string } };
    const link = new URL(list.unsubscribe.url);
    expect(link.origin).toBe(PUBLIC_URL);
    const url = new URL(link.pathname, api.url);
    const page = await fetch(url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('<form method="post">');
    expect(
      await api.sql('select 1 from notification_preference where account_id = $1', [audit.managerId]),
    ).toEqual([]);
    const click = (to: URL): Promise<Response> =>
      fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
    expect((await click(url)).status).toBe(200);
    expect((await click(url)).status).toBe(200);
    const forged = new URL(`${link.pathname.slice(0, -2)}AA`, api.url);
    expect((await click(forged)).status).toBe(404);
    const { data } = await api
      .as(audit.managerId)
      .run('{ notificationPreferences { version topics { topic isOff compulsoryBecause } } }');
    const { topics, version } = data.notificationPreferences;
    expect(version).toBe(1);
    expect(topics.every((one: Json) => one.isOff === (one.compulsoryBecause === null))).toBe(true);
    mailbox.mails.length = 0;
    await suspend(audit);
    await escalate(audit);
    await at('2027-09-20T08:00:00Z');
    expect(await mailsTo(audit.managerId)).toMatchObject([{ lines: ['- Alertes de sécurité : 1'] }]);
  });
});
