import fc from 'fast-check';
import {
  DEFAULT_WEIGHTS,
  SEATED_PROFESSIONS,
  type Fairness,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
} from '../../../server/matching/matcher/instance';

const GROUPS = ['g1', 'g2', 'g3', 'g4'];
const WEEKS = ['2027-W02', '2027-W03', '2027-W04'];
const SKILLS = ['CT', 'MRI', 'PAEDIATRIC'];

const some = (words: readonly string[], most = words.length) =>
  fc.subarray([...words], { minLength: 0, maxLength: most });

const service = (index: number): fc.Arbitrary<InstanceService> =>
  fc.record({
    id: fc.constant(`S${index}`),
    group: fc.option(fc.constantFrom(...GROUPS)),
    groups: some(GROUPS, 1),
    region: fc.constantFrom('BRE', 'NAQ', null),
    lat: fc.constant(48),
    lon: fc.integer({ min: -4, max: 7 }),
    needs: some(SKILLS),
    critical: some(SKILLS, 2),
    seats: fc.record({
      RADIOLOGIST: fc.constantFrom(1, 1, 2),
      RADIOGRAPHER: fc.constantFrom(0, 1),
      MEDICAL_PHYSICIST: fc.constantFrom(0, 0, 1),
    }),
    traineeSeat: fc.boolean(),
    weeks: some(WEEKS, 2),
  });

const auditor = (index: number): fc.Arbitrary<InstanceAuditor> =>
  fc.record({
    id: fc.constant(`A${index}`),
    groups: some(GROUPS, 2),
    profession: fc.constantFrom('RADIOLOGIST', 'RADIOLOGIST', ...SEATED_PROFESSIONS),
    skills: some(SKILLS),
    lead: fc.boolean(),
    trainee: fc.constantFrom(false, false, false, true),
    capacity: fc.integer({ min: 0, max: 3 }),
    minimum: fc.constantFrom(0, 0, 0, 1, 2),
    auditsDone: fc.integer({ min: 0, max: 8 }),
    region: fc.constantFrom('BRE', 'NAQ', null),
    lat: fc.constant(47),
    lon: fc.integer({ min: -4, max: 7 }),
    preferredRegions: some(['BRE', 'NAQ'], 1),
    unavailableWeeks: some(WEEKS, 1),
  });

const pairOf = (one: readonly string[], other: readonly string[]) =>
  fc.tuple(fc.constantFrom(...one), fc.constantFrom(...other));

/**
 * Instances small enough to try every plan, crowded with rules so that each binds often.
 * @param most services and auditors at most
 */
export function smallInstances(
  most: { services: number; auditors: number },
  fairness: Fairness = 'SUM',
): fc.Arbitrary<Instance> {
  return fc
    .record({
      services: fc.integer({ min: 1, max: most.services }),
      auditors: fc.integer({ min: 1, max: most.auditors }),
    })
    .chain((size) => {
      const s = Array.from({ length: size.services }, (_, index) => `S${index}`);
      const a = Array.from({ length: size.auditors }, (_, index) => `A${index}`);
      return fc.record<Instance>({
        services: fc.tuple(...s.map((_, index) => service(index))),
        auditors: fc.tuple(...a.map((_, index) => auditor(index))),
        conflicts: fc.array(
          pairOf(a, s).map(([one, other]) => [one, other, 'C01'] as const),
          { maxLength: 4 },
        ),
        teamConflicts: fc.array(pairOf(a, a), { maxLength: 3 }),
        pastPairs: fc.array(pairOf(a, a), { maxLength: 4 }),
        pinned: fc.constant([]),
        forbidden: fc.array(pairOf(a, s), { maxLength: 2 }),
        previous: fc.array(pairOf(a, s), { maxLength: 3 }),
        weights: fc.constantFrom(0, 1, 2, 2, 2).map((sharedTeams) => ({ ...DEFAULT_WEIGHTS, sharedTeams })),
        fairness: fc.constant(fairness),
      });
    });
}
