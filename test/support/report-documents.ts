import fc from 'fast-check';
import type {
  DoseInReport,
  FindingInReport,
  MeasureInReport,
  ReportBody,
  ReportDocument,
} from '../../server/reports/document/report-document';

// Reports of any shape that the type allows, without a database.

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const code = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('A', 'B', '-', '7') });
const hash = fc.string({ minLength: 64, maxLength: 64, unit: fc.constantFrom(...'0123456789abcdef') });
const count = fc.nat({ max: 200 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const instant = fc.constantFrom('2027-01-06T09:00:00.000Z', '2027-02-28T22:59:59.999Z');
const day = fc.constantFrom('2027-01-04', '2027-02-28');
const localised = fc.record({ fr: text, en: text });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const few = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { maxLength: 4 });
const grade = fc.constantFrom('CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE', 'NOT_EVALUATED');
const severity = fc.constantFrom('MINOR', 'MAJOR', 'CRITICAL');
const kind = fc.constantFrom(
  'STRENGTH',
  'REMARKABLE_PRACTICE',
  'OBSERVATION',
  'RECOMMENDATION',
  'NON_CONFORMITY',
);
const position = fc.constantFrom('AT_OR_BELOW_VGD', 'BETWEEN', 'ABOVE_NRD', 'INSUFFICIENT', 'NO_LEVEL');
const figures = fc.record({ score: maybe(share), gradedCount: count, applicableCount: count });

const measure: fc.Arbitrary<MeasureInReport> = fc.record({
  criterion: code,
  source: fc.constantFrom('CASES', 'COUNTS', 'NUMBER', 'DOSE', 'AGREEMENT'),
  x: maybe(count),
  n: maybe(count),
  estimate: maybe(share),
  low: maybe(share),
  high: maybe(share),
  notAssessable: maybe(count),
  target: maybe(fc.record({ operator: fc.constantFrom('>=', '<=', '=='), value: share })),
  decision: maybe(fc.constantFrom('MET', 'NOT_MET', 'INCONCLUSIVE')),
  dosePosition: maybe(position),
});

const dose: fc.Arbitrary<DoseInReport> = fc.record({
  exam: code,
  examTitle: localised,
  population: code,
  populationTitle: localised,
  quantity: fc.constantFrom('IDSV', 'PDL', 'PDS'),
  unit: fc.constant('mGy'),
  n: count,
  median: share,
  q1: share,
  q3: share,
  low: maybe(share),
  high: maybe(share),
  position,
  isBorderline: maybe(fc.boolean()),
  level: maybe(
    fc.record({
      source: code,
      sourceTitle: localised,
      use: fc.constant('CURRENT_NATIONAL'),
      nrd: share,
      vgd: maybe(share),
    }),
  ),
});

const finding: fc.Arbitrary<FindingInReport> = fc.record({
  number: count,
  criterion: maybe(code),
  kind,
  severity: maybe(severity),
  state: fc.constantFrom('FINAL', 'WITHDRAWN'),
  statement: text,
  drafted: fc.record({ statement: text, severity: maybe(severity) }),
  treatment: fc.constantFrom('NO_REPLY', 'AGREED', 'MAINTAINED', 'AMENDED', 'WITHDRAWN'),
  reply: maybe(
    fc.record({
      kind: fc.constantFrom('ACCEPTED', 'CONTESTED', 'CORRECTION'),
      argument: maybe(text),
      repliedAt: instant,
      evidence: few(fc.record({ title: text, sha256: maybe(hash) })),
    }),
  ),
  disposition: maybe(
    fc.record({
      decision: fc.constantFrom('ACCEPTED', 'PARTLY', 'REJECTED'),
      reason: maybe(text),
      disposedAt: maybe(instant),
    }),
  ),
  callsForAction: fc.boolean(),
});

const body: fc.Arbitrary<ReportBody> = fc.record({
  audit: fc.record({
    reference: code,
    visitOn: maybe(day),
    selfAssessmentSubmittedAt: maybe(instant),
    visitClosedAt: maybe(instant),
    draftSharedAt: maybe(instant),
    contradictoryUntil: maybe(day),
  }),
  auditedService: fc.record({
    name: text,
    finessEt: maybe(code),
    siret: maybe(code),
    organisation: text,
    departmentCode: maybe(code),
    regionCode: maybe(code),
    modalities: few(code),
  }),
  campaign: fc.record({ code, title: text }),
  template: fc.record({ code, version: count, title: localised, contentHash: hash }),
  team: few(
    fc.record({
      familyName: text,
      givenName: text,
      profession: code,
      employer: maybe(text),
      seat: fc.constantFrom('RADIOLOGIST', 'RADIOGRAPHER', 'OBSERVER'),
      isLead: fc.boolean(),
    }),
  ),
  scope: fc.record({
    criteria: count,
    notApplicable: count,
    notEvaluated: count,
    evidence: count,
    sampledCases: count,
    doseRecords: count,
  }),
  sections: few(fc.record({ code, title: localised, consensus: figures, selfAssessment: figures })),
  criteria: few(
    fc.record({
      code,
      section: code,
      title: localised,
      selfAssessment: maybe(grade),
      consensus: maybe(grade),
      reason: maybe(text),
    }),
  ),
  measures: few(measure),
  doses: few(dose),
  findings: few(finding),
  coverage: few(
    fc.record({ reference: code, title: localised, clauses: count, full: count, partial: count }),
  ),
});

/** Any report. */
export const reportDocuments: fc.Arbitrary<ReportDocument> = fc.record({
  schema: fc.constant({ name: 'vis-a-vis/report', version: 2 } as const),
  number: fc.integer({ min: 1, max: 9 }),
  issuedAt: instant,
  salt: fc.string({ minLength: 32, maxLength: 32, unit: fc.constantFrom(...'0123456789abcdef') }),
  amendment: maybe(
    fc.record({
      reason: text,
      amends: fc.record({ number: count, sha256: hash }),
      changes: few(fc.record({ finding: count, previousStatement: text })),
    }),
  ),
  actionsDueOn: fc.record({ MINOR: day, MAJOR: day, CRITICAL: day }),
  bodySha256: hash,
  body,
  signatures: few(
    fc.record({
      familyName: text,
      givenName: text,
      profession: code,
      isLead: fc.boolean(),
      signedAt: instant,
      confirmation: text,
      bodySha256: hash,
    }),
  ),
});

/** The values of a document that are neither object nor list, with the paths that lead there; nulls have none. */
export function leavesOf(value: unknown, path = ''): { path: string; value: unknown }[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, `${path}[]`));
  if (typeof value !== 'object') return [{ path, value }];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`));
}
