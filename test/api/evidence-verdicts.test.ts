import { randomBytes } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, TEST_START, type Json, type TestApi } from '../support/api';
import { makeAccepted, makeEvidence } from '../support/evidence-factories';
import { insertRow, makeAudit, makeCampaign, makeService } from '../support/factories';
import { makeGradableAudit, uuidIn, type GradableAudit } from '../support/grades-factories';
import { entriesOf } from '../support/trail-entries';
import { addFile, announce, send } from '../support/upload-factories';

let api: TestApi;
let audit: GradableAudit;
let criteria: string[];
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.set(TEST_START);
  audit = await makeGradableAudit(api, { state: 'DOCUMENT_REVIEW' });
  criteria = audit.sections.flatMap(({ criterionIds }) => criterionIds);
});

const VERDICT = 'evidence { id version verdict { value reason evidenceVersion } }';
const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);
const about = (evidenceId: string, more: Record<string, unknown> = {}) => ({
  evidenceId,
  expectedVersion: 1,
  ...more,
});

describe('evidenceAccept and evidenceTurnDown', () => {
  test('leave one word on a piece of evidence, the last one', async () => {
    const piece = await makeEvidence(api, audit);
    expect(await audit.lead.act('evidenceAccept', about(piece), VERDICT)).toEqual({
      evidence: { id: piece, version: 1, verdict: { value: 'ACCEPTED', reason: null, evidenceVersion: 1 } },
      replayed: false,
      userErrors: [],
    });
    const reason = 'Date illisible.';
    expect(await audit.mate.act('evidenceTurnDown', about(piece, { reason }), VERDICT)).toMatchObject({
      evidence: { version: 1, verdict: { value: 'TURNED_DOWN', reason } },
    });
    expect(await entriesOf(api, uuidIn(piece))).toMatchObject([
      { act: 'evidenceAccept', campaign_id: audit.campaignId },
      { act: 'evidenceTurnDown' },
    ]);
    expect(
      await api.sql('select value, version from evidence_verdict where evidence_id = $1', [uuidIn(piece)]),
    ).toEqual([{ value: 'TURNED_DOWN', version: 2 }]);
  });

  test('an accepted piece changes no more; one that was turned down and is corrected waits again', async () => {
    const piece = await makeEvidence(api, audit);
    await audit.lead.act('evidenceAccept', about(piece));
    expect(codesOf(await audit.manager.act('evidenceUpdate', about(piece, { title: 'Autre' })))).toEqual([
      'EVIDENCE_IS_ACCEPTED',
    ]);
    await audit.lead.act('evidenceTurnDown', about(piece, { reason: 'À refaire.' }));
    const corrected = await audit.manager.act('evidenceUpdate', about(piece, { note: 'Mieux.' }), VERDICT);
    expect(corrected.evidence).toEqual({ id: piece, version: 2, verdict: null });
    expect(codesOf(await audit.lead.act('evidenceAccept', about(piece)))).toEqual(['STALE_VERSION']);
    expect(codesOf(await audit.lead.act('evidenceAccept', about(piece, { expectedVersion: 2 })))).toEqual([]);
  });

  test.each(['UPLOADING', 'QUARANTINED', 'REJECTED'])(
    'nothing is said of a piece that is %s',
    async (state) => {
      const piece = await makeEvidence(api, audit, { kind: 'FILE', state });
      for (const act of ['evidenceAccept', 'evidenceTurnDown']) {
        expect(await audit.lead.act(act, about(piece, { reason: 'Non.' }))).toMatchObject({
          userErrors: [{ code: 'EVIDENCE_NOT_CHECKED', path: ['input', 'evidenceId'] }],
        });
      }
    },
  );

  test('are for the team, observers left out, while the audit takes evidence', async () => {
    const piece = await makeEvidence(api, audit);
    const input = about(piece, { reason: 'Parce que.' });
    const stranger = api.as((await makeService(api)).managerId);
    for (const act of ['evidenceAccept', 'evidenceTurnDown']) {
      expect(codesOf(await audit.manager.act(act, input))).toEqual(['FORBIDDEN']);
      expect(codesOf(await audit.observer.act(act, input))).toEqual(['OBSERVER_DOES_NOT_DECIDE']);
      expect(codesOf(await audit.coordinator.act(act, input))).toEqual(['NOT_FOUND']);
      expect(codesOf(await stranger.act(act, input))).toEqual(['NOT_FOUND']);
    }
    expect(codesOf(await audit.lead.act('evidenceTurnDown', about(piece, { reason: 'x' })))).toEqual([
      'VALIDATION',
    ]);
    await api.sql(`update audit set state = 'CLOSED' where id = $1`, [audit.uuid]);
    expect(codesOf(await audit.lead.act('evidenceAccept', about(piece)))).toEqual(['ILLEGAL_TRANSITION']);
    expect(await api.sql('select 1 from evidence_verdict where evidence_id = $1', [uuidIn(piece)])).toEqual(
      [],
    );
  });

  test('are read by the service and the team, who decided by the team alone', async () => {
    const piece = await makeEvidence(api, audit);
    await audit.lead.act('evidenceAccept', about(piece, { reason: 'Très clair.' }));
    const QUERY = `query ($id: ID!) { node(id: $id) { ... on Evidence {
      verdict { id value reason decidedBy { id } } history(first: 5) { nodes { act } } } } }`;
    const asTeam = (await audit.mate.run(QUERY, { id: piece })).data.node;
    expect(asTeam.verdict).toMatchObject({
      value: 'ACCEPTED',
      reason: 'Très clair.',
      decidedBy: { id: globalId('Auditor', audit.leadId) },
    });
    const asService = (await audit.contributor.run(QUERY, { id: piece })).data.node;
    expect(asService.verdict).toEqual({ ...asTeam.verdict, decidedBy: null });
    expect(asService.history.nodes).toEqual([{ act: 'evidenceAccept' }]);
    const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
    const { id } = asTeam.verdict;
    expect((await audit.manager.run(NODE, { id })).data.node).toEqual({ id });
    expect((await audit.coordinator.run(NODE, { id })).data.node).toBeNull();
  });
});

describe('how long evidence holds', () => {
  const note = { kind: 'NOTE', title: 'Autorisation', note: 'Arrêté du préfet.' };
  const FIELDS = 'evidence { id expiresOn isExpired version }';

  test('is said by the service, corrected and cleared by it', async () => {
    const added = await audit.manager.act(
      'evidenceAdd',
      { ...note, auditId: audit.auditId, expiresOn: '2027-01-11' },
      FIELDS,
    );
    expect(added.evidence).toMatchObject({ expiresOn: '2027-01-11', isExpired: false });
    const { id } = added.evidence;
    api.clock.set('2027-01-12T08:00:00Z');
    const update = (version: number, more: object) =>
      audit.manager.act('evidenceUpdate', { evidenceId: id, expectedVersion: version, ...more }, FIELDS);
    expect((await update(1, { title: 'Toujours la même' })).evidence).toMatchObject({
      expiresOn: '2027-01-11',
      isExpired: true,
    });
    expect((await update(2, { expiresOn: '2028-06-30' })).evidence).toMatchObject({
      expiresOn: '2028-06-30',
      isExpired: false,
    });
    expect((await update(3, { expiresOn: null })).evidence).toMatchObject({
      expiresOn: null,
      isExpired: false,
    });
  });

  test('does not end before what it covers begins', async () => {
    const dates = { periodFrom: '2027-01-01', expiresOn: '2026-12-31' };
    expect(
      await audit.manager.act('evidenceAdd', { ...note, auditId: audit.auditId, ...dates }),
    ).toMatchObject({ userErrors: [{ code: 'DATES_REVERSED', path: ['input', 'expiresOn'] }] });
    const piece = await makeEvidence(api, audit, { period_from: '2027-01-01' });
    expect(
      codesOf(await audit.manager.act('evidenceUpdate', about(piece, { expiresOn: '2026-12-31' }))),
    ).toEqual(['DATES_REVERSED']);
  });

  test('is asked for over all audits of a service: what expires soon', async () => {
    const days = ['2027-01-05', '2027-02-01', '2027-03-01', null];
    const pieces: string[] = [];
    for (const day of days) {
      const piece = await makeEvidence(api, audit);
      if (day) await insertRow(api, 'evidence_validity', { id: uuidIn(piece), expires_on: day });
      pieces.push(piece);
    }
    const QUERY = `query ($id: ID!) { auditedService(id: $id) {
      soon: evidence(first: 9, filter: { expiresFrom: "2027-01-11", expiresBefore: "2027-03-01" }) { nodes { id } }
      all: evidence(first: 9) { totalCount } } }`;
    const variables = { id: globalId('AuditedService', audit.serviceId) };
    for (const client of [audit.manager, audit.lead]) {
      expect((await client.run(QUERY, variables)).data.auditedService).toEqual({
        soon: { nodes: [{ id: pieces[1] }] },
        all: { totalCount: 4 },
      });
    }
    expect((await audit.coordinator.run(QUERY, variables)).data.auditedService).toEqual({
      soon: { nodes: [] },
      all: { totalCount: 0 },
    });
  });
});

describe('evidenceTakeOver', () => {
  /** Another audit of the same service, with a template of its own. */
  async function laterAudit(template = 'T1-CT-JUST'): Promise<{ id: string; uuid: string }> {
    const { auditId } = await makeAudit(api, {
      campaignId: await makeCampaign(api, { template }),
      serviceId: audit.serviceId,
      state: 'SELF_ASSESSMENT',
    });
    return { id: globalId('Audit', auditId), uuid: auditId };
  }

  const FIELDS = `evidence { id kind state title url note periodFrom periodTo expiresOn evidenceKind { code }
    verdict { value } takenOverFrom { id } criteria { code } audit { id } }`;

  test('gives evidence again that still holds, for the new team to judge', async () => {
    const piece = await makeEvidence(
      api,
      audit,
      { kind: 'LINK', url: 'https://example.org/popm.pdf', note: 'page 3', period_from: '2026-01-01' },
      [criteria[2] ?? '', criteria[0] ?? ''],
    );
    await makeAccepted(api, piece, '2027-12-31');
    const later = await laterAudit();
    const payload = await audit.contributor.act(
      'evidenceTakeOver',
      { auditId: later.id, evidenceId: piece },
      FIELDS,
    );
    expect(payload.userErrors).toEqual([]);
    const { data } = await audit.manager.run(
      `query ($id: ID!) { node(id: $id) { ... on Evidence { criteria { code } } } }`,
      { id: piece },
    );
    expect(payload.evidence).toEqual({
      id: expect.any(String),
      kind: 'LINK',
      state: 'CLEAN',
      title: 'Registre',
      url: 'https://example.org/popm.pdf',
      note: 'page 3',
      periodFrom: '2026-01-01',
      periodTo: null,
      expiresOn: '2027-12-31',
      evidenceKind: null,
      verdict: null,
      takenOverFrom: { id: piece },
      criteria: data.node.criteria,
      audit: { id: later.id },
    });
    expect(data.node.criteria).toHaveLength(2);
    expect(await entriesOf(api, uuidIn(payload.evidence.id))).toMatchObject([
      { act: 'evidenceTakeOver', detail: { from: uuidIn(piece) } },
    ]);
  });

  test('serves in another template the criteria that ask for the same kind, or those that are named', async () => {
    const piece = await makeEvidence(api, audit, { evidence_kind_code: 'E-POPM' });
    const later = await laterAudit('T2-CT-OPT');
    const input = { auditId: later.id, evidenceId: piece };
    const found = await audit.manager.act(
      'evidenceTakeOver',
      input,
      'evidence { criteria { code evidenceKinds { code } } }',
    );
    expect(found.evidence.criteria.length).toBeGreaterThan(0);
    for (const { evidenceKinds } of found.evidence.criteria)
      expect(evidenceKinds.map(({ code }: Json) => code)).toContain('E-POPM');
    const [other] = await api.sql<{ id: string; code: string }>(
      `select c.id, c.code from criterion c join audit a on a.template_version_id = c.template_version_id
       where a.id = $1 and not c.evidence @> '[{"ref": "E-POPM"}]' limit 1`,
      [later.uuid],
    );
    const criterionIds = [globalId('Criterion', other?.id ?? '')];
    const named = await audit.manager.act('evidenceTakeOver', { ...input, criterionIds }, FIELDS);
    expect(named.evidence).toMatchObject({
      criteria: [{ code: other?.code }],
      evidenceKind: { code: 'E-POPM' },
    });
    expect(
      codesOf(await audit.manager.act('evidenceTakeOver', { ...input, criterionIds: [criteria[0]] })),
    ).toEqual(['CRITERION_NOT_IN_TEMPLATE']);
  });

  test('shares the file, whose bytes are stored once', async () => {
    const bytes = randomBytes(5000);
    const added = await addFile(audit.contributor, audit.auditId, announce(bytes));
    await send(api.url, added.uploadTicket, new Uint8Array(bytes));
    await api.files.settled();
    const piece = added.evidence.id;
    await api.sql(`update evidence set state = 'CLEAN' where id = $1`, [uuidIn(piece)]);
    const later = await laterAudit();
    const input = { auditId: later.id, evidenceId: piece };
    const file = 'file { fileName mediaType sizeBytes sha256 }';
    const payload = await audit.manager.act('evidenceTakeOver', input, `evidence { id kind state ${file} }`);
    expect(payload.evidence).toMatchObject({ kind: 'FILE', state: 'CLEAN', file: added.evidence.file });
    const stored =
      'select count(distinct f.blob_id)::int as blobs, count(*)::int as files from evidence_file f where sha256 = $1';
    expect(await api.sql(stored, [announce(bytes).sha256])).toEqual([{ blobs: 1, files: 2 }]);
    const { download } = await audit.manager.act(
      'evidenceDownload',
      { evidenceId: payload.evidence.id },
      'download { url }',
    );
    const answer = await fetch(new URL(download.url, api.url));
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    // Bytes that are gone cannot be given again.
    await api.sql('update evidence_file set blob_id = null where id = $1', [uuidIn(piece)]);
    expect(
      codesOf(await audit.manager.act('evidenceTakeOver', { ...input, auditId: (await laterAudit()).id })),
    ).toEqual(['EVIDENCE_NOT_USABLE']);
  });

  test('refuses what has expired, was refused or turned down, or is no other audit’s', async () => {
    const later = await laterAudit();
    const expired = await makeEvidence(api, audit);
    await insertRow(api, 'evidence_validity', { id: uuidIn(expired), expires_on: '2027-01-10' });
    const turnedDown = await makeEvidence(api, audit);
    await audit.lead.act('evidenceTurnDown', about(turnedDown, { reason: 'Illisible.' }));
    const quarantined = await makeEvidence(api, audit, { kind: 'FILE', state: 'QUARANTINED' });
    const own = await makeEvidence(api, { uuid: later.uuid, serviceId: audit.serviceId });
    const stranger = await makeGradableAudit(api, { state: 'DOCUMENT_REVIEW' });
    const strange = await makeEvidence(api, stranger);
    for (const [evidenceId, code] of [
      [expired, 'EVIDENCE_EXPIRED'],
      [turnedDown, 'EVIDENCE_NOT_USABLE'],
      [quarantined, 'EVIDENCE_NOT_USABLE'],
      [own, 'EVIDENCE_NOT_EARLIER'],
      [strange, 'NOT_FOUND'],
    ]) {
      expect(await audit.manager.act('evidenceTakeOver', { auditId: later.id, evidenceId })).toMatchObject({
        userErrors: [{ code, path: ['input', 'evidenceId'] }],
      });
    }
    // Whoever manages both services may not mix them.
    const [row] = await api.sql<{ account_id: string }>(
      `select account_id from role_grant where audited_service_id = $1 and role = 'SERVICE_MANAGER'`,
      [audit.serviceId],
    );
    await insertRow(api, 'role_grant', {
      account_id: row?.account_id,
      role: 'SERVICE_MANAGER',
      audited_service_id: stranger.serviceId,
      from_date: '2020-01-01',
    });
    expect(
      codesOf(await audit.manager.act('evidenceTakeOver', { auditId: later.id, evidenceId: strange })),
    ).toEqual(['EVIDENCE_NOT_EARLIER']);
    expect(await api.sql('select 1 from evidence where audit_id = $1', [later.uuid])).toHaveLength(1);
  });

  test('is for the service, while its later audit takes evidence', async () => {
    const later = await laterAudit();
    const input = { auditId: later.id, evidenceId: await makeEvidence(api, audit) };
    expect(codesOf(await audit.lead.act('evidenceTakeOver', input))).toEqual(['NOT_FOUND']);
    expect(codesOf(await audit.coordinator.act('evidenceTakeOver', input))).toEqual(['FORBIDDEN']);
    await api.sql(`update audit set state = 'CLOSED' where id = $1`, [later.uuid]);
    expect(codesOf(await audit.manager.act('evidenceTakeOver', input))).toEqual(['ILLEGAL_TRANSITION']);
  });
});
