import { globalId } from '../../server/kernel/ids';
import { wilson } from '../../server/measures/statistics';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { drawSample, judgeByBoth, makeCaseAudit } from '../support/case-factories';
import { countStatements } from '../support/count-statements';
import { insertRow, makeCampaign } from '../support/factories';
import { makeGradableAudit, makeSubmission, uuidIn, type GradableAudit } from '../support/grades-factories';

let api: TestApi;
let audit: GradableAudit;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  audit = await makeGradableAudit(api);
});

const FACTS = `criterion { code } source isComplete x n estimate low high total notApplicable notAssessable decision
  dosePosition proposedValue`;

async function criterion(code: string): Promise<{ id: string; section: string }> {
  const [row] = await api.sql<{ id: string; section: string }>(
    `select c.id, c.section_id as section from audit a join criterion c on c.template_version_id = a.template_version_id
     where a.id = $1 and c.code = $2`,
    [audit.uuid, code],
  );
  return { id: globalId('Criterion', row!.id), section: row!.section };
}

async function measures(
  client: ApiClient,
  stage = 'AUDITOR',
  of: { auditId: string } = audit,
): Promise<Json[]> {
  const { data } = await client.run(
    `query ($id: ID!) { audit(id: $id) { measures(stage: ${stage}) { ${FACTS} } } }`,
    { id: of.auditId },
  );
  return data['audit']?.measures ?? null;
}

const measure = async (client: ApiClient, code: string, stage = 'AUDITOR', of: { auditId: string } = audit) =>
  (await measures(client, stage, of))?.find((each) => each.criterion.code === code) ?? null;

const count = async (client: ApiClient, code: string, input: Record<string, unknown>): Promise<Json> =>
  client.act(
    'measureRecord',
    { auditId: audit.auditId, criterionId: (await criterion(code)).id, stage: 'AUDITOR', ...input },
    'criterionMeasure { id version stage counts { value count } share auditor { id } criterion { code } }',
  );

const rate = (YES: number, NO: number, more: Record<string, number> = {}) => ({
  counts: Object.entries({ YES, NO, ...more }).map(([value, records]) => ({ value, count: records })),
});

const grade = async (client: ApiClient, code: string, input: Record<string, unknown>): Promise<Json> =>
  client.act(
    'gradeRecord',
    { auditId: audit.auditId, criterionId: (await criterion(code)).id, ...input },
    'grade { id version value proposedValue differenceReason }',
  );

/** Both grade every criterion of a section CONFORM but for the one given, and submit it. */
async function submitBoth(code: string, clients = [audit.lead, audit.mate]): Promise<Json[]> {
  const { section } = await criterion(code);
  const { criterionIds = [] } = audit.sections.find(({ sectionId }) => uuidIn(sectionId) === section) ?? {};
  const own = (await criterion(code)).id;
  const payloads: Json[] = [];
  for (const client of clients) {
    await client.act('gradesRecord', {
      auditId: audit.auditId,
      grades: criterionIds
        .filter((id) => id !== own)
        .map((criterionId) => ({ criterionId, value: 'CONFORM' })),
      errorPolicy: 'SKIP_FAILED',
    });
    payloads.push(
      await client.act(
        'sectionSubmit',
        { auditId: audit.auditId, sectionId: globalId('Section', section) },
        'consensusGrades { value proposedValue differenceReason criterion { code } }',
      ),
    );
  }
  return payloads;
}

describe('what an auditor counts', () => {
  test('becomes a rate with its interval, held against the target, and proposes a grade', async () => {
    const payload = await count(audit.lead, 'T1-B4', rate(45, 5, { NOT_APPLICABLE: 3, NOT_ASSESSABLE: 2 }));
    expect(payload.userErrors).toEqual([]);
    expect(payload.criterionMeasure).toMatchObject({
      version: 1,
      stage: 'AUDITOR',
      share: null,
      auditor: { id: globalId('Auditor', audit.leadId) },
      criterion: { code: 'T1-B4' },
    });
    const { low, high } = wilson(45, 50)!;
    // 45 of 50 against 80 %: the example of the templates.
    expect(await measure(audit.lead, 'T1-B4')).toEqual({
      criterion: { code: 'T1-B4' },
      source: 'COUNTS',
      isComplete: true,
      x: 45,
      n: 50,
      estimate: 0.9,
      low,
      high,
      total: 55,
      notApplicable: 3,
      notAssessable: 2,
      decision: 'INCONCLUSIVE',
      dosePosition: null,
      proposedValue: 'PARTIAL',
    });
  });

  test.each([
    ['T1-B4', rate(50, 0), 'MET', 'CONFORM'],
    ['T1-B4', rate(20, 30), 'NOT_MET', 'NON_CONFORM'],
    // All or none: judged on counts.
    ['T1-C4', rate(49, 1), 'NOT_MET', 'NON_CONFORM'],
    ['T1-C4', rate(5, 0), 'MET', 'CONFORM'],
    // Nothing could be assessed.
    ['T1-B4', rate(0, 0, { NOT_ASSESSABLE: 7 }), null, 'NOT_EVALUATED'],
  ] as const)('%s: %j is %s, so %s', async (code, counts, decision, proposedValue) => {
    await count(audit.lead, code, counts);
    expect(await measure(audit.lead, code)).toMatchObject({ decision, proposedValue, isComplete: true });
  });

  test('on justification leaves what tells too little out of the rate, and beside it', async () => {
    const counts = [
      { value: 'J', count: 60 },
      { value: 'P', count: 10 },
      { value: 'N', count: 5 },
      { value: 'I', count: 20 },
      { value: 'X', count: 5 },
    ];
    await count(audit.lead, 'T1-C1', { counts });
    expect(await measure(audit.lead, 'T1-C1')).toMatchObject({ x: 60, n: 75, total: 100, notAssessable: 20 });
    // The share of insufficient information is a target of its own, over all records, and at most 5 %.
    await count(audit.lead, 'T1-C2', { counts });
    expect(await measure(audit.lead, 'T1-C2')).toMatchObject({
      x: 20,
      n: 100,
      decision: 'NOT_MET',
      proposedValue: 'NON_CONFORM',
    });
  });

  test('is corrected in the version that was read', async () => {
    await count(audit.lead, 'T1-B4', rate(1, 1));
    const stale = await count(audit.lead, 'T1-B4', rate(2, 1));
    expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', path: ['input', 'expectedVersion'] }]);
    const second = await count(audit.lead, 'T1-B4', { ...rate(2, 1), expectedVersion: 1 });
    expect(second.criterionMeasure.version).toBe(2);
    expect(await measure(audit.lead, 'T1-B4')).toMatchObject({ x: 2, n: 3 });
  });

  test.each([
    ['T1-A1', rate(1, 1), 'MEASURE_NOT_ENTERED', ['input', 'criterionId']],
    ['T1-C5', { share: 0.7 }, 'MEASURE_NOT_ENTERED', ['input', 'criterionId']],
    ['T1-B4', { share: 0.7 }, 'MEASURE_MISMATCH', ['input', 'share']],
    ['T1-B4', {}, 'MEASURE_MISMATCH', ['input', 'counts']],
    ['T1-B4', { ...rate(1, 1), share: 0.5 }, 'MEASURE_MISMATCH', ['input', 'share']],
    ['T1-B4', rate(1, 1, { J: 3 }), 'MEASURE_VALUE_UNKNOWN', ['input', 'counts', '2', 'value']],
    [
      'T1-B4',
      { counts: [...rate(1, 1).counts, { value: 'NO', count: 2 }] },
      'MEASURE_VALUE_UNKNOWN',
      ['input', 'counts', '2', 'value'],
    ],
    ['T1-B4', { ...rate(1, 1), expectedVersion: 4 }, 'NOT_FOUND', ['input', 'criterionId']],
  ])('refuses %s with %j: %s', async (code, input, error, path) => {
    expect((await count(audit.lead, code, input)).userErrors).toMatchObject([{ code: error, path }]);
    expect(await api.sql('select 1 from criterion_measure where audit_id = $1', [audit.uuid])).toEqual([]);
  });

  test('is for the graders of the audit, while they grade', async () => {
    for (const [client, code] of [
      [audit.observer, 'OBSERVER_DOES_NOT_GRADE'],
      [audit.manager, 'FORBIDDEN'],
      [audit.coordinator, 'FORBIDDEN'],
    ] as const)
      expect((await count(client, 'T1-B4', rate(1, 1))).userErrors).toMatchObject([{ code }]);
    await api.sql(`update audit set state = 'DRAFT_REPORT' where id = $1`, [audit.uuid]);
    expect((await count(audit.lead, 'T1-B4', rate(1, 1))).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION' },
    ]);
  });
});

describe('a part of readings', () => {
  test('is held against a ceiling', async () => {
    audit = await makeGradableAudit(api, {
      campaignId: await makeCampaign(api, { template: 'T6-TELE' }),
    });
    expect((await count(audit.lead, 'T6-A3', { share: 0.2 })).userErrors).toEqual([]);
    expect(await measure(audit.lead, 'T6-A3')).toMatchObject({
      source: 'NUMBER',
      estimate: 0.2,
      low: null,
      decision: 'MET',
      proposedValue: 'CONFORM',
    });
    await count(audit.lead, 'T6-A3', { share: 0.21, expectedVersion: 1 });
    expect(await measure(audit.lead, 'T6-A3')).toMatchObject({
      decision: 'NOT_MET',
      proposedValue: 'NON_CONFORM',
    });
    expect((await count(audit.lead, 'T6-A3', { share: 1.2 })).userErrors).toMatchObject([
      { code: 'VALIDATION' },
    ]);
  });
});

describe('who learns of a measure', () => {
  const entries = async (client: ApiClient): Promise<Json> => {
    const { data } = await client.run(
      'query ($id: ID!) { audit(id: $id) { measureEntries(first: 10) { totalCount nodes { stage counts { value count } } } } }',
      { id: audit.auditId },
    );
    return data['audit']?.measureEntries ?? null;
  };

  test('himself alone, until both have submitted the section; the service with the draft; the programme with the report', async () => {
    await count(audit.lead, 'T1-B4', rate(50, 0));
    for (const client of [audit.mate, audit.observer, audit.manager, audit.coordinator]) {
      expect(await entries(client)).toEqual({ totalCount: 0, nodes: [] });
      for (const stage of ['AUDITOR', 'CONSENSUS']) {
        const found = await measure(client, 'T1-B4', stage);
        expect(found === null || found.isComplete === false).toBe(true);
      }
    }
    expect((await entries(audit.lead)).totalCount).toBe(1);

    await count(audit.mate, 'T1-B4', rate(50, 0));
    for (const client of [audit.lead, audit.mate]) await grade(client, 'T1-B4', { value: 'CONFORM' });
    await submitBoth('T1-B4');
    expect((await entries(audit.mate)).totalCount).toBe(2);
    // Counted alike: the team's measure without anybody writing it.
    expect(await measure(audit.lead, 'T1-B4', 'CONSENSUS')).toMatchObject({
      x: 50,
      n: 50,
      proposedValue: 'CONFORM',
    });
    expect(await measures(audit.manager, 'CONSENSUS')).toEqual([]);
    expect(await measures(audit.coordinator, 'CONSENSUS')).toEqual([]);

    await api.sql(
      `update audit set state = 'CONTRADICTORY', draft_shared_at = now(), visit_closed_at = now() where id = $1`,
      [audit.uuid],
    );
    expect(await measure(audit.manager, 'T1-B4', 'CONSENSUS')).toMatchObject({ x: 50, n: 50 });
    expect(await entries(audit.manager)).toEqual({ totalCount: 0, nodes: [] });
    expect(await measures(audit.coordinator, 'CONSENSUS')).toEqual([]);
    await api.sql(`update audit set state = 'REPORT_ISSUED', report_issued_at = now() where id = $1`, [
      audit.uuid,
    ]);
    expect(await measure(audit.coordinator, 'T1-B4', 'CONSENSUS')).toMatchObject({ x: 50, n: 50 });
    expect((await entries(audit.coordinator)).totalCount).toBe(2);
    expect(await measures(audit.coordinator, 'AUDITOR')).toEqual([]);
  });

  test('nobody counts on a section that he has submitted, nor for the team before all have', async () => {
    const { section } = await criterion('T1-B4');
    const early = await count(audit.lead, 'T1-B4', { ...rate(1, 1), stage: 'CONSENSUS' });
    expect(early.userErrors).toMatchObject([{ code: 'SECTION_NOT_SUBMITTED' }]);
    const sectionId = globalId('Section', section);
    await makeSubmission(api, audit, { sectionId, criterionIds: [] }, audit.leadId);
    expect((await count(audit.lead, 'T1-B4', rate(1, 1))).userErrors).toMatchObject([
      { code: 'SECTION_SUBMITTED' },
    ]);
    await makeSubmission(api, audit, { sectionId, criterionIds: [] }, audit.mateId);
    const team = await count(audit.mate, 'T1-B4', { ...rate(9, 1), stage: 'CONSENSUS' });
    expect(team.userErrors).toEqual([]);
    expect(await measure(audit.lead, 'T1-B4', 'CONSENSUS')).toMatchObject({ x: 9, n: 10 });
  });
});

describe('a grade beside its measure', () => {
  test('is the one proposed, or says why not', async () => {
    await count(audit.lead, 'T1-B4', rate(20, 30));
    const silent = await grade(audit.lead, 'T1-B4', { value: 'CONFORM' });
    expect(silent.userErrors).toMatchObject([
      {
        code: 'MEASURE_DIFFERENCE_UNEXPLAINED',
        path: ['input', 'differenceReason'],
        message: 'Criterion T1-B4: the measure proposes NON_CONFORM; another grade needs a reason.',
      },
    ]);
    expect(silent.grade).toBeNull();
    expect(
      (await grade(audit.lead, 'T1-B4', { value: 'CONFORM', differenceReason: '  ' })).userErrors,
    ).toHaveLength(1);

    const explained = await grade(audit.lead, 'T1-B4', {
      value: 'PARTIAL',
      differenceReason: 'Les manques datent d’avant le nouveau logiciel.',
    });
    expect(explained.grade).toMatchObject({
      value: 'PARTIAL',
      proposedValue: 'NON_CONFORM',
      differenceReason: 'Les manques datent d’avant le nouveau logiciel.',
    });
    const same = await grade(audit.lead, 'T1-B4', { value: 'NON_CONFORM', expectedVersion: 1 });
    expect(same.grade).toMatchObject({ value: 'NON_CONFORM', proposedValue: null, differenceReason: null });
  });

  test('needs no second reason where it has one, and none where nothing is measured', async () => {
    await count(audit.lead, 'T1-B4', rate(20, 30));
    const apart = await grade(audit.lead, 'T1-B4', { value: 'NOT_APPLICABLE', reason: 'Pas de scanner.' });
    expect(apart.grade).toMatchObject({ proposedValue: 'NON_CONFORM', differenceReason: 'Pas de scanner.' });
    // The mate counted nothing: his grade is free, and nothing is told to him of what the lead counted.
    expect((await grade(audit.mate, 'T1-B4', { value: 'CONFORM' })).userErrors).toEqual([]);
    expect((await grade(audit.lead, 'T1-A1', { value: 'PARTIAL' })).userErrors).toEqual([]);
  });

  test('in a batch, one by one', async () => {
    await count(audit.lead, 'T1-B4', rate(20, 30));
    const payload = await audit.lead.act(
      'gradesRecord',
      {
        auditId: audit.auditId,
        grades: [
          { criterionId: (await criterion('T1-B4')).id, value: 'CONFORM' },
          { criterionId: (await criterion('T1-B5')).id, value: 'CONFORM' },
        ],
        errorPolicy: 'SKIP_FAILED',
      },
      'rows { gradeId userErrors { code path } }',
    );
    expect(payload.rows).toMatchObject([
      {
        gradeId: null,
        userErrors: [
          { code: 'MEASURE_DIFFERENCE_UNEXPLAINED', path: ['input', 'grades', '0', 'differenceReason'] },
        ],
      },
      { userErrors: [] },
    ]);
  });

  test('is asked again when the section is submitted: facts may have come since', async () => {
    await grade(audit.lead, 'T1-B4', { value: 'CONFORM' });
    await count(audit.lead, 'T1-B4', rate(20, 30));
    const [payload] = await submitBoth('T1-B4', [audit.lead]);
    expect(payload.userErrors).toMatchObject([
      { code: 'MEASURE_DIFFERENCE_UNEXPLAINED', path: ['input', 'sectionId'] },
    ]);
    await grade(audit.lead, 'T1-B4', {
      value: 'CONFORM',
      expectedVersion: 1,
      differenceReason: 'Erreur de saisie.',
    });
    expect((await submitBoth('T1-B4', [audit.lead]))[0].userErrors).toEqual([]);
  });

  test('becomes the team’s with its reason when both judged alike', async () => {
    for (const client of [audit.lead, audit.mate]) {
      await count(client, 'T1-B4', rate(20, 30));
      await grade(client, 'T1-B4', {
        value: 'PARTIAL',
        differenceReason: client === audit.lead ? 'Une panne.' : 'Un arrêt.',
      });
    }
    const [, last] = await submitBoth('T1-B4');
    const written = last.consensusGrades.find((each: Json) => each.criterion.code === 'T1-B4');
    expect(written).toMatchObject({
      value: 'PARTIAL',
      proposedValue: 'NON_CONFORM',
      differenceReason: 'Un arrêt. / Une panne.',
    });
  });

  test('of the team is held against the team’s measure', async () => {
    await count(audit.lead, 'T1-B4', rate(50, 0));
    await count(audit.mate, 'T1-B4', rate(45, 5));
    await grade(audit.lead, 'T1-B4', { value: 'CONFORM' });
    await grade(audit.mate, 'T1-B4', { value: 'PARTIAL' });
    await submitBoth('T1-B4');
    // They counted differently: nothing is proposed before they settle it.
    expect(await measure(audit.lead, 'T1-B4', 'CONSENSUS')).toMatchObject({
      isComplete: false,
      proposedValue: null,
    });
    const propose = async (input: Record<string, unknown>): Promise<Json> =>
      audit.lead.act(
        'consensusPropose',
        { auditId: audit.auditId, criterionId: (await criterion('T1-B4')).id, ...input },
        'grade { id version proposedValue differenceReason }',
      );
    const free = await propose({ value: 'CONFORM' });
    expect(free.userErrors).toEqual([]);
    await count(audit.mate, 'T1-B4', { ...rate(45, 5), stage: 'CONSENSUS' });
    const agree = (version: number) =>
      audit.mate.act(
        'consensusAgree',
        { gradeId: free.grade.id, expectedVersion: version },
        'grade { isAgreed }',
      );
    expect((await agree(1)).userErrors).toMatchObject([
      { code: 'MEASURE_DIFFERENCE_UNEXPLAINED', path: ['input', 'gradeId'] },
    ]);
    expect((await propose({ value: 'CONFORM', expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'MEASURE_DIFFERENCE_UNEXPLAINED' },
    ]);
    const explained = await propose({
      value: 'CONFORM',
      expectedVersion: 1,
      differenceReason: 'Corrigé pendant la visite.',
    });
    expect(explained.grade).toMatchObject({
      proposedValue: 'PARTIAL',
      differenceReason: 'Corrigé pendant la visite.',
    });
    expect((await agree(2)).grade).toEqual({ isAgreed: true });
  });
});

describe('facts that the platform has itself', () => {
  test('a sample of records measures its criteria once it is complete, and goes before what is counted by hand', async () => {
    const cases = await makeCaseAudit(api);
    const sample = await drawSample(cases, { count: 20, size: 6 });
    expect(await measure(cases.lead, 'T1-B4', 'AUDITOR', cases)).toMatchObject({
      source: 'CASES',
      isComplete: false,
      x: null,
      proposedValue: null,
    });
    const refused = await cases.lead.act('measureRecord', {
      auditId: cases.auditId,
      criterionId: sample.criteria.get('T1-B4'),
      stage: 'AUDITOR',
      ...rate(1, 1),
    });
    expect(refused.userErrors).toMatchObject([{ code: 'MEASURE_FROM_SAMPLE' }]);
    const judge = (code: string, position: number): string => {
      if (/^T1-C[12]$/.test(code)) return position === 1 ? 'P' : 'J';
      return code === 'T1-B4' ? 'NO' : 'YES';
    };
    expect(await judgeByBoth(cases, sample, [judge, judge])).toBe('COMPLETE');

    for (const client of [cases.lead, cases.mate]) {
      expect(await measure(client, 'T1-B4', 'AUDITOR', cases)).toMatchObject({
        source: 'CASES',
        isComplete: true,
        x: 0,
        n: 6,
        decision: 'NOT_MET',
        proposedValue: 'NON_CONFORM',
      });
      expect(await measure(client, 'T1-C1', 'AUDITOR', cases)).toMatchObject({
        x: 5,
        n: 6,
        decision: 'INCONCLUSIVE',
      });
      // The two raters agreed everywhere.
      expect(await measure(client, 'T1-C5', 'AUDITOR', cases)).toMatchObject({
        source: 'AGREEMENT',
        estimate: 1,
        decision: 'MET',
        proposedValue: 'CONFORM',
      });
    }
    const payload = await cases.lead.act('gradeRecord', {
      auditId: cases.auditId,
      criterionId: sample.criteria.get('T1-B4'),
      value: 'CONFORM',
    });
    expect(payload.userErrors).toMatchObject([{ code: 'MEASURE_DIFFERENCE_UNEXPLAINED' }]);
    expect(await measures(cases.manager, 'CONSENSUS', cases)).toEqual([]);
    expect(await measures(cases.coordinator, 'AUDITOR', cases)).toEqual([]);
  });

  test('doses place a criterion on their scale by their median, and propose nothing without records', async () => {
    audit = await makeGradableAudit(api, {
      campaignId: await makeCampaign(api, { template: 'T4-RX-MG-OPT' }),
    });
    const [dose] = await api.sql<{ code: string }>(
      `select c.code from audit a join criterion c on c.template_version_id = a.template_version_id
       where a.id = $1 and c.scale_code = 'DOSEPOS' order by c.position limit 1`,
      [audit.uuid],
    );
    const code = dose!.code;
    expect(await measure(audit.lead, code)).toMatchObject({
      source: 'DOSE',
      isComplete: false,
      dosePosition: null,
      proposedValue: null,
    });
    // Thirty chest radiographs around a median of 163 mGy.cm²: between the guide value (150) and the level (200).
    await chestRadiographs(1);
    expect(await measure(audit.lead, code)).toMatchObject({
      isComplete: true,
      dosePosition: 'BETWEEN',
      proposedValue: 'CONFORM',
    });
    await api.sql('update dose_record set dap_mgy_cm2 = 2 * dap_mgy_cm2 where audit_id = $1', [audit.uuid]);
    expect(await measure(audit.mate, code)).toMatchObject({
      dosePosition: 'ABOVE_NRD',
      proposedValue: 'NON_CONFORM',
    });
    expect((await grade(audit.mate, code, { value: 'CONFORM' })).userErrors).toMatchObject([
      { code: 'MEASURE_DIFFERENCE_UNEXPLAINED' },
    ]);
    expect((await grade(audit.mate, code, { value: 'NON_CONFORM' })).userErrors).toEqual([]);
    // With the report the programme reads the grade that follows; where the service's doses stand, never.
    await api.sql('update audit set draft_shared_at = now(), report_issued_at = now() where id = $1', [
      audit.uuid,
    ]);
    const ofTeam = [audit.manager, audit.coordinator].map((client) => measure(client, code, 'CONSENSUS'));
    expect(await Promise.all(ofTeam)).toMatchObject([
      { dosePosition: 'ABOVE_NRD', proposedValue: 'NON_CONFORM' },
      { dosePosition: null, proposedValue: 'NON_CONFORM' },
    ]);
    // Computed whenever it is asked for: nothing stale is left when the records go.
    await api.sql('delete from dose_record where audit_id = $1', [audit.uuid]);
    expect(await measure(audit.mate, code)).toMatchObject({ isComplete: false, proposedValue: null });
  });

  async function chestRadiographs(factor: number): Promise<void> {
    const [account] = await api.sql<{ id: string }>('select id from account limit 1');
    const dose_import_id = await insertRow(api, 'dose_import', {
      audit_id: audit.uuid,
      audited_service_id: audit.serviceId,
      state: 'DONE',
      sha256: '0'.repeat(64),
      created_by_id: account!.id,
    });
    await api.sql(
      `insert into dose_record (id, dose_import_id, audit_id, audited_service_id, position, place, modality, level, protocol,
         protocol_key, age_years, dap_mgy_cm2, exam_code, population)
       select gen_random_uuid(), $1, $2, $3, n, 'row ' || n, 'RADIOGRAPHY', 'EVENT', 'THORAX FACE', 'thorax face', 50, $4 * (116.5 + 3 * n),
         'RX-THX-F', 'ADULT'
       from generate_series(1, 30) n`,
      [dose_import_id, audit.uuid, audit.serviceId, factor],
    );
  }
});

test('many audits take as many statements as one', async () => {
  const audits = [await makeGradableAudit(api), await makeGradableAudit(api), await makeGradableAudit(api)];
  for (const { uuid } of audits)
    await api.sql(
      `update audit set state = 'REPORT_ISSUED', report_issued_at = now(), visit_closed_at = now() where id = $1`,
      [uuid],
    );
  const [first] = audits;
  const statements = countStatements();
  try {
    const ask = (ids: string[]) =>
      statements.during(() =>
        first!.coordinator.run(
          `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Audit { measures(stage: CONSENSUS) { ${FACTS} } } } }`,
          { ids },
        ),
      );
    const one = await ask([first!.auditId]);
    const three = await ask(audits.map(({ auditId }) => auditId));
    expect(three.answer.data['nodes'].map((node: Json) => node.measures.length)).toEqual([12, 12, 12]);
    expect(three.sent).toHaveLength(one.sent.length);
  } finally {
    statements.restore();
  }
});
