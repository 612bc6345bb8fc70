import type { InstanceAuditor, InstanceService } from '../matcher/instance';
import type { Certificate } from '../matcher/plan';
import { bestTeam, type Candidate } from './best-team';
import { filed, groupsOf, type Case } from './case';
import type { PlanProblem } from './problem';
import { costOfAudit, seatedValue } from './worth';

/** What prices prove: the bound in thousandths of a point, or what is wrong with them. */
export type Proof = { bound: number } | { problems: readonly PlanProblem[] };

const THOUSANDTHS = 1000;

type Prices = Readonly<Record<string, number>>;
const priceOf = (prices: Prices, key: string) => (Object.hasOwn(prices, key) ? (prices[key] ?? 0) : 0);

/**
 * Adds up the bound that a certificate proves, over every allowed pair of the instance. By weak duality, whatever the
 * prices, no plan is worth more than the sum of
 * - for each service, the best team in its best week, when each member pays the price of his audit, of his week, and of
 *   each direction in which his groups audit the service's;
 * - for each auditor, the most that n audits earn at his price less what they cost, n from 0 to his capacity;
 * - the price of each week of each auditor, who is on one audit in it at most;
 * - for each two groups, the dearer of their two directions: only one of them is taken.
 */
export function provedBound(given: Case, certificate: Certificate): Proof {
  const problems = priceProblems(certificate);
  if (problems.length > 0) return { problems };
  const { instance } = given;
  const directions = filed(certificate.reciprocity, ([, , service]) => service);
  let bound = directionTerms(certificate.reciprocity);
  for (const service of instance.services)
    bound += bestOf(given, service, certificate, directions.get(service.id) ?? []);
  for (const auditor of instance.auditors)
    bound += mostEarned(given, auditor, priceOf(certificate.capacity, auditor.id));
  for (const price of Object.values(certificate.weeks)) bound += price;
  if (!Number.isSafeInteger(bound))
    return { problems: [{ path: ['certificate'], message: 'its sum is no exact number' }] };
  return { bound };
}

type Direction = Certificate['reciprocity'][number];

/** Only the price of an audit may be negative: some are paid for coming nearer to their minimum. */
function priceProblems({ capacity, weeks, reciprocity }: Certificate): PlanProblem[] {
  const wrong = (path: PlanProblem['path'], price: number, least: number): PlanProblem[] =>
    Number.isSafeInteger(price) && price >= least
      ? []
      : [{ path: ['certificate', ...path], message: `${price} is no price in whole thousandths of a point` }];
  const seen = new Set<string>();
  return [
    ...Object.entries(capacity).flatMap(([key, price]) => wrong(['capacity', key], price, -Infinity)),
    ...Object.entries(weeks).flatMap(([key, price]) => wrong(['weeks', key], price, 0)),
    ...reciprocity.flatMap(([from, to, service, price], index) => {
      const key = JSON.stringify([from, to, service]);
      if (seen.has(key))
        return [{ path: ['certificate', 'reciprocity', index], message: `${key} stands there already` }];
      seen.add(key);
      return wrong(['reciprocity', index], price, 0);
    }),
  ];
}

function bestOf(
  given: Case,
  service: InstanceService,
  certificate: Certificate,
  directions: readonly Direction[],
): number {
  const audited = new Set(groupsOf(service));
  // What a member of each group pays for the directions that he takes.
  const dues = new Map<string, number>();
  for (const [from, to, , price] of directions)
    if (from !== to && audited.has(to)) dues.set(from, (dues.get(from) ?? 0) + price);
  // Loops rather than chains: these are millions of pairs.
  const allowed: Candidate[] = [];
  for (const auditor of given.instance.auditors) {
    const value = allowedValue(given, auditor, service);
    if (value === null) continue;
    let price = priceOf(certificate.capacity, auditor.id);
    if (dues.size > 0) for (const group of new Set(auditor.groups)) price += dues.get(group) ?? 0;
    const seat = auditor.trainee ? 'TRAINEE' : auditor.profession;
    allowed.push({ auditor, seat, gain: value * THOUSANDTHS - price });
  }
  if (service.weeks.length === 0) return bestTeam(given, service, allowed);
  let best = -Infinity;
  for (const week of service.weeks) {
    const free: Candidate[] = [];
    for (const candidate of allowed) {
      const { auditor, seat, gain } = candidate;
      if (auditor.unavailableWeeks.includes(week)) continue;
      const price = priceOf(certificate.weeks, `${auditor.id}|${week}`);
      free.push(price === 0 ? candidate : { auditor, seat, gain: gain - price });
    }
    best = Math.max(best, bestTeam(given, service, free));
  }
  return best;
}

/** Points of a pair, `kept` included; null when it must not be. */
function allowedValue(given: Case, auditor: InstanceAuditor, service: InstanceService): number | null {
  const seats = auditor.trainee ? Number(service.traineeSeat) : (service.seats[auditor.profession] ?? 0);
  if (seats === 0) return null;
  if (auditor.capacity === 0) return null;
  // Of two groups together, on a service of both of them, he would audit each with the other.
  if (auditor.groups.length > 1 && sharedGroups(auditor, service) > 1) return null;
  const isSole = !auditor.trainee && auditor.profession === 'RADIOLOGIST' && seats === 1;
  if (isSole && !auditor.lead && !given.isPinned(auditor.id, service.id)) return null;
  if (given.conflictOf(auditor.id, service.id) !== undefined) return null;
  if (given.isForbidden(auditor.id, service.id)) return null;
  const value = seatedValue(given, auditor, service);
  if (Number.isNaN(value)) return null;
  return value + (given.isPrevious(auditor.id, service.id) ? given.instance.weights.kept : 0);
}

function sharedGroups(auditor: InstanceAuditor, service: InstanceService): number {
  return groupsOf(service).filter((group) => auditor.groups.includes(group)).length;
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

function directionTerms(directions: readonly Direction[]): number {
  const sums = new Map<string, number>();
  for (const [from, to, , price] of directions) {
    const key = JSON.stringify([from, to]);
    sums.set(key, (sums.get(key) ?? 0) + price);
  }
  let total = 0;
  for (const [key, sum] of sums) {
    const [from, to] = JSON.parse(key) as [string, string];
    const back = sums.get(JSON.stringify([to, from])) ?? 0;
    // Of the two, the one that comes first by name counts for both.
    if (from < to || back === 0) total += Math.max(sum, back);
  }
  return total;
}
