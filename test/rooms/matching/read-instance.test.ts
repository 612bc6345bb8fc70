import { franceInstance } from '../../../scripts/bench/matching/france-instance';
import { DEFAULT_WEIGHTS, type Instance } from '../../../server/matching/matcher/instance';
import { problemLine } from '../../../server/matching/matcher/instance-problem';
import { readInstance, readInstanceText } from '../../../server/matching/matcher/read-instance';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';

/** What is wrong, as `place: code`. */
const wrongs = (given: unknown): string[] => {
  const read = readInstance(given);
  return 'problems' in read ? read.problems.map(({ code, path }) => `${path.join('.')}: ${code}`) : [];
};

const SMALL = instanceOf(
  [service('s1', { group: 'g1' }), service('s2', { group: 'g2' })],
  [
    auditor('r1', { groups: ['g2'] }),
    auditor('r2', { groups: ['g1'] }),
    auditor('t1', { profession: 'RADIOGRAPHER', groups: ['g2', 'g3'] }),
    auditor('x1', { trainee: true, groups: ['g4'] }),
  ],
);
const small = (patch: object) => ({ ...SMALL, ...patch });
/** The small instance with one field of one entry changed. */
const with1 = (list: 'services' | 'auditors', patch: object) =>
  small({ [list]: SMALL[list].map((entry, index) => (index === 1 ? { ...entry, ...patch } : entry)) });

describe('an instance in the neutral format', () => {
  it('may leave out whatever has a standard', () => {
    const read = readInstance({
      services: [{ id: 's', seats: { RADIOLOGIST: 1 } }],
      auditors: [{ id: 'a', profession: 'RADIOLOGIST', capacity: 1, lead: true }],
      weights: { kept: 500 },
    });
    const expected: Instance = instanceOf(
      [{ ...service('s', { seats: { RADIOLOGIST: 1 } }), groups: [] }],
      [auditor('a', { capacity: 1 })],
      { weights: { ...DEFAULT_WEIGHTS, kept: 500 } },
    );
    expect(read).toEqual({ instance: expected });
  });

  it('is read back as it was written, whatever its shape', () => {
    for (const shape of ['FRANCE', 'SCARCE_PHYSICISTS', 'OVERSEAS', 'ALL_BUT_TWO'] as const) {
      const instance = franceInstance({ services: 15, auditors: 30, seed: 3, shape });
      const services = instance.services.map((entry) => ({ ...entry, groups: [] }));
      expect(readInstanceText(JSON.stringify(instance))).toEqual({ instance: { ...instance, services } });
    }
  });

  it('takes lists that are sets as sets, and a service without a group', () => {
    const read = readInstance(
      small({
        services: [{ ...service('s1', { needs: ['CT', 'CT'] }), group: undefined }],
        pastPairs: [
          ['r2', 'r1'],
          ['r1', 'r2'],
        ],
        pinned: [
          ['r1', 's1'],
          ['r1', 's1'],
        ],
      }),
    );
    expect(read).toMatchObject({
      instance: {
        services: [{ needs: ['CT'], group: null }],
        pastPairs: [['r1', 'r2']],
        pinned: [['r1', 's1']],
      },
    });
  });

  it('may name in the previous plan who has left since', () => {
    expect(wrongs(small({ previous: [['gone', 's1']] }))).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, [': INSTANCE_INVALID']],
    ['a list', [], [': INSTANCE_INVALID']],
    ['no auditors', { services: [] }, ['auditors: INSTANCE_INVALID']],
    ['an unknown list', small({ extra: [] }), ['extra: INSTANCE_INVALID']],
    ['an unknown field', with1('services', { beds: 3 }), ['services.1.beds: INSTANCE_INVALID']],
    ['an unknown weight', small({ weights: { fitt: 1 } }), ['weights.fitt: INSTANCE_INVALID']],
    [
      'a seat of no profession',
      with1('services', { seats: { TRAINEE: 1 } }),
      ['services.1.seats.TRAINEE: INSTANCE_INVALID'],
    ],
    [
      'an unknown profession',
      with1('auditors', { profession: 'NURSE' }),
      ['auditors.1.profession: INSTANCE_INVALID'],
    ],
    [
      'a week that is none',
      with1('services', { weeks: ['2027-W54'] }),
      ['services.1.weeks.0: INSTANCE_INVALID'],
    ],
    ['negative capacity', with1('auditors', { capacity: -1 }), ['auditors.1.capacity: INSTANCE_INVALID']],
    ['half a capacity', with1('auditors', { capacity: 1.5 }), ['auditors.1.capacity: INSTANCE_INVALID']],
    ['NaN', with1('auditors', { capacity: NaN }), ['auditors.1.capacity: INSTANCE_INVALID']],
    ['a number as text', with1('auditors', { capacity: '2' }), ['auditors.1.capacity: INSTANCE_INVALID']],
    ['beyond the Earth', with1('auditors', { lat: 91 }), ['auditors.1.lat: INSTANCE_INVALID']],
    ['an id that is no text', with1('auditors', { id: 7 }), ['auditors.1.id: INSTANCE_INVALID']],
    ['an endless score', small({ scores: [['r1', 's1', 1e300]] }), ['scores.0.2: INSTANCE_INVALID']],
    ['a broken score', small({ scores: [['r1', 's1', 0.5]] }), ['scores.0.2: INSTANCE_INVALID']],
    ['a score without value', small({ scores: [['r1', 's1']] }), ['scores.0: INSTANCE_INVALID']],
    ['a negative weight', small({ weights: { travel: -1 } }), ['weights.travel: INSTANCE_INVALID']],
    ['falling costs', small({ weights: { load: [0, 5, 3] } }), ['weights.load: INSTANCE_INVALID']],
    [
      'no kilometres',
      small({ weights: { travelKilometres: 0 } }),
      ['weights.travelKilometres: INSTANCE_INVALID'],
    ],
    ['unknown fairness', small({ fairness: 'EQUAL' }), ['fairness: INSTANCE_INVALID']],
    ['a twin service', with1('services', { id: 's1' }), ['services.1.id: INSTANCE_DUPLICATE']],
    ['a twin auditor', with1('auditors', { id: 'r1' }), ['auditors.1.id: INSTANCE_DUPLICATE']],
    [
      'two scores of a pair',
      small({
        scores: [
          ['r1', 's1', 1],
          ['r1', 's1', 2],
        ],
      }),
      ['scores.1: INSTANCE_DUPLICATE'],
    ],
    [
      'a conflict of strangers',
      small({ conflicts: [['no', 'none', 'C01']] }),
      ['conflicts.0.0: INSTANCE_UNKNOWN_ID', 'conflicts.0.1: INSTANCE_UNKNOWN_ID'],
    ],
    ['a stranger forbidden', small({ forbidden: [['r1', 'r2']] }), ['forbidden.0.1: INSTANCE_UNKNOWN_ID']],
    ['a stranger’s colleague', small({ pastPairs: [['r1', 'no']] }), ['pastPairs.0.1: INSTANCE_UNKNOWN_ID']],
    ['a tie to himself', small({ teamConflicts: [['r1', 'r1']] }), ['teamConflicts.0: INSTANCE_INVALID']],
  ])('refuses %s', (_, given, expected) => {
    expect(wrongs(given)).toEqual(expected);
  });

  const pins = (pinned: string[][], patch: object = {}) => wrongs(small({ pinned, ...patch }));

  it('refuses pins that no plan can keep', () => {
    const first = ['pinned.0: INSTANCE_PINS_CONTRADICT'];
    const second = ['pinned.1: INSTANCE_PINS_CONTRADICT'];
    const r1s1 = ['r1', 's1'];
    expect(pins([r1s1])).toEqual([]);
    expect(pins([r1s1], { conflicts: [['r1', 's1', 'C13']] })).toEqual(first);
    expect(pins([r1s1], { forbidden: [r1s1] })).toEqual(first);
    expect(pins([r1s1], { scores: [['r2', 's1', 4]] })).toEqual(first);
    expect(pins([r1s1, ['r2', 's1']])).toEqual(second);
    expect(pins([['x1', 's1']])).toEqual(first);
    expect(pins([r1s1, ['t1', 's1']])).toEqual(second); // g2 both
    expect(
      pins(
        [
          ['r2', 's1'],
          ['t1', 's1'],
        ],
        { teamConflicts: [['t1', 'r2']] },
      ),
    ).toEqual(second);
    expect(pins([r1s1, ['r2', 's2']])).toEqual(second); // g2 audits g1, g1 audits g2
    expect(
      pins(
        [
          ['r2', 's1'],
          ['t1', 's1'],
        ],
        { weights: { sharedTeams: 0 } },
      ),
    ).toEqual(second);
  });

  it('refuses pins beyond a capacity or without a common week', () => {
    const one = { auditors: [auditor('r1', { capacity: 1 })] };
    expect(
      pins(
        [
          ['r1', 's1'],
          ['r1', 's2'],
        ],
        one,
      ),
    ).toEqual(['pinned.1: INSTANCE_PINS_CONTRADICT']);
    const away = {
      services: [service('s1', { weeks: ['2027-W03', '2027-W04'] })],
      auditors: [
        auditor('r1', { unavailableWeeks: ['2027-W03'] }),
        auditor('t1', { profession: 'RADIOGRAPHER', unavailableWeeks: ['2027-W04'] }),
      ],
    };
    expect(pins([['r1', 's1']], away)).toEqual([]);
    expect(
      pins(
        [
          ['r1', 's1'],
          ['t1', 's1'],
        ],
        away,
      ),
    ).toEqual(['pinned.1: INSTANCE_PINS_CONTRADICT']);
  });

  it('takes the pin of a radiologist who may not lead', () => {
    expect(pins([['r1', 's1']], { auditors: [auditor('r1', { lead: false })] })).toEqual([]);
  });

  it('names what is no JSON, and bounds what it tells', () => {
    const read = readInstanceText('{ "services": [NaN] }');
    expect(read).toMatchObject({ problems: [{ code: 'INSTANCE_NOT_JSON', path: [] }] });
    const many = wrongs(small({ forbidden: Array.from({ length: 5_000 }, () => ['no', 'no']) }));
    expect(many).toHaveLength(100);
  });

  it('says a problem in one line', () => {
    const line = problemLine({
      code: 'INSTANCE_INVALID',
      path: ['services', 3, 'weeks', 0],
      message: 'no week',
    });
    expect(line).toBe('services[3].weeks[0]: no week (INSTANCE_INVALID)');
  });
});
