import { protocolKey, protocolName } from '../../../../server/measures/dose/mapping/protocol-key';
import { suggestExams } from '../../../../server/measures/dose/mapping/suggest-exam';

test.each([
  ['TAP  Injecté', 'tap injecte'],
  ['tap-injecte', 'tap injecte'],
  [' Crâne\u00a0(sans)\t', 'crane sans'],
  ['ＡＢＤ', 'abd'],
  ['---', ''],
])('%j is known as %j', (name, key) => {
  expect(protocolKey(protocolName(name))).toBe(key);
});

test('a name is one line and not endless', () => {
  expect(protocolName('a\n\0b')).toBe('a b');
  expect(Array.from(protocolName('é'.repeat(500)))).toHaveLength(120);
  expect(protocolName(null)).toBe('');
});

const EXAMS = [
  { code: 'CT-TAP', modality: 'CT', words: ['tap', 'thorax', 'abdomen', 'pelvis'] },
  { code: 'CT-AP', modality: 'CT', words: ['abdomen', 'pelvis'] },
  { code: 'CT-THX', modality: 'CT', words: ['thorax'] },
  { code: 'CTP-THX', modality: 'CT', words: ['thorax'] },
  { code: 'RX-THX-F', modality: 'RADIOGRAPHY', words: ['thorax', 'face'] },
] as const;

test.each([
  ['TAP injecté', 'CT', ['CT-TAP']],
  ['Thorax', 'CT', ['CT-THX', 'CT-TAP']],
  ['Thorax enfant', 'CT', ['CTP-THX']],
  ['Abdomen Pelvis', 'CT', ['CT-AP', 'CT-TAP']],
  ['Thorax', 'RADIOGRAPHY', ['RX-THX-F']],
  ['Fistulographie', 'CT', []],
] as const)('%s of %s may be %j', (protocol, modality, codes) => {
  expect(suggestExams(protocol, modality, EXAMS)).toEqual(codes);
});
