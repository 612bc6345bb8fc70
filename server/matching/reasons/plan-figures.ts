import type { Instance } from '../matcher/instance';
import { kilometresBetween } from '../matcher/pair-value';
import type { Plan } from '../matcher/plan';
import { memberValue } from './facts';
import { missingSeats } from './plan-parts';
import { loadOf, standingOf, teamOf, type Standing } from './standing';

/** A plan in the words of those who run a campaign. */
export interface PlanFigures {
  services: number;
  /** Services of which every required seat is taken. */
  servicesComplete: number;
  /** Required seats that are empty. */
  seatsMissing: number;
  /** Assignments, trainees included. */
  assignments: number;
  /** One way, all members together; those of whom a place is unknown are not in it. */
  kilometres: number;
  /** Assignments of which a place is unknown. */
  placesUnknown: number;
  /** Auditors with at least one audit. */
  auditorsServing: number;
  /** Fewest and most audits of those who serve, and the standard deviation. */
  load: { least: number; most: number; deviation: number };
  /** Teams of two or more full members … */
  teams: number;
  /** … of whom no two worked together last time … */
  teamsMixed: number;
  /** … and of whom two come from different regions. */
  teamsOfSeveralRegions: number;
  /** The service with required seats whose team is worth least; null when there is none. */
  worstOff: { service: string; value: number } | null;
}

/** What a plan comes to, in figures of the campaign. */
export const planFigures = (instance: Instance, plan: Pick<Plan, 'teams'>): PlanFigures =>
  figuresOf(standingOf(instance, plan));

/** The figures of a plan as it stands. */
export function figuresOf(standing: Standing): PlanFigures {
  const { facts } = standing;
  const { services, auditors } = facts.instance;
  const figures = {
    services: services.length,
    servicesComplete: 0,
    seatsMissing: 0,
    assignments: 0,
    kilometres: 0,
    placesUnknown: 0,
    teams: 0,
    teamsMixed: 0,
    teamsOfSeveralRegions: 0,
    worstOff: null as PlanFigures['worstOff'],
  };
  for (const service of services) {
    const team = teamOf(standing, service.id);
    const missing = missingSeats(service, team);
    figures.seatsMissing += missing;
    if (missing === 0) figures.servicesComplete++;
    figures.assignments += team.members.length;
    const members = team.members.map(({ auditor }) => facts.auditors.get(auditor)!);
    for (const { lat, lon } of members) {
      const far = kilometresBetween(lat ?? NaN, lon ?? NaN, service.lat ?? NaN, service.lon ?? NaN);
      if (Number.isNaN(far)) figures.placesUnknown++;
      else figures.kilometres += far;
    }
    const full = members.filter(({ trainee }) => !trainee);
    if (full.length > 1) {
      figures.teams++;
      const isPast = full.some(({ id }) => full.some((mate) => facts.pastPairs.get(id)?.has(mate.id)));
      if (!isPast) figures.teamsMixed++;
      const regions = new Set(full.map(({ region }) => region).filter((region) => region !== null));
      if (regions.size > 1) figures.teamsOfSeveralRegions++;
    }
    if (Object.values(service.seats).every((count) => count === 0)) continue;
    const value = members.reduce((sum, auditor) => sum + memberValue(facts, auditor, service), 0);
    if (figures.worstOff === null || value < figures.worstOff.value)
      figures.worstOff = { service: service.id, value };
  }
  const loads = auditors.map(({ id }) => loadOf(standing, id)).filter((load) => load > 0);
  return {
    ...figures,
    kilometres: Math.round(figures.kilometres),
    auditorsServing: loads.length,
    load: spreadOf(loads),
  };
}

function spreadOf(loads: readonly number[]): PlanFigures['load'] {
  if (loads.length === 0) return { least: 0, most: 0, deviation: 0 };
  const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
  const variance = loads.reduce((sum, load) => sum + (load - mean) ** 2, 0) / loads.length;
  return { least: Math.min(...loads), most: Math.max(...loads), deviation: Math.sqrt(variance) };
}
