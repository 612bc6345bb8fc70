import { pointerTo } from '../../../server/templates/template-file-error';
import { copyOfTemplates, refusalOf, removeCopies, setIn } from './templates-folder';
import type { Fault } from './templates-folder';

afterAll(removeCopies);

/** The first criterion of a template. */
const FIRST = ['sections', 0, 'criteria', 0] as const;

describe('ct-justification/v1.yaml', () => {
  it.each<Fault>([
    ['a title without English', ['title', 'en'], undefined, 'MISSING_KEY'],
    ['a criterion without English', [...FIRST, 'text', 'en'], undefined, 'MISSING_KEY'],
    ['an empty French text', [...FIRST, 'text', 'fr'], '', 'INVALID_VALUE'],
    ['a text that ends in a space', ['title', 'fr'], 'Audit ', 'INVALID_VALUE'],
    ['an unknown key of a template', ['author'], 'G4', 'UNKNOWN_KEY'],
    ['an unknown key of a criterion', [...FIRST, 'wieght'], 2, 'UNKNOWN_KEY'],
    ['a criterion without target', [...FIRST, 'target'], undefined, 'MISSING_KEY'],
    ['a target without basis', [...FIRST, 'target', 'basis'], undefined, 'MISSING_KEY'],
    ['an unknown principle', [...FIRST, 'principle'], 'PROTECTION', 'INVALID_VALUE'],
    ['a weight of 4', [...FIRST, 'weight'], 4, 'INVALID_VALUE'],
    ['a weight in words', [...FIRST, 'weight'], 'high', 'INVALID_VALUE'],
    ['a section without criteria', ['sections', 0, 'criteria'], [], 'INVALID_VALUE'],
    ['a criterion without evidence', [...FIRST, 'evidence'], [], 'INVALID_VALUE'],
    ['a reference named twice', [...FIRST, 'references'], ['NFS', 'NFS'], 'INVALID_VALUE'],
    ['version 0', ['version'], 0, 'INVALID_VALUE'],
    ['an unknown status', ['status'], 'FINAL', 'INVALID_VALUE'],
    ['a conformity target in numbers', [...FIRST, 'target', 'value'], 0.9, 'INVALID_VALUE'],
    ['a rate above 1', ['sections', 1, 'criteria', 0, 'target', 'value'], 95, 'INVALID_VALUE'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'ct-justification/v1.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'ct-justification/v1.yaml', path]);
  });
});

describe('scales.yaml', () => {
  it.each<Fault>([
    ['an unknown kind of scale', ['scales', 0, 'kind'], 'COLOUR', 'INVALID_VALUE'],
    ['a score above 1', ['scales', 0, 'values', 0, 'score'], 2, 'INVALID_VALUE'],
    [
      'a proportion without denominator',
      ['scales', 1, 'denominator'],
      undefined,
      'INVALID_VALUE',
      '/scales/1',
    ],
    ['a scale value without label', ['scales', 0, 'values', 0, 'label'], undefined, 'MISSING_KEY'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'scales.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'scales.yaml', path]);
  });
});

describe('evidence-catalogue.yaml', () => {
  it.each<Fault>([
    ['an unknown evidence type', ['evidenceKinds', 0, 'type'], 'RUMOUR', 'INVALID_VALUE'],
    ['an unknown key of evidence', ['evidenceKinds', 0, 'size'], 1, 'UNKNOWN_KEY'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'evidence-catalogue.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'evidence-catalogue.yaml', path]);
  });
});

describe('reference-texts.yaml', () => {
  it.each<Fault>([
    ['a reference without verification', ['referenceTexts', 0, 'verification'], undefined, 'MISSING_KEY'],
    ['an address that is none', ['referenceTexts', 0, 'url'], 'page 3', 'INVALID_VALUE'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'reference-texts.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'reference-texts.yaml', path]);
  });
});

describe('crosswalk.yaml', () => {
  it.each<Fault>([
    ['a crosswalk entry that is no criterion', ['byReference', 'NFS', 0], 'A1', 'INVALID_VALUE'],
    ['an empty crosswalk entry', ['byReference', 'NFS'], [], 'INVALID_VALUE'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'crosswalk.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'crosswalk.yaml', path]);
  });
});

describe('conflict-rules.yaml', () => {
  it.each<Fault>([
    ['an unknown predicate', ['rules', 0, 'predicate'], 'SAME_STREET', 'INVALID_VALUE'],
    ['an unknown level', ['rules', 0, 'steps', 0, 'level'], 'REFUSE', 'INVALID_VALUE'],
    ['an unknown window', ['rules', 0, 'steps', 0, 'window'], 'always', 'INVALID_VALUE'],
    ['a window of no length', ['rules', 2, 'steps', 0, 'window', 'years'], 0, 'INVALID_VALUE'],
    ['a window in two units', ['rules', 2, 'steps', 0, 'window'], { years: 5, months: 3 }, 'INVALID_VALUE'],
    [
      'a window in weeks',
      ['rules', 2, 'steps', 0, 'window'],
      { weeks: 3 },
      'UNKNOWN_KEY',
      '/rules/2/steps/0/window/weeks',
    ],
    [
      'a rule enabled that nobody evaluates',
      ['rules', 3, 'evaluated'],
      false,
      'INVALID_VALUE',
      '/rules/3/enabledByDefault',
    ],
    ['a rule without source', ['rules', 0, 'source'], undefined, 'MISSING_KEY'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'conflict-rules.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'conflict-rules.yaml', path]);
  });
});

describe('deadlines.yaml', () => {
  it.each<Fault>([
    ['an unknown deadline', ['deadlines', 0, 'key'], 'coffeeBreak', 'INVALID_VALUE'],
    ['a delay of minus 3 days', ['deadlines', 0, 'duration', 'days'], -3, 'INVALID_VALUE'],
    ['an unknown event', ['deadlines', 0, 'event'], 'CHRISTMAS', 'INVALID_VALUE'],
    ['a basis without English', ['deadlines', 0, 'basis', 'en'], undefined, 'MISSING_KEY'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'deadlines.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'deadlines.yaml', path]);
  });
});

describe('vocabulary.yaml', () => {
  it.each<Fault>([
    [
      'a principle without its word',
      ['principles'],
      [{ code: 'TRAINING', label: { fr: 'F', en: 'T' } }],
      'INVALID_VALUE',
    ],
    ['a list of words that is missing', ['targetBases'], undefined, 'MISSING_KEY'],
  ])('refuses %s', (_, at, value, code, path = pointerTo(at)) => {
    const folder = copyOfTemplates();
    setIn(folder, 'vocabulary.yaml', at, value);
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([code, 'vocabulary.yaml', path]);
  });
});
