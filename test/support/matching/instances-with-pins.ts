import fc from 'fast-check';
import type { Fairness, Instance } from '../../../server/matching/matcher/instance';
import { readInstance } from '../../../server/matching/matcher/read-instance';
import { smallInstances } from './random-instances';

/**
 * Small instances crowded with rules, some of them with pins, with given scores, or both; those whose pins contradict
 * each other on their face are left out.
 */
export function instancesWithPins(
  most: { services: number; auditors: number },
  fairness: Fairness = 'SUM',
): fc.Arbitrary<Instance> {
  return smallInstances(most, fairness)
    .chain((instance) => {
      const pair = fc.tuple(
        fc.constantFrom(...instance.auditors.map(({ id }) => id)),
        fc.constantFrom(...instance.services.map(({ id }) => id)),
      );
      const scores = fc.uniqueArray(
        pair.chain(([a, s]) => fc.integer({ min: -20, max: 900 }).map((value) => [a, s, value] as const)),
        { maxLength: 20, selector: ([a, s]) => `${a} ${s}` },
      );
      return fc
        .record({
          pinned: fc.uniqueArray(pair, { maxLength: 2, selector: ([a, s]) => `${a} ${s}` }),
          scores: fc.option(scores, { nil: undefined, freq: 1 }),
        })
        .map(({ scores: given, pinned }) => ({
          ...instance,
          ...withoutLoops(instance),
          pinned,
          ...(given ? { scores: given } : {}),
        }));
    })
    .filter((instance) => 'instance' in readInstance(instance));
}

/** Nobody is tied to himself. */
const withoutLoops = ({ teamConflicts, pastPairs }: Instance) => ({
  teamConflicts: teamConflicts.filter(([one, other]) => one !== other),
  pastPairs: pastPairs.filter(([one, other]) => one !== other),
});
