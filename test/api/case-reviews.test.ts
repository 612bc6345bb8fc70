import { randomUUID } from 'node:crypto';
import { openApi, type Json, type TestApi } from '../support/api';
import {
  drawSample,
  judgeAll,
  makeCaseAudit,
  ratingsOf,
  submitReviews,
  type CaseAudit,
  type DrawnSample,
} from '../support/case-factories';
import { uuidIn } from '../support/grades-factories';
import { codesOf, errorsOf } from '../support/teams-factories';

let api: TestApi;
let audit: CaseAudit;
let sample: DrawnSample;
beforeAll(async () => {
  api = await openApi();
});
beforeEach(async () => {
  audit = await makeCaseAudit(api);
  sample = await drawSample(audit);
});
afterAll(() => api.close());

const record = (
  reviews: readonly Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Promise<Json> =>
  audit.lead.act(
    'caseReviewsRecord',
    { caseSampleId: sample.id, reviews, ...more },
    `caseReviews { id value remark minutes capturedAt version fieldCode criterion { code } }
     rows { index clientReference caseReviewId userErrors { code path } }`,
  );

const caseId = (): string => sample.cases[0]?.id ?? '';
const criterion = (code: string): string => sample.criteria.get(code) ?? '';

describe('a batch of reviews', () => {
  it('is written row by row, with what a device brings along', async () => {
    const id = randomUUID();
    const capturedAt = '2027-01-10T09:00:00.000Z';
    const { caseReviews, rows, userErrors } = await record([
      {
        id,
        clientReference: 'a',
        sampledCaseId: caseId(),
        criterionId: criterion('T1-C1'),
        value: 'P',
        remark: ' Doute ',
        minutes: 4,
        capturedAt,
      },
      { clientReference: 'b', sampledCaseId: caseId(), criterionId: criterion('T1-B1'), value: 'YES' },
      { sampledCaseId: caseId(), fieldCode: 'alternativeModality', value: 'IRM' },
    ]);
    expect(userErrors).toEqual([]);
    expect(caseReviews[0]).toMatchObject({
      value: 'P',
      remark: 'Doute',
      minutes: 4,
      version: 1,
      criterion: { code: 'T1-C1' },
    });
    expect(Date.parse(caseReviews[0].capturedAt as string)).toBe(Date.parse(capturedAt));
    expect(uuidIn(caseReviews[0].id as string)).toBe(id);
    expect(caseReviews[2]).toMatchObject({ fieldCode: 'alternativeModality', value: 'IRM', criterion: null });
    expect(rows.map(({ index, clientReference }: Json) => [index, clientReference])).toEqual([
      [0, 'a'],
      [1, 'b'],
      [2, null],
    ]);
  });

  it('takes all values of a scale and no other', async () => {
    const scales: [string, string[]][] = [
      ['T1-C1', ['J', 'P', 'N', 'I', 'X']],
      ['T1-B1', ['YES', 'NO', 'NOT_APPLICABLE', 'NOT_ASSESSABLE']],
    ];
    for (const [code, values] of scales) {
      for (const [version, value] of values.entries())
        expect(
          codesOf(
            await record([
              { sampledCaseId: caseId(), criterionId: criterion(code), value, expectedVersion: version },
            ]),
          ),
        ).toEqual([]);
      const refused = await record([
        {
          sampledCaseId: caseId(),
          criterionId: criterion(code),
          value: 'CONFORM',
          expectedVersion: values.length,
        },
      ]);
      expect(errorsOf(refused)).toEqual([{ code: 'CASE_VALUE_NOT_ON_SCALE', path: 'input.reviews.0.value' }]);
    }
  });

  it('may be sent again under another key without harm, but changes nothing that it has not read', async () => {
    const rows = ratingsOf(sample);
    const first = await record(rows);
    const again = await record(rows);
    expect(again.userErrors).toEqual([]);
    expect(again.caseReviews.map(({ id, version }: Json) => [id, version])).toEqual(
      first.caseReviews.map(({ id, version }: Json) => [id, version]),
    );
    const [row] = rows;
    expect(errorsOf(await record([{ ...row, value: 'NO' }]))).toEqual([
      { code: 'STALE_VERSION', path: 'input.reviews.0.expectedVersion' },
    ]);
    expect((await record([{ ...row, value: 'NO', expectedVersion: 1 }])).caseReviews[0]).toMatchObject({
      value: 'NO',
      version: 2,
    });
  });

  it('is refused as a whole, or but for its wrong rows, each with its path', async () => {
    const taken = (await record([{ sampledCaseId: caseId(), criterionId: criterion('T1-B4'), value: 'NO' }]))
      .caseReviews[0];
    const good = { sampledCaseId: caseId(), criterionId: criterion('T1-B1'), value: 'YES' };
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ ...good }, 'CASE_REVIEW_TWICE', ''],
      [{ ...good, criterionId: null }, 'CASE_REVIEW_SUBJECT', '.criterionId'],
      [{ ...good, fieldCode: 'reason' }, 'CASE_REVIEW_SUBJECT', '.criterionId'],
      [{ ...good, criterionId: null, fieldCode: 'nothing' }, 'CASE_REVIEW_SUBJECT', '.fieldCode'],
      [{ ...good, sampledCaseId: randomUUID() }, 'CASE_NOT_IN_SAMPLE', '.sampledCaseId'],
      [
        { ...good, criterionId: criterion('T1-B2'), remark: 'NIR 255081416802538' },
        'CASE_TEXT_IDENTIFIES',
        '.remark',
      ],
      [
        { sampledCaseId: caseId(), fieldCode: 'purpose', value: 'née le 3 mars 1980' },
        'CASE_TEXT_IDENTIFIES',
        '.value',
      ],
      [{ ...good, criterionId: criterion('T1-B2'), id: uuidIn(taken.id as string) }, 'ID_TAKEN', '.id'],
      [{ ...good, criterionId: criterion('T1-B2'), expectedVersion: 1 }, 'NOT_FOUND', '.sampledCaseId'],
    ];
    const errors = wrong.map(([, code, path], index) => ({
      code,
      path: `input.reviews.${index + 1}${path}`,
    }));
    const reviews = [good, ...wrong.map(([row]) => row)];
    expect(errorsOf(await record(reviews))).toEqual(errors);
    const count = async () =>
      (
        await api.sql('select count(*)::int as n from case_review where case_sample_id = $1', [
          uuidIn(sample.id),
        ])
      )[0];
    expect(await count()).toEqual({ n: 1 });
    const skipped = await record(reviews, { errorPolicy: 'SKIP_FAILED' });
    expect(skipped.userErrors).toEqual([]);
    expect(skipped.caseReviews).toHaveLength(1);
    expect(skipped.rows.flatMap(({ userErrors }: Json) => errorsOf({ userErrors }))).toEqual(errors);
    expect(await count()).toEqual({ n: 2 });
  });

  it('takes no review of a record of another sample, or of one that was replaced', async () => {
    const elsewhere = await makeCaseAudit(api);
    const other = await drawSample(elsewhere);
    const row = { criterionId: criterion('T1-B1'), value: 'YES' };
    await audit.mate.act('caseReplace', {
      sampledCaseId: caseId(),
      expectedVersion: 1,
      reason: 'Introuvable',
    });
    for (const sampledCaseId of [other.cases[0]?.id, caseId()])
      expect(errorsOf(await record([{ ...row, sampledCaseId }]))).toEqual([
        { code: 'CASE_NOT_IN_SAMPLE', path: 'input.reviews.0.sampledCaseId' },
      ]);
  });

  it('is for those who judge, while the team reads documents or is on site', async () => {
    const input = { caseSampleId: sample.id, reviews: ratingsOf(sample).slice(0, 1) };
    expect(codesOf(await audit.observer.act('caseReviewsRecord', input))).toEqual([
      'OBSERVER_DOES_NOT_GRADE',
    ]);
    expect(codesOf(await audit.manager.act('caseReviewsRecord', input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await audit.coordinator.act('caseReviewsRecord', input))).toEqual(['FORBIDDEN']);
    await api.sql(`update audit set state = 'DRAFT_REPORT' where id = $1`, [audit.uuid]);
    expect(codesOf(await audit.lead.act('caseReviewsRecord', input))).toEqual(['ILLEGAL_TRANSITION']);
  });
});

describe('submitting reviews', () => {
  it('asks for every record on every criterion, notes left aside', async () => {
    const rows = ratingsOf(sample);
    await record(rows.slice(1));
    await record([{ sampledCaseId: caseId(), fieldCode: 'reason', value: 'Douleur' }]);
    const refused = await audit.lead.act('caseReviewsSubmit', { caseSampleId: sample.id });
    expect(refused.userErrors).toMatchObject([
      { code: 'CASE_REVIEWS_INCOMPLETE', message: 'Judge each record on each criterion first (1 left).' },
    ]);
    await record(rows.slice(0, 1));
    expect(await submitReviews(audit.lead, sample)).toBe('REVIEWING');
    expect(codesOf(await record(rows.slice(0, 1)))).toEqual(['CASE_REVIEWS_SUBMITTED']);
    expect(codesOf(await audit.lead.act('caseReviewsSubmit', { caseSampleId: sample.id }))).toEqual([
      'CASE_REVIEWS_SUBMITTED',
    ]);
  });

  it('of two at once leaves one outcome for each record and criterion', async () => {
    await judgeAll(audit.lead, sample);
    await judgeAll(audit.mate, sample);
    const states = await Promise.all([submitReviews(audit.lead, sample), submitReviews(audit.mate, sample)]);
    expect(states.sort()).toEqual(['COMPLETE', 'REVIEWING']);
    const [outcomes] = await api.sql(
      `select count(*)::int as n, count(distinct (sampled_case_id, criterion_id))::int as pairs from case_outcome
       where case_sample_id = $1`,
      [uuidIn(sample.id)],
    );
    expect(outcomes).toEqual({ n: 5 * sample.criteria.size, pairs: 5 * sample.criteria.size });
  });
});
