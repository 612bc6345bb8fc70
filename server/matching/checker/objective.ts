import { SEATED_PROFESSIONS } from '../matcher/instance';
import { filed, type Case, type Seated } from './case';
import { costOfLoad, seatedValue } from './worth';

/** What a plan is worth in points, counted from the instance alone. */
export function objectiveOf(given: Case, seated: readonly Seated[]): number {
  const { services, auditors, weights } = given.instance;
  const teams = filed(seated, ({ service }) => service.id);
  const audits = filed(seated, ({ auditor }) => auditor.id);
  let points = 0;
  for (const service of services) {
    const team = teams.get(service.id) ?? [];
    const full = team.filter(({ seat }) => seat !== 'TRAINEE');
    const on = (seat: string) => team.filter((entry) => entry.seat === seat);
    for (const entry of team) {
      points += seatedValue(given, entry.auditor, service);
      if (given.isPrevious(entry.auditor.id, service.id)) points += weights.kept;
    }
    for (const seat of SEATED_PROFESSIONS)
      points -= weights.shortfall * Math.max(0, (service.seats[seat] ?? 0) - on(seat).length);
    const radiologists = on('RADIOLOGIST');
    const isLed = radiologists.some(({ auditor }) => auditor.lead);
    const seats = service.seats.RADIOLOGIST ?? 0;
    // A single seat is taken by somebody without the right only where he was pinned.
    if (!isLed && (seats >= 2 || (seats === 1 && radiologists.length > 0))) points -= weights.missingLead;
    for (const skill of new Set(service.critical))
      if (!full.some(({ auditor }) => auditor.skills.includes(skill))) points -= weights.missingCritical;
    for (const [place, { auditor }] of team.entries())
      for (const mate of team.slice(0, place))
        if (given.isPastPair(auditor.id, mate.auditor.id)) points -= weights.pastPair;
  }
  for (const auditor of auditors) points -= costOfLoad(weights, auditor, audits.get(auditor.id)?.length ?? 0);
  return points;
}
