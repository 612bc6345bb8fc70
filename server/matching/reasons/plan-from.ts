import { SEATED_PROFESSIONS, type InstanceService } from '../matcher/instance';
import type { Plan, PlanTeam, Shortfall } from '../matcher/plan';
import { memberValue, seatCount } from './facts';
import { teamValue } from './compare-plans';
import { loadOf, teamOf, type Standing } from './standing';

/** Teams, empty seats and loads of a plan as it stands, in the order of ids. */
export function planFrom(standing: Standing): Pick<Plan, 'teams' | 'shortfalls' | 'load'> {
  const { services, auditors } = standing.facts.instance;
  const inOrder = services.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    teams: inOrder.map((service) => teamFrom(standing, service)),
    shortfalls: inOrder.flatMap((service) => shortfallsOf(standing, service)),
    load: Object.fromEntries(
      auditors
        .map(({ id }) => [id, loadOf(standing, id)] as const)
        .filter(([, load]) => load > 0)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  };
}

function teamFrom(standing: Standing, service: InstanceService): PlanTeam {
  const { week, members } = teamOf(standing, service.id);
  return {
    service: service.id,
    week: members.length > 0 ? week : null,
    members,
    lead: leadOf(standing, service),
    value: teamValue(standing, service.id),
  };
}

/** Who leads: of the radiologists who may, the one worth most to the service; then any other full member who may. */
function leadOf(standing: Standing, service: InstanceService): string | null {
  const { facts } = standing;
  const able = teamOf(standing, service.id)
    .members.map(({ auditor, seat }) => ({ auditor: facts.auditors.get(auditor)!, seat }))
    .filter(({ auditor }) => auditor.lead && !auditor.trainee)
    .map(({ auditor, seat }) => ({
      id: auditor.id,
      rank: seat === 'RADIOLOGIST' ? 0 : 1,
      value: memberValue(facts, auditor, service),
    }))
    .sort((one, other) => one.rank - other.rank || other.value - one.value || (one.id < other.id ? -1 : 1));
  return able[0]?.id ?? null;
}

/** Required seats of a service that nobody takes; what blocks them is not asked yet. */
export function shortfallsOf(standing: Standing, service: InstanceService): Shortfall[] {
  const { members } = teamOf(standing, service.id);
  return SEATED_PROFESSIONS.flatMap((seat) => {
    const missing = seatCount(service, seat) - members.filter((member) => member.seat === seat).length;
    return missing > 0 ? [{ service: service.id, seat, missing, blocking: [], relaxations: [] }] : [];
  });
}
