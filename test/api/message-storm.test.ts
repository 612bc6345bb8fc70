import { openApi, type TestApi } from '../support/api';
import { makeTeamedAudit } from '../support/factories';
import { openMailbox, type Mailbox } from '../support/mailbox';
import { openMessageWorkers, type MessageWorkers } from '../support/message-workers';

const SERVICES = 25;
const DUE = 10_000;

let api: TestApi;
let mailbox: Mailbox;
let workers: MessageWorkers;

beforeAll(async () => {
  api = await openApi();
  mailbox = await openMailbox();
  workers = await openMessageWorkers(api, mailbox);
});
afterAll(async () => {
  await workers.close();
  await mailbox.close();
  await api.close();
});

test(`${DUE} things that fall due in one night are one digest for each person`, async () => {
  const managers: string[] = [];
  for (let n = 0; n < SERVICES; n += 1) {
    const { auditId, serviceId, managerId } = await makeTeamedAudit(api, { state: 'DOCUMENT_REVIEW' });
    managers.push(managerId);
    await api.sql(
      `insert into evidence_request (id, audit_id, audited_service_id, text, due_on)
       select gen_random_uuid(), $1, $2, 'Protocole de scanner', '2027-02-05' from generate_series(1, $3)`,
      [auditId, serviceId, DUE / SERVICES],
    );
  }
  // A Tuesday, three days before.
  api.clock.set('2027-02-02T06:00:00Z');
  const began = Date.now();
  await workers.keepUp();
  await workers.keepUp();
  process.stdout.write(`${DUE} due facts told in ${Date.now() - began} ms\n`);
  expect(await api.sql('select 1 from delivery')).toHaveLength(DUE);
  expect(mailbox.mails).toHaveLength(SERVICES);
  const told = await api.sql<{ id: string }>('select account_id as id from mail order by 1');
  expect(told.map(({ id }) => id)).toEqual([...managers].sort());
  for (const { subject, text } of mailbox.mails) {
    expect(subject).toBe(`Vis-à-vis : ${DUE / SERVICES} éléments vous attendent`);
    expect(text).toContain(`- Preuves à donner : ${DUE / SERVICES}`);
  }
  expect(await api.sql(`select 1 from trail_entry where act = 'remindersFind'`)).toHaveLength(1);
});
