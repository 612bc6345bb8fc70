import { evaluateConflicts, isDeclarationMissing } from '../../../server/matching/conflicts/conflict-rules';
import {
  NO_FACTS,
  type ConflictFacts,
  type LinkedTie,
  type ReciprocalAudit,
  type StructureTie,
  type TeamMate,
} from '../../../server/matching/conflicts/facts';
import type { ConflictPredicate, ConflictStepFile, FrozenConflictRule } from '../../../server/templates';

const TODAY = '2027-01-11';
const label = { fr: 'règle', en: 'rule' };

/** The rules of the programme that are evaluated, as a campaign freezes them. */
const rule = (
  code: string,
  predicate: ConflictPredicate,
  ...steps: ConflictStepFile[]
): FrozenConflictRule => ({ code, number: 1, predicate, label, steps });

const C01 = rule('C01', 'SAME_LEGAL_ENTITY', { level: 'BLOCK', window: 'now' });
const C02 = rule('C02', 'LINKED_ORGANISATION', { level: 'BLOCK', window: 'now' });
const C03 = rule('C03', 'PAST_PRACTICE', { level: 'BLOCK', window: { years: 5 } });
const C06 = rule(
  'C06',
  'RECIPROCITY',
  { level: 'BLOCK', window: { years: 5 } },
  { level: 'BLOCK', window: 'sameCampaign' },
);
const C12 = rule('C12', 'TEAM_SAME_EMPLOYER', { level: 'BLOCK', window: 'now' });
const C13 = rule('C13', 'RECUSAL_GRANTED', { level: 'BLOCK', window: 'none' });
const C14 = rule('C14', 'SELF_RECUSAL', { level: 'BLOCK', window: 'none' });
const C15 = rule('C15', 'DECLARATION_MISSING', { level: 'BLOCK', window: { months: 12 } });

const structureTie = (patch: Partial<StructureTie> = {}): StructureTie => ({
  kind: 'EMPLOYMENT',
  source: 'REGISTRY',
  organisation: 'CH de Nantua',
  service: null,
  isSameEntity: true,
  from: '2015-09-01',
  to: null,
  ...patch,
});

const linkedTie = (patch: Partial<LinkedTie> = {}): LinkedTie => ({
  kind: 'EMPLOYMENT',
  source: 'DECLARED',
  organisation: 'CH de Belley',
  linkedOrganisation: 'CH de Nantua',
  link: 'GHT',
  grouping: 'GHT Ain',
  from: '2016-07-01',
  to: null,
  ...patch,
});

const mate = (patch: Partial<TeamMate> = {}): TeamMate => ({
  person: 'Anne Roux',
  organisation: 'CHU de Lyon',
  from: '2020-01-01',
  to: null,
  ...patch,
});

const reciprocal = (patch: Partial<ReciprocalAudit> = {}): ReciprocalAudit => ({
  person: 'Paul Rey',
  service: 'Imagerie de Belley',
  auditedOn: '2024-03-05',
  isSameCampaign: false,
  ...patch,
});

const found = (rules: FrozenConflictRule[], facts: Partial<ConflictFacts>, today = TODAY) =>
  evaluateConflicts(rules, { ...NO_FACTS, ...facts }, today).map(
    ({ ruleCode, level }) => `${ruleCode} ${level}`,
  );

describe('C01: practises now in the audited legal entity', () => {
  it.each([
    ['lasts', null, ['C01 BLOCK']],
    ['ends today', TODAY, ['C01 BLOCK']],
    ['ended yesterday', '2027-01-10', []],
  ])('a tie that %s', (_when, to, expected) => {
    expect(found([C01], { structureTies: [structureTie({ to })] })).toEqual(expected);
  });

  it.each([
    ['begins today', TODAY, ['C01 BLOCK']],
    ['begins tomorrow', '2027-01-12', []],
  ])('a tie that %s', (_when, from, expected) => {
    expect(found([C01], { structureTies: [structureTie({ from })] })).toEqual(expected);
  });

  it('does not take a tie to the site through another entity for the same entity', () => {
    expect(found([C01], { structureTies: [structureTie({ isSameEntity: false })] })).toEqual([]);
  });
});

describe('C02: practises now in a linked organisation', () => {
  it.each([
    ['lasts', null, ['C02 BLOCK']],
    ['ends today', TODAY, ['C02 BLOCK']],
    ['ended yesterday', '2027-01-10', []],
  ])('a link that %s', (_when, to, expected) => {
    expect(found([C02], { linkedTies: [linkedTie({ to })] })).toEqual(expected);
  });

  it('names the grouping, the dates and the source in both languages', () => {
    expect(evaluateConflicts([C02], { ...NO_FACTS, linkedTies: [linkedTie()] }, TODAY)[0]?.facts).toEqual([
      {
        fr: 'CH de Belley : emploi ; lié à CH de Nantua par GHT (GHT Ain), depuis le 01/07/2016 (source : déclaré)',
        en: 'CH de Belley: employment; linked to CH de Nantua by GHT (GHT Ain), since 2016-07-01 (source: declared)',
      },
    ]);
  });
});

describe('C03: worked, did locum work or was trained there less than 5 years ago', () => {
  it.each([
    ['lasts', null, ['C03 BLOCK']],
    ['ended 5 years ago less a day', '2022-01-12', ['C03 BLOCK']],
    ['ended exactly 5 years ago', '2022-01-11', []],
    ['ended before that', '2022-01-10', []],
  ])('a tie that %s', (_when, to, expected) => {
    expect(found([C03], { structureTies: [structureTie({ to })] })).toEqual(expected);
  });

  it.each([
    ['EMPLOYMENT', ['C03 BLOCK']],
    ['LOCUM', ['C03 BLOCK']],
    ['TRAINING', ['C03 BLOCK']],
    ['OWNERSHIP', []],
  ] as const)('a past tie of kind %s', (kind, expected) => {
    expect(found([C03], { structureTies: [structureTie({ kind, to: '2025-06-30' })] })).toEqual(expected);
  });

  it('counts a tie to the site through another entity', () => {
    const tie = structureTie({ isSameEntity: false, service: 'Imagerie de Nantua', to: '2026-06-30' });
    expect(evaluateConflicts([C03], { ...NO_FACTS, structureTies: [tie] }, TODAY)).toEqual([
      {
        ruleCode: 'C03',
        ruleNumber: 1,
        predicate: 'PAST_PRACTICE',
        level: 'BLOCK',
        facts: [
          {
            fr: 'CH de Nantua, Imagerie de Nantua : emploi, du 01/09/2015 au 30/06/2026 (source : registre)',
            en: 'CH de Nantua, Imagerie de Nantua: employment, from 2015-09-01 to 2026-06-30 (source: registry)',
          },
        ],
      },
    ]);
  });

  it('counts the window of a tie that ended on 29 February to the last day of February', () => {
    const facts = { structureTies: [structureTie({ to: '2024-02-29' })] };
    expect(found([C03], facts, '2029-02-27')).toEqual(['C03 BLOCK']);
    expect(found([C03], facts, '2029-02-28')).toEqual([]);
  });
});

describe('C06: reciprocity', () => {
  it.each([
    ['5 years ago less a day', '2022-01-12', ['C06 BLOCK']],
    ['exactly 5 years ago', '2022-01-11', []],
  ])('an audit %s', (_when, auditedOn, expected) => {
    expect(found([C06], { reciprocalAudits: [reciprocal({ auditedOn })] })).toEqual(expected);
  });

  it.each([
    ['this campaign', true, ['C06 BLOCK']],
    ['another campaign', false, []],
  ])('an audit that is planned in %s', (_which, isSameCampaign, expected) => {
    const planned = reciprocal({ auditedOn: null, isSameCampaign });
    expect(found([C06], { reciprocalAudits: [planned] })).toEqual(expected);
  });

  it('tells a fact once, even when both of its windows hold', () => {
    const facts = { ...NO_FACTS, reciprocalAudits: [reciprocal({ isSameCampaign: true })] };
    expect(evaluateConflicts([C06], facts, TODAY)[0]?.facts).toEqual([
      {
        fr: 'Paul Rey, du service audité, a audité Imagerie de Belley le 05/03/2024',
        en: 'Paul Rey, of the audited service, audited Imagerie de Belley on 2024-03-05',
      },
    ]);
  });
});

describe('C12: two members of the team in one organisation', () => {
  it.each([
    ['lasts', null, ['C12 BLOCK']],
    ['ends today', TODAY, ['C12 BLOCK']],
    ['ended yesterday', '2027-01-10', []],
  ])('a common employer that %s', (_when, to, expected) => {
    expect(found([C12], { teamMates: [mate({ to })] })).toEqual(expected);
  });
});

describe('C13 and C14: what was decided on this audit', () => {
  it('keeps a recused auditor off, whenever it was', () => {
    expect(found([C13], { grantedRecusals: [{ decidedOn: '2019-05-02' }] })).toEqual(['C13 BLOCK']);
    expect(found([C13], {})).toEqual([]);
  });

  it('keeps an auditor off who declared a conflict, whenever it was', () => {
    expect(found([C14], { selfRecusals: [{ declaredOn: null }] })).toEqual(['C14 BLOCK']);
    expect(found([C14], {})).toEqual([]);
  });
});

describe('C15: no declaration of the last 12 months', () => {
  it.each([
    ['today', TODAY, []],
    ['12 months ago, which is its last day', '2026-01-11', []],
    ['12 months and a day ago', '2026-01-10', ['C15 BLOCK']],
  ])('a declaration signed %s', (_when, signedOn, expected) => {
    expect(found([C15], { declarations: [{ signedOn }] })).toEqual(expected);
  });

  it('says whether there was one', () => {
    const facts = (declarations: ConflictFacts['declarations']) =>
      evaluateConflicts([C15], { ...NO_FACTS, declarations }, TODAY)[0]?.facts.map(({ en }) => en);
    expect(facts([])).toEqual(['No signed declaration of interests']);
    expect(facts([{ signedOn: '2024-01-01' }, { signedOn: '2025-12-01' }])).toEqual([
      'Last declaration of interests too old: signed on 2025-12-01',
    ]);
  });

  it('is asked by itself before an auditor accepts, and only when the campaign has the rule', () => {
    const signed = [{ signedOn: '2026-06-01' }];
    expect(isDeclarationMissing([C01, C15], signed, TODAY)).toBe(false);
    expect(isDeclarationMissing([C01, C15], [], TODAY)).toBe(true);
    expect(isDeclarationMissing([C01], [], TODAY)).toBe(false);
  });
});

describe('rules as data', () => {
  const graded = rule(
    'C03',
    'PAST_PRACTICE',
    { level: 'WARN', window: 'none' },
    { level: 'REVIEW', window: { years: 5 } },
    { level: 'BLOCK', window: { years: 2 } },
  );

  it.each([
    ['2026-01-01', ['C03 BLOCK']],
    ['2024-01-01', ['C03 REVIEW']],
    ['2010-01-01', ['C03 WARN']],
  ])('takes the strongest level whose window holds (ended %s)', (to, expected) => {
    const tie = structureTie({ from: '2005-01-01', to });
    expect(found([graded], { structureTies: [tie] })).toEqual(expected);
  });

  it('gathers the facts of all steps that hold under the strongest level', () => {
    const recent = structureTie({ organisation: 'A', from: '2005-01-01', to: '2026-01-01' });
    const old = structureTie({ organisation: 'B', from: '2005-01-01', to: '2010-01-01' });
    const [conflict] = evaluateConflicts([graded], { ...NO_FACTS, structureTies: [old, recent] }, TODAY);
    expect(conflict?.level).toBe('BLOCK');
    expect(conflict?.facts.map(({ en }) => en)).toEqual([
      'A: employment, from 2005-01-01 to 2026-01-01 (source: registry)',
      'B: employment, from 2005-01-01 to 2010-01-01 (source: registry)',
    ]);
  });

  it('finds several rules at once, the strongest first and then by code', () => {
    const facts = {
      structureTies: [structureTie()],
      teamMates: [mate()],
      declarations: [{ signedOn: '2026-12-01' }],
    };
    const warning = rule('C00', 'TEAM_SAME_EMPLOYER', { level: 'WARN', window: 'now' });
    expect(found([warning, C15, C12, C03, C01], facts)).toEqual([
      'C01 BLOCK',
      'C03 BLOCK',
      'C12 BLOCK',
      'C00 WARN',
    ]);
  });

  it('finds nothing for an auditor without a tie whose declaration is in force', () => {
    const rules = [C01, C02, C03, C06, C12, C13, C14, C15];
    expect(found(rules, { declarations: [{ signedOn: '2026-12-01' }] })).toEqual([]);
  });

  it('does not let a rule pass that it cannot evaluate', () => {
    const unknown = rule('C99', 'ASTROLOGY' as ConflictPredicate, { level: 'BLOCK', window: 'none' });
    expect(() => found([unknown], {})).toThrow('C99: the predicate ASTROLOGY is not evaluated');
    const cycles = rule('C03', 'PAST_PRACTICE', { level: 'BLOCK', window: { campaigns: 1 } });
    expect(() => found([cycles], { structureTies: [structureTie()] })).toThrow(
      'a window of {"campaigns":1} is not evaluated here',
    );
  });
});
