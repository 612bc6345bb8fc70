import { pointerTo } from '../../../server/templates/template-file-error';
import { copyOfTemplates, refusalOf, removeCopies, setIn } from './templates-folder';
import type { Fault } from './templates-folder';

afterAll(removeCopies);

/** The first criterion of a template. */
const FIRST = ['sections', 0, 'criteria', 0] as const;

describe('ct-justification/v1.yaml', () => {
  it.each<Fault>([
    ['a scale that does not exist', [...FIRST, 'scale'], 'CONF5', 'UNKNOWN_SCALE'],
    ['a value that the scale does not have', [...FIRST, 'target', 'value'], 'GOOD', 'UNKNOWN_SCALE_VALUE'],
    [
      'a rate on a scale of conformity',
      [...FIRST, 'target'],
      { metric: 'RATE', op: '>=', value: 0.9, basis: 'PROJECT_PROPOSAL' },
      'METRIC_NOT_ON_SCALE',
      '/sections/0/criteria/0/target/metric',
    ],
    [
      'a counted value that the scale does not have',
      [...FIRST, 'target', 'counted'],
      ['Z'],
      'UNKNOWN_SCALE_VALUE',
    ],
    [
      'evidence that is not in the catalogue',
      [...FIRST, 'evidence', 0, 'ref'],
      'E-RUMOUR',
      'UNKNOWN_EVIDENCE',
    ],
    [
      'evidence of another type than in the catalogue',
      [...FIRST, 'evidence', 0, 'type'],
      'INTERVIEW',
      'EVIDENCE_TYPE_MISMATCH',
    ],
    ['a reference that does not exist', [...FIRST, 'references', 0], 'ASN661', 'UNKNOWN_REFERENCE'],
    [
      'an unknown examination of a criterion',
      [...FIRST, 'evidence', 0, 'examCodes'],
      ['CT-TOE'],
      'UNKNOWN_EXAM_TYPE',
      '/sections/0/criteria/0/evidence/0/examCodes/0',
    ],
    [
      'an unknown examination of a sample',
      ['sampling', 'examCodes'],
      ['CT-TOE'],
      'UNKNOWN_EXAM_TYPE',
      '/sampling/examCodes/0',
    ],
    ['a criterion code given twice', ['sections', 0, 'criteria', 1, 'code'], 'T1-A1', 'DUPLICATE_CODE'],
    ['a section code given twice', ['sections', 1, 'code'], 'A', 'DUPLICATE_CODE'],
    ['a record field given twice', ['recordGrid', 1, 'code'], 'reason', 'DUPLICATE_CODE'],
    ['a criterion under the wrong section', [...FIRST, 'code'], 'T1-B9', 'SECTION_MISMATCH'],
    ['a criterion of another template', [...FIRST, 'code'], 'T2-A9', 'SECTION_MISMATCH'],
    ['a version that its file name denies', ['version'], 2, 'VERSION_MISMATCH'],
    [
      'lineage without a version before',
      [...FIRST, 'lineage'],
      { kind: 'REWORDED', from: ['T1-A1'] },
      'UNKNOWN_CRITERION',
      '/sections/0/criteria/0/lineage/from/0',
    ],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'ct-justification/v1.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'ct-justification/v1.yaml', path]);
  });
});

describe('ct-optimisation/v1.yaml', () => {
  it.each<Fault>([['a template number that is taken', ['code'], 'T1-CT-OPT', 'DUPLICATE_CODE']])(
    'refuses %s',
    (_, at, value, code, path = pointerTo(at)) => {
      const folder = copyOfTemplates();
      setIn(folder, 'ct-optimisation/v1.yaml', at, value);
      const refusal = refusalOf(folder);
      expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'ct-optimisation/v1.yaml', path]);
    },
  );
});

describe('scales.yaml', () => {
  it.each<Fault>([
    ['a scale given twice', ['scales', 1, 'code'], 'CONF4', 'DUPLICATE_CODE'],
    ['a scale value given twice', ['scales', 0, 'values', 1, 'code'], 'C', 'DUPLICATE_CODE'],
    [
      'a numerator that the scale does not have',
      ['scales', 1, 'numerator'],
      ['MAYBE'],
      'UNKNOWN_SCALE_VALUE',
    ],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'scales.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'scales.yaml', path]);
  });
});

describe('evidence-catalogue.yaml', () => {
  it.each<Fault>([['evidence given twice', ['evidenceKinds', 1, 'code'], 'E-REQ', 'DUPLICATE_CODE']])(
    'refuses %s',
    (_, at, value, code, path = pointerTo(at)) => {
      const folder = copyOfTemplates();
      setIn(folder, 'evidence-catalogue.yaml', at, value);
      const refusal = refusalOf(folder);
      expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'evidence-catalogue.yaml', path]);
    },
  );
});

describe('reference-texts.yaml', () => {
  it.each<Fault>([
    ['a reference text given twice', ['referenceTexts', 1, 'code'], 'CSP-L1333-2', 'DUPLICATE_CODE'],
    [
      'an unknown verification level',
      ['referenceTexts', 0, 'verification'],
      'GUESSED',
      'UNKNOWN_VERIFICATION_LEVEL',
    ],
    ['an unknown family', ['referenceTexts', 0, 'family'], 'GUESSED', 'UNKNOWN_FAMILY'],
    ['a family given twice', ['families', 1, 'code'], 'CSP', 'DUPLICATE_CODE'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'reference-texts.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'reference-texts.yaml', path]);
  });
});

describe('crosswalk.yaml', () => {
  it.each<Fault>([
    ['a crosswalk that lacks a criterion', ['byReference', 'CSP-L1333-19'], undefined, 'CROSSWALK_MISMATCH'],
    [
      'a crosswalk that has a criterion too many',
      ['byReference', 'CSP-L1333-19', 1],
      'T1-A1',
      'CROSSWALK_MISMATCH',
    ],
    ['a crosswalk for a text that does not exist', ['byReference', 'ASN661'], ['T1-A1'], 'UNKNOWN_REFERENCE'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'crosswalk.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'crosswalk.yaml', path]);
  });
});

describe('conflict-rules.yaml', () => {
  it.each<Fault>([['a conflict rule given twice', ['rules', 1, 'id'], 'C01', 'DUPLICATE_CODE']])(
    'refuses %s',
    (_, at, value, code, path = pointerTo(at)) => {
      const folder = copyOfTemplates();
      setIn(folder, 'conflict-rules.yaml', at, value);
      const refusal = refusalOf(folder);
      expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'conflict-rules.yaml', path]);
    },
  );
});

describe('deadlines.yaml', () => {
  it.each<Fault>([
    ['a deadline given twice', ['deadlines', 1, 'key'], 'selfAssessmentOpens', 'DUPLICATE_CODE'],
    ['a visit longer than its bound', ['settings', 0, 'value'], 6, 'SETTING_OUT_OF_BOUNDS'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'deadlines.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'deadlines.yaml', path]);
  });
});

describe('vocabulary.yaml', () => {
  it.each<Fault>([['an examination named twice', ['examTypes', 1, 'code'], 'CT-ENC', 'DUPLICATE_CODE']])(
    'refuses %s',
    (_, at, value, code, path = pointerTo(at)) => {
      const folder = copyOfTemplates();
      setIn(folder, 'vocabulary.yaml', at, value);
      const refusal = refusalOf(folder);
      expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'vocabulary.yaml', path]);
    },
  );
});

it('blames the crosswalk when a criterion drops a reference that the crosswalk keeps', () => {
  const folder = copyOfTemplates();
  setIn(folder, 'ct-justification/v1.yaml', [...FIRST, 'references'], ['NFS']);
  const refusal = refusalOf(folder);
  expect([refusal.code, refusal.file, refusal.path]).toEqual([
    'CROSSWALK_MISMATCH',
    'crosswalk.yaml',
    '/byReference/CSP-R1333-52/0',
  ]);
});
