import type { InstanceAuditor, InstanceService } from '../matcher/instance';
import type { Certificate } from '../matcher/plan';
import { bestTeam, type Candidate } from './best-team';
import { groupsOf, type Case } from './case';
import type { PlanProblem } from './problem';
import { costOfAudit, seatedValue } from './worth';

/** What prices prove: the bound in thousandths of a point, or what is wrong with them. */
export type Proof = { bound: number } | { problems: readonly PlanProblem[] };

const THOUSANDTHS = 1000;

type Prices = Readonly<Record<string, number>>;
const priceOf = (prices: Prices, key: string) => (Object.hasOwn(prices, key) ? (prices[key] ?? 0) : 0);

/**
 * Adds up the bound that a certificate proves, over every allowed pair of the instance. By weak duality, whatever the
 * prices ≥ 0, no plan is worth more than the sum of
 * - for each service, the best team in its best week, when each member pays the price of his audit, of his week, and of
 *   each direction in which his groups audit the service's;
 * - for each auditor, the most that n audits earn at his price less what they cost, n from 0 to his capacity;
 * - the price of each week of each auditor, who is on one audit in it at most;
 * - for each two groups, the dearer of their two directions, as often as it may be taken: only one of them is.
 */
export function provedBound(given: Case, certificate: Certificate): Proof {
  const problems = priceProblems(certificate);
  if (problems.length > 0) return { problems };
  const { instance } = given;
  const takers: Takers = new Map();
  let bound = 0;
  for (const service of instance.services) bound += bestOf(given, service, certificate, takers);
  for (const auditor of instance.auditors)
    bound += mostEarned(given, auditor, priceOf(certificate.capacity, auditor.id));
  for (const price of Object.values(certificate.weeks)) bound += price;
  bound += directionTerms(certificate.reciprocity, takers);
  if (!Number.isSafeInteger(bound))
    return { problems: [{ path: ['certificate'], message: 'its sum is no exact number' }] };
  return { bound };
}

function priceProblems(certificate: Certificate): PlanProblem[] {
  return (['capacity', 'weeks', 'reciprocity'] as const).flatMap((list) =>
    Object.entries(certificate[list])
      .filter(([, price]) => !Number.isSafeInteger(price) || price < 0)
      .map(([key, price]) => ({
        path: ['certificate', list, key],
        message: `${price} is no whole number of thousandths of a point, 0 or more`,
      })),
  );
}

/** How many services of a direction's second group have a possible member of its first. */
type Takers = Map<string, number>;

function bestOf(given: Case, service: InstanceService, certificate: Certificate, takers: Takers): number {
  const audited = groupsOf(service);
  // What a member of each group pays for the directions that he takes.
  const dues = new Map<string, number>();
  const dueOf = (from: string): number => {
    const known = dues.get(from);
    if (known !== undefined) return known;
    const others = audited.filter((to) => to !== from);
    const due = others.reduce((sum, to) => sum + priceOf(certificate.reciprocity, `${from}|${to}`), 0);
    for (const to of others) takers.set(`${from}|${to}`, (takers.get(`${from}|${to}`) ?? 0) + 1);
    dues.set(from, due);
    return due;
  };
  const allowed = given.instance.auditors.flatMap((auditor) => {
    const value = allowedValue(given, auditor, service);
    if (value === null) return [];
    const price = auditor.groups.reduce(
      (sum, group) => sum + dueOf(group),
      priceOf(certificate.capacity, auditor.id),
    );
    return [{ auditor, gain: value * THOUSANDTHS - price }];
  });
  const weeks: readonly (string | null)[] = service.weeks.length > 0 ? service.weeks : [null];
  let best = -Infinity;
  for (const week of weeks) {
    const free = allowed.flatMap(({ auditor, gain }): Candidate[] =>
      week !== null && auditor.unavailableWeeks.includes(week)
        ? []
        : [
            {
              auditor,
              seat: auditor.trainee ? 'TRAINEE' : auditor.profession,
              gain: gain - (week === null ? 0 : priceOf(certificate.weeks, `${auditor.id}|${week}`)),
            },
          ],
    );
    best = Math.max(best, bestTeam(given, service, free));
  }
  return best;
}

/** Points of a pair, `kept` included; null when it must not be. */
function allowedValue(given: Case, auditor: InstanceAuditor, service: InstanceService): number | null {
  const seats = auditor.trainee ? Number(service.traineeSeat) : (service.seats[auditor.profession] ?? 0);
  if (seats === 0) return null;
  const isSole = !auditor.trainee && auditor.profession === 'RADIOLOGIST' && seats === 1;
  if (isSole && !auditor.lead && !given.isPinned(auditor.id, service.id)) return null;
  if (given.conflictOf(auditor.id, service.id) !== undefined) return null;
  if (given.isForbidden(auditor.id, service.id)) return null;
  const value = seatedValue(given, auditor, service);
  if (Number.isNaN(value)) return null;
  return value + (given.isPrevious(auditor.id, service.id) ? given.instance.weights.kept : 0);
}

function mostEarned(given: Case, auditor: InstanceAuditor, price: number): number {
  const { weights, services } = given.instance;
  let earned = -weights.belowMinimum * auditor.minimum * THOUSANDTHS;
  let most = earned;
  for (let n = 1; n <= Math.min(auditor.capacity, services.length); n += 1) {
    earned += price - costOfAudit(weights, n) * THOUSANDTHS;
    if (n <= auditor.minimum) earned += weights.belowMinimum * THOUSANDTHS;
    most = Math.max(most, earned);
  }
  return most;
}

function directionTerms(prices: Prices, takers: ReadonlyMap<string, number>): number {
  const done = new Set<string>();
  let sum = 0;
  for (const [key, price] of Object.entries(prices)) {
    if (done.has(key)) continue;
    const back = reverseOf(key, takers);
    done.add(key).add(back);
    sum += Math.max(price * (takers.get(key) ?? 0), priceOf(prices, back) * (takers.get(back) ?? 0));
  }
  return sum;
}

/** "h|g" of "g|h"; a group's id may hold the mark itself, so that the one that is known is taken. */
function reverseOf(key: string, takers: ReadonlyMap<string, number>): string {
  const reversed = [...key.matchAll(/\|/g)].map(
    ({ index }) => `${key.slice(index + 1)}|${key.slice(0, index)}`,
  );
  return reversed.find((other) => takers.has(other)) ?? reversed[0] ?? key;
}
