import { dispositionOutcome, type Disposition } from '../../../server/findings';

describe('what a disposition makes of a finding', () => {
  it.each<[Disposition, boolean, string | null, object]>([
    ['ACCEPTED', false, 'Doses are reviewed yearly.', { outcome: 'AMENDED' }],
    ['ACCEPTED', true, null, { outcome: 'WITHDRAWN' }],
    ['ACCEPTED', false, null, { refusal: 'AMENDED_STATEMENT_MISSING' }],
    ['ACCEPTED', true, 'Both at once.', { refusal: 'DISPOSITION_MISMATCH' }],
    ['PARTLY', false, 'Doses are reviewed yearly.', { outcome: 'AMENDED' }],
    ['PARTLY', false, null, { refusal: 'AMENDED_STATEMENT_MISSING' }],
    ['PARTLY', true, null, { refusal: 'DISPOSITION_MISMATCH' }],
    ['REJECTED', false, null, { outcome: 'MAINTAINED' }],
    ['REJECTED', true, null, { refusal: 'DISPOSITION_MISMATCH' }],
    ['REJECTED', false, 'Changed all the same.', { refusal: 'DISPOSITION_MISMATCH' }],
  ])('%s, withdrawn %s, amended to %s', (disposition, isWithdrawn, amendedStatement, expected) => {
    expect(dispositionOutcome({ disposition, isWithdrawn, amendedStatement })).toEqual(expected);
  });
});
