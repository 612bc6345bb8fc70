import { anonymous } from '../../../server/kernel/viewer';
import { evaluateConflicts } from '../../../server/matching/conflicts/conflict-rules';
import { factFor } from '../../../server/matching/conflicts/fact-sentences';
import { NO_FACTS, type ConflictFacts } from '../../../server/matching/conflicts/facts';
import {
  conflictsBetween,
  lookBack,
  type PairConflict,
} from '../../../server/matching/conflicts/find-conflicts';
import type { ConflictPredicate, ConflictStepFile, FrozenConflictRule } from '../../../server/templates';

const TODAY = '2027-01-11';

const rule = (
  code: string,
  predicate: ConflictPredicate,
  ...steps: ConflictStepFile[]
): FrozenConflictRule => ({ code, number: 1, predicate, label: { fr: 'règle', en: 'rule' }, steps });

const found = (asked: FrozenConflictRule, facts: Partial<ConflictFacts>): string[] =>
  evaluateConflicts([asked], { ...NO_FACTS, ...facts }, TODAY).map(({ level }) => level);

describe('areas around a service', () => {
  const C09 = rule(
    'C09',
    'COMPETITOR',
    { level: 'BLOCK', window: 'now', area: 'BASIN' },
    { level: 'REVIEW', window: 'now', kilometres: 50 },
    { level: 'WARN', window: 'now', area: 'REGION' },
  );
  const place = { inDepartment: null, inRegion: null, inBasin: null, nearest: 'Imagerie', kilometres: 60 };

  it.each([
    ['a shared basin', { inBasin: 'Imagerie', inRegion: 'Imagerie' }, ['BLOCK']],
    ['less than 50 km', { kilometres: 49.999, inRegion: 'Imagerie' }, ['REVIEW']],
    ['50 km', { kilometres: 50 }, []],
    ['a place that nobody knows', { kilometres: null }, []],
    ['the region alone', { inRegion: 'Imagerie' }, ['WARN']],
    // No step of this rule asks for the department.
    ['the department alone', { inDepartment: 'Imagerie' }, []],
  ])('%s', (_what, patch, expected) => {
    expect(found(C09, { neighbourhoods: [{ ...place, ...patch }] })).toEqual(expected);
  });
});

describe('windows that are counted in campaigns', () => {
  it.each([
    [1, ['REVIEW']],
    [2, ['REVIEW']],
    [3, []],
  ])('the audit before, %i ago', (campaignsAgo, expected) => {
    const C11 = rule('C11', 'PREVIOUS_AUDIT', { level: 'REVIEW', window: { campaigns: 2 } });
    expect(found(C11, { previousAudits: [{ campaign: 'ACP-2025', campaignsAgo }] })).toEqual(expected);
  });
});

describe('how far back facts are looked for', () => {
  const of = (...windows: ConflictStepFile['window'][]): string =>
    lookBack(
      [rule('C03', 'PAST_PRACTICE', ...windows.map((window) => ({ level: 'BLOCK', window }) as const))],
      TODAY,
    );

  it('is as far as the longest window, and never less', () => {
    expect(of('now') <= TODAY).toBe(true);
    expect(of('now', { years: 5 }) <= '2022-01-11').toBe(true);
    expect(of({ months: 12 }) > '2025-12-31').toBe(true);
    expect(of({ years: 2 }, 'none')).toBe('0001-01-01');
  });

  it('loses nothing that a rule still counts, whatever the length of the months', () => {
    const C03 = rule('C03', 'PAST_PRACTICE', { level: 'BLOCK', window: { years: 5 } });
    for (const today of ['2028-02-29', '2029-02-28', '2027-03-31', '2027-01-01']) {
      const since = lookBack([C03], today);
      const tie = {
        kind: 'EMPLOYMENT',
        source: 'DECLARED',
        organisation: 'A',
        service: null,
        isSameEntity: true,
      } as const;
      const [year] = since.split('-');
      for (let day = 1; day <= 28; day += 1) {
        const to = `${year}-${since.slice(5, 7)}-${String(day).padStart(2, '0')}`;
        const facts = { ...NO_FACTS, structureTies: [{ ...tie, from: '2001-01-01', to }] };
        if (evaluateConflicts([C03], facts, today).length > 0) expect(to >= since).toBe(true);
      }
    }
  });
});

it('a declared interest is told to its owner and to the coordination, to the steering only that there is one', () => {
  const fact = { fr: 'CH : lien familial', en: 'CH: family tie', interestOf: 'auditor' };
  const reader = { ...anonymous('en'), accountId: 'account' };
  const told = 'Declared interest, for the coordination and the auditor to read';
  expect(factFor(fact, { ...reader, auditorId: 'auditor' })).toBe(fact.en);
  expect(factFor(fact, { ...reader, roles: new Set(['COORDINATOR']) })).toBe(fact.en);
  expect(factFor(fact, { ...reader, roles: new Set(['STEERING_MEMBER']) })).toBe(told);
  expect(factFor(fact, { ...reader, auditorId: 'another' })).toBe(told);
});

it('what is about an auditor stands between him and every service', () => {
  const conflict = (auditorId: string, serviceId: string | null, ruleCode: string): PairConflict => ({
    auditorId,
    serviceId,
    ruleCode,
    ruleNumber: 1,
    predicate: 'PAST_PRACTICE',
    level: 'BLOCK',
    facts: [],
  });
  const between = conflictsBetween([
    conflict('a', 's', 'C03'),
    conflict('a', null, 'C15'),
    conflict('b', 't', 'C01'),
  ]);
  const codes = (auditorId: string, serviceId: string) =>
    between(auditorId, serviceId).map(({ ruleCode }) => ruleCode);
  expect([codes('a', 's'), codes('a', 't'), codes('b', 's'), codes('b', 't')]).toEqual([
    ['C03', 'C15'],
    ['C15'],
    [],
    ['C01'],
  ]);
});
