import type { DataSource } from 'typeorm';
import { whenDosesUploaded } from '../../server/measures';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import {
  arrivedFile,
  batchesOf,
  doseRow,
  importDoses,
  mapProtocol,
  prepareDoses,
  readImport,
} from '../support/dose-factories';
import { makeAccount, makeService } from '../support/factories';
import { makeGradableAudit, uuidIn, type GradableAudit } from '../support/grades-factories';
import { announce, send } from '../support/upload-factories';

let api: TestApi;
let dataSource: DataSource;
let audit: GradableAudit;
let accountId: string;
let manager: ApiClient;
beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
});
afterAll(async () => {
  await dataSource.destroy();
  await api.close();
});
beforeEach(async () => {
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
  ({ accountId } = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_MANAGER' } }));
  manager = api.as(accountId);
});

const place = () => ({ ...audit, accountId });
const records = () =>
  api.sql('select * from dose_record where audit_id = $1 order by created_at, position', [audit.uuid]);

test('a file of doses that is sent to its ticket is imported', async () => {
  const table = [
    'modalité;protocole;âge;PDS (mGy.cm2)',
    'radiographie;Poumons;54;180',
    'radiographie;Poumons;61;210',
  ];
  const bytes = Buffer.from(table.join('\n'));
  const file = announce(bytes, { fileName: 'doses.csv', mediaType: 'text/csv' });
  const { doseImport, uploadTicket } = await prepareDoses(manager, audit.auditId, { file });
  expect((await send(api.url, uploadTicket, new Uint8Array(bytes))).status).toBe(200);
  await api.files.settled();
  expect(await readImport(manager, doseImport.id)).toMatchObject({ state: 'DONE', keptCount: 2 });
});

describe('preparing an import', () => {
  test('is for the service, while its doses may change', async () => {
    const { doseImport, uploadTicket } = await prepareDoses(audit.contributor, audit.auditId);
    expect(doseImport).toMatchObject({ state: 'AWAITING_FILE', version: 1 });
    expect(uploadTicket.url).toMatch(/^\/files\/uploads\//);
    const stranger = api.as((await makeService(api)).managerId);
    for (const [client, code] of [
      [audit.lead, 'FORBIDDEN'],
      [audit.coordinator, 'FORBIDDEN'],
      [stranger, 'NOT_FOUND'],
    ] as const) {
      const refused = await prepareDoses(client, audit.auditId);
      expect(refused).toMatchObject({ doseImport: null, userErrors: [{ code }] });
    }
    for (const state of ['PLANNED', 'REPORT_ISSUED', 'CLOSED', 'CANCELLED']) {
      await api.sql('update audit set state = $2 where id = $1', [audit.uuid, state]);
      const refused = await prepareDoses(audit.manager, audit.auditId);
      expect(refused.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: state }]);
    }
  });

  test('refuses a file that is too large, and keeps nothing', async () => {
    const file = { fileName: 'a.csv', mediaType: 'text/csv', sizeBytes: 2 ** 31 - 1, sha256: 'a'.repeat(64) };
    const refused = await prepareDoses(manager, audit.auditId, { file });
    expect(refused.userErrors).toMatchObject([{ code: 'UPLOAD_TOO_LARGE' }]);
    expect(await api.sql('select 1 from dose_import where audit_id = $1', [audit.uuid])).toEqual([]);
  });
});

describe('an import', () => {
  test('keeps every row with its reason, counts each kind, and holds nothing that leads to a patient', async () => {
    await mapProtocol(manager, audit.serviceId, 'CT', 'THORAX', 'CT-THX');
    const same = { eventUid: '1.9.1' };
    const rows = [
      doseRow(same),
      doseRow({ ...same, place: 'report 2, event 1' }),
      doseRow({ exclusion: 'SCOUT', protocol: 'Topogramme' }),
      doseRow({ protocol: 'thörax  ' }),
      doseRow({ protocol: 'Abdomen pelvis injecté' }),
      doseRow({ protocol: null, examination: null }),
    ];
    const refused = [{ place: 'report 3', code: 'NOT_A_CODE_OF_OURS' }];
    const id = await importDoses(dataSource, manager, place(), batchesOf(rows, refused, 2));
    const read = await readImport(manager, id);
    expect(read).toMatchObject({
      state: 'DONE',
      readCount: 7,
      keptCount: 4,
      excludedCount: 1,
      duplicateCount: 1,
      refusedCount: 1,
      message: null,
      operation: { state: 'DONE', doneCount: 7 },
      refusals: { totalCount: 1, nodes: [{ place: 'report 3', code: 'NOT_A_CODE_OF_OURS' }] },
    });
    expect(read.records.nodes.map((node: Json) => [node.examCode, node.exclusion, node.setAside])).toEqual([
      ['CT-THX', null, null],
      ['CT-THX', 'DUPLICATE_EVENT', null],
      [null, 'SCOUT', null],
      ['CT-THX', null, null],
      [null, null, 'UNMAPPED'],
      [null, null, 'UNMAPPED'],
    ]);
    expect(read.records.nodes[0]).toMatchObject({
      performedIn: '2026-11',
      population: 'ADULT',
      isCounted: true,
    });
    expect(read.unmappedProtocols).toEqual([
      { modality: 'CT', protocol: '', count: 1, suggestions: [] },
      { modality: 'CT', protocol: 'Abdomen pelvis injecté', count: 1, suggestions: ['CT-AP', 'CT-TAP'] },
    ]);
    const kept = JSON.stringify(await records());
    for (const secret of ['1.9.1', '1.2.3.', '2026-11-03']) expect(kept).not.toContain(secret);
  });

  test('hashes UIDs with a secret of the service: the same study is another elsewhere', async () => {
    const rows = [doseRow()];
    await importDoses(dataSource, manager, place(), batchesOf(rows));
    const other = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
    const account = await makeAccount(api, { services: { [other.serviceId]: 'SERVICE_MANAGER' } });
    const there = { ...other, accountId: account.accountId };
    await importDoses(dataSource, api.as(account.accountId), there, batchesOf(rows));
    const keys = await api.sql<{ study_key: string; event_key: string }>(
      'select study_key, event_key from dose_record where audit_id = any($1::uuid[])',
      [[audit.uuid, other.uuid]],
    );
    expect(keys).toHaveLength(2);
    expect(new Set(keys.flatMap((row) => [row.study_key, row.event_key])).size).toBe(4);
  });

  test('counts an event once, whichever imports bring it, even at the same time', async () => {
    const rows = Array.from({ length: 300 }, () => doseRow());
    const ids = await Promise.all(
      [rows, [...rows].reverse(), rows.slice(100)].map((list) =>
        importDoses(dataSource, manager, place(), batchesOf(list, [], 50)),
      ),
    );
    const imports = await Promise.all(ids.map((id) => readImport(manager, id)));
    expect(imports.map(({ state }) => state)).toEqual(['DONE', 'DONE', 'DONE']);
    const sum = (field: string): number => imports.reduce((total, one) => total + Number(one[field]), 0);
    expect([sum('keptCount'), sum('duplicateCount')]).toEqual([300, 500]);
    const counted = (await records()).filter((row: Json) => row.exclusion === null);
    expect(new Set(counted.map((row: Json) => row.event_key)).size).toBe(300);
  });

  test('that fails leaves nothing but its reason', async () => {
    const failing = async function* () {
      yield await Promise.resolve({ rows: [doseRow(), doseRow()] });
      throw new Error('the reader broke');
    };
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    await expect(importDoses(dataSource, manager, place(), failing())).rejects.toThrow('the reader broke');
    warned.mockRestore();
    const [row] = await api.sql<{ id: string }>('select id from dose_import where audit_id = $1', [
      audit.uuid,
    ]);
    const { data } = await manager.run(
      `query ($id: ID!) { audit(id: $id) { doseImports(first: 1) { nodes { state message keptCount records(first: 1) { totalCount } } } } }`,
      { id: audit.auditId },
    );
    expect(data.audit.doseImports.nodes).toEqual([
      {
        state: 'FAILED',
        message: expect.stringMatching(/error|went wrong/i) as unknown,
        keptCount: 0,
        records: { totalCount: 0 },
      },
    ]);
    expect(row).toBeDefined();
    expect(await records()).toEqual([]);
  });

  test('that holds nothing at all is refused, and so is one that comes after the report', async () => {
    const empty = await importDoses(dataSource, manager, place(), batchesOf([]));
    expect(await readImport(manager, empty)).toMatchObject({
      state: 'FAILED',
      message: 'The file holds no dose record that can be read.',
    });
    const { doseImport } = await prepareDoses(manager, audit.auditId);
    await api.sql(`update audit set state = 'REPORT_ISSUED' where id = $1`, [audit.uuid]);
    const late = arrivedFile(uuidIn(doseImport.id), audit.uuid, accountId);
    await whenDosesUploaded(dataSource, () => batchesOf([doseRow()]))(late);
    expect(await readImport(manager, doseImport.id)).toMatchObject({ state: 'FAILED', operation: null });
    expect(await records()).toEqual([]);
  });

  test('that is cancelled while it runs leaves nothing', async () => {
    const { doseImport } = await prepareDoses(manager, audit.auditId);
    const id = uuidIn(doseImport.id);
    const endless = async function* () {
      for (;;) {
        yield { rows: [doseRow()] };
        await new Promise((resolve) => setTimeout(resolve, 20));
        const [running] = await api.sql<{ operation_id: string }>(
          'select operation_id from dose_import where id = $1',
          [id],
        );
        if (running?.operation_id)
          await manager.act('operationCancel', { operationId: running.operation_id }).catch(() => undefined);
      }
    };
    await whenDosesUploaded(dataSource, endless)(arrivedFile(id, audit.uuid, accountId));
    expect(await readImport(manager, doseImport.id)).toMatchObject({ state: 'CANCELLED', keptCount: 0 });
    expect(await records()).toEqual([]);
  });

  test('happens once, however often the file is handed on', async () => {
    const { doseImport } = await prepareDoses(manager, audit.auditId);
    const file = arrivedFile(uuidIn(doseImport.id), audit.uuid, accountId);
    const whenUploaded = whenDosesUploaded(dataSource, () => batchesOf([doseRow(), doseRow()]));
    await Promise.all([whenUploaded(file), whenUploaded(file)]);
    await whenUploaded(file);
    expect(await readImport(manager, doseImport.id)).toMatchObject({ state: 'DONE', keptCount: 2 });
    expect(await records()).toHaveLength(2);
  });
});

describe('who reads it', () => {
  test('service and team do; coordination, other services and a team that has not accepted do not', async () => {
    const id = await importDoses(dataSource, manager, place(), batchesOf([doseRow()]));
    for (const client of [manager, audit.contributor, audit.lead, audit.mate, audit.observer]) {
      expect(await readImport(client, id)).toMatchObject({ keptCount: 1, records: { totalCount: 1 } });
    }
    const stranger = api.as((await makeService(api)).managerId);
    for (const client of [audit.coordinator, stranger]) {
      expect(await readImport(client, id)).toBeNull();
      const { data } = await client.run(
        'query ($id: ID!) { audit(id: $id) { doseImports(first: 1) { totalCount } doseStatistics { exams { examCode } } unmappedProtocols { count } } }',
        { id: audit.auditId },
      );
      expect(data.audit).toEqual(
        client === stranger
          ? null
          : { doseImports: { totalCount: 0 }, doseStatistics: null, unmappedProtocols: null },
      );
    }
    await api.sql(`update assignment set state = 'PROPOSED' where audit_id = $1`, [audit.uuid]);
    expect(await readImport(audit.lead, id)).toBeNull();
  });
});

describe('doseImportWithdraw', () => {
  test('takes the records away and lets their duplicates count', async () => {
    await mapProtocol(manager, audit.serviceId, 'CT', 'Thorax', 'CT-THX');
    const rows = [doseRow(), doseRow()];
    const first = await importDoses(dataSource, manager, place(), batchesOf(rows));
    const second = await importDoses(dataSource, manager, place(), batchesOf([...rows, doseRow()]));
    const { version, availableTransitions } = await readImport(manager, first);
    expect(availableTransitions).toEqual([{ act: 'doseImportWithdraw', isAvailable: true, reason: null }]);
    const payload = await manager.act(
      'doseImportWithdraw',
      { doseImportId: first, expectedVersion: version },
      'doseImport { state keptCount records(first: 1) { totalCount } }',
    );
    expect(payload.doseImport).toEqual({ state: 'WITHDRAWN', keptCount: 2, records: { totalCount: 0 } });
    const { records: left } = await readImport(manager, second);
    expect(left.nodes.map(({ isCounted }: Json) => isCounted)).toEqual([true, true, true]);
  });

  test('is refused once the report is out, and to whoever is not of the service', async () => {
    const id = await importDoses(dataSource, manager, place(), batchesOf([doseRow()]));
    const { version } = await readImport(manager, id);
    const input = { doseImportId: id, expectedVersion: version };
    expect((await audit.lead.act('doseImportWithdraw', input)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await audit.coordinator.act('doseImportWithdraw', input)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'doseImportId'] },
    ]);
    await api.sql(`update audit set state = 'REPORT_ISSUED' where id = $1`, [audit.uuid]);
    expect((await manager.act('doseImportWithdraw', input)).userErrors).toMatchObject([
      { code: 'DOSES_CLOSED' },
    ]);
    expect(await records()).toHaveLength(1);
  });
});
