import type { Instance, InstanceAuditor, Pair, SeatedProfession } from '../matcher/instance';
import type { Relaxation } from '../matcher/plan';

/** Id of the auditor who does not exist yet. */
export const NEW_AUDITOR = 'NEW';

/**
 * An instance in which a change that would fill a seat has been made; solve it, or re-solve the plan, to have the seat
 * filled. RESOLVE changes nothing.
 */
export function applyRelaxation(instance: Instance, { kind, detail }: Relaxation): Instance {
  const { auditor, service, week, rule } = detail;
  switch (kind) {
    case 'MORE_CAPACITY':
      return changeAuditor(instance, auditor, () => ({ capacity: Number(detail.capacity) }));
    case 'FREE_WEEK':
      return changeAuditor(instance, auditor, ({ unavailableWeeks }) => ({
        unavailableWeeks: unavailableWeeks.filter((one) => one !== week),
      }));
    case 'ANOTHER_WEEK':
      return {
        ...instance,
        services: instance.services.map((one) =>
          one.id === service ? { ...one, weeks: [...one.weeks, String(week)] } : one,
        ),
      };
    case 'ALLOW_PAIR':
      return rule === 'FORBIDDEN'
        ? { ...instance, forbidden: instance.forbidden.filter((pair) => !isPair(pair, auditor, service)) }
        : {
            ...instance,
            conflicts: instance.conflicts.filter(
              ([one, other, code]) => !(isPair([one, other], auditor, service) && code === rule),
            ),
          };
    case 'ALLOW_RULE':
      return {
        ...instance,
        conflicts: instance.conflicts.filter(([, other, code]) => other !== service || code !== rule),
      };
    case 'MORE_AUDITORS':
      return { ...instance, auditors: [...instance.auditors, newcomer(detail)] };
    default:
      return instance;
  }
}

const isPair = ([one, other]: Pair, auditor: unknown, service: unknown): boolean =>
  one === auditor && other === service;

function changeAuditor(
  instance: Instance,
  id: unknown,
  change: (auditor: InstanceAuditor) => Partial<InstanceAuditor>,
): Instance {
  const auditors = instance.auditors.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
  return { ...instance, auditors };
}

/** Somebody of whom nothing is known but what was asked for: no ties, no place, no experience. */
function newcomer({ profession, region, capacity, lead, skills }: Relaxation['detail']): InstanceAuditor {
  return {
    id: NEW_AUDITOR,
    groups: [],
    profession: profession as SeatedProfession,
    skills: skills ? String(skills).split(' ') : [],
    lead: lead === 1,
    trainee: false,
    capacity: Number(capacity),
    minimum: 0,
    auditsDone: 0,
    region: region === undefined ? null : String(region),
    lat: null,
    lon: null,
    preferredRegions: [],
    unavailableWeeks: [],
  };
}
