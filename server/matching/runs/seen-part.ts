import type { Instance } from '../matcher/instance';
import type { Plan } from '../matcher/plan';

/** What a plan was made from, and the plan as far as reasons ask it. */
export interface PlannedInstance {
  instance: Instance;
  plan: Pick<Plan, 'teams' | 'shortfalls'>;
}

/**
 * A plan as it looks to somebody from whom services are hidden: as if these did not exist. Their auditors are as busy as
 * their hidden audits make them, without a word of where.
 * @param hidden ids of services
 */
export function seenPart({ instance, plan }: PlannedInstance, hidden: ReadonlySet<string>): PlannedInstance {
  if (hidden.size === 0) return { instance, plan };
  const away = new Map<string, { audits: number; weeks: string[] }>();
  for (const { service, week, members } of plan.teams) {
    if (!hidden.has(service)) continue;
    for (const { auditor } of members) {
      const known = away.get(auditor) ?? { audits: 0, weeks: [] };
      away.set(auditor, {
        audits: known.audits + 1,
        weeks: week === null ? known.weeks : [...known.weeks, week],
      });
    }
  }
  const isSeen = ([, service]: readonly [string, string, ...unknown[]]): boolean => !hidden.has(service);
  return {
    instance: {
      ...instance,
      services: instance.services.filter(({ id }) => !hidden.has(id)),
      auditors: instance.auditors.map((auditor) => {
        const { audits, weeks } = away.get(auditor.id) ?? { audits: 0, weeks: [] };
        const capacity = Math.max(0, auditor.capacity - audits);
        return {
          ...auditor,
          capacity,
          minimum: Math.min(capacity, Math.max(0, auditor.minimum - audits)),
          unavailableWeeks: [...new Set([...auditor.unavailableWeeks, ...weeks])].sort(),
        };
      }),
      conflicts: instance.conflicts.filter(isSeen),
      pinned: instance.pinned.filter(isSeen),
      forbidden: instance.forbidden.filter(isSeen),
      previous: instance.previous.filter(isSeen),
      ...(instance.scores ? { scores: instance.scores.filter(isSeen) } : {}),
    },
    plan: {
      teams: plan.teams.filter(({ service }) => !hidden.has(service)),
      shortfalls: plan.shortfalls.filter(({ service }) => !hidden.has(service)),
    },
  };
}
