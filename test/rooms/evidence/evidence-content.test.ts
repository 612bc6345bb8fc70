import { checkContent, isSecure, type EvidenceContent } from '../../../server/evidence/evidence-content';
import type { EvidenceForm } from '../../../server/evidence/evidence.entity';
import { Refusal } from '../../../server/kernel/outcome';

function refusalOf(kind: EvidenceForm, content: EvidenceContent) {
  try {
    checkContent(kind, content, ['input']);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.map(({ code, path }) => ({ code, path }));
  }
}

test.each([
  ['https://example.org/protocol.pdf', true],
  ['HTTPS://EXAMPLE.ORG', true],
  ['http://example.org', false],
  ['ftp://example.org/a', false],
  ['javascript:alert(1)', false],
  ['data:text/html,hello', false],
  ['https://user:secret@example.org', false],
  ['https://user@example.org', false],
  ['example.org', false],
  ['', false],
])('an address is taken only over https and without credentials: %s', (text, expected) => {
  expect(isSecure(text)).toBe(expected);
});

test('a link needs an address, a note needs a text and takes no address', () => {
  expect(refusalOf('LINK', { url: 'https://example.org', note: 'page 3' })).toBeNull();
  expect(refusalOf('LINK', { note: 'page 3' })).toEqual([
    { code: 'EVIDENCE_CONTENT_MISMATCH', path: ['input', 'url'] },
  ]);
  expect(refusalOf('NOTE', { note: 'seen on site' })).toBeNull();
  expect(refusalOf('NOTE', { note: '   ' })).toEqual([
    { code: 'EVIDENCE_CONTENT_MISMATCH', path: ['input', 'note'] },
  ]);
  expect(refusalOf('NOTE', { note: 'seen', url: 'https://example.org' })).toEqual([
    { code: 'EVIDENCE_CONTENT_MISMATCH', path: ['input', 'url'] },
  ]);
});

test('a file has no address', () => {
  expect(refusalOf('FILE', {})).toBeNull();
  const url = 'https://example.org/a.pdf';
  expect(refusalOf('FILE', { url })).toEqual([{ code: 'EVIDENCE_FILE_MISMATCH', path: ['input', 'url'] }]);
});

test('the period may be one day, and never runs backwards', () => {
  const note = 'n';
  expect(refusalOf('NOTE', { note, periodFrom: '2026-01-01', periodTo: '2026-01-01' })).toBeNull();
  expect(refusalOf('NOTE', { note, periodFrom: '2026-01-02' })).toBeNull();
  expect(refusalOf('NOTE', { note, periodFrom: '2026-01-02', periodTo: '2026-01-01' })).toEqual([
    { code: 'DATES_REVERSED', path: ['input', 'periodTo'] },
  ]);
});
