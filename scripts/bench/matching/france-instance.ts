import {
  DEFAULT_WEIGHTS,
  SEATED_PROFESSIONS,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
  type SeatedProfession,
} from '../../../server/matching/matcher/instance';
import { drawFrom, type Draw } from './draw';
import { CRITICAL, METROPOLITAN, MODALITIES, OVERSEAS, type Region } from './france';
import { drawInstitutions, type Institution, type Placed } from './institutions';
import { tiesApart } from './ties-apart';

/** FRANCE as it is; hardly any physicists; all of one region beyond the sea; two possible auditors for each service. */
export const SHAPES = ['FRANCE', 'SCARCE_PHYSICISTS', 'OVERSEAS', 'ALL_BUT_TWO'] as const;
export type Shape = (typeof SHAPES)[number];

/** How large an instance is, and of what kind. */
export interface FranceOptions {
  services: number;
  auditors: number;
  /** The same seed gives the same instance. */
  seed: number;
  /** Capacities stay as drawn, about a sixth above what is needed, instead of 1.7 times it. */
  isTight?: boolean;
  shape?: Shape;
}

const PROFESSION_SHARES: Record<SeatedProfession, number> = {
  RADIOLOGIST: 0.45,
  RADIOGRAPHER: 0.42,
  MEDICAL_PHYSICIST: 0.13,
};
const SCARCE_SHARES: Record<SeatedProfession, number> = {
  RADIOLOGIST: 0.5,
  RADIOGRAPHER: 0.47,
  MEDICAL_PHYSICIST: 0.03,
};
const CAPACITY_SHARES = [0.35, 0.35, 0.2, 0.1];
const SEATS_WORTH = 1.7;
const MOST_CAPACITY = 8;
const WEEKS = Array.from({ length: 40 }, (_, index) => `2027-W${String(index + 2).padStart(2, '0')}`);
const numbered = (letter: string, index: number) => `${letter}${String(index + 1).padStart(4, '0')}`;

/**
 * A seeded instance with the proportions of radiology in France: thirteen regions, hospital groups and chains, ties of
 * auditors to where they worked, refusals, absences. Proportions are estimates, so that solvers can be compared; no
 * person or institution of it exists.
 */
export function franceInstance({
  services,
  auditors,
  seed,
  isTight,
  shape = 'FRANCE',
}: FranceOptions): Instance {
  const draw = drawFrom(seed);
  const regions = shape === 'OVERSEAS' ? [...METROPOLITAN, { ...OVERSEAS, population: 9 }] : METROPOLITAN;
  const institutions = drawInstitutions(Math.ceil(0.75 * services + 0.35 * auditors), regions, draw);
  const sizes = institutions.map(({ size }) => size);
  const institution = () => institutions[draw.weighted(sizes)] as Institution;

  const placedServices = Array.from({ length: services }, (_, index) => {
    const at = institution();
    return { node: drawService(numbered('S', index), at, draw), at: [at] };
  });
  const shares = shape === 'SCARCE_PHYSICISTS' ? SCARCE_SHARES : PROFESSION_SHARES;
  const placedAuditors = Array.from({ length: auditors }, (_, index) => {
    const at = [institution()];
    if (draw.happens(0.12)) at.push(draw.one(institutions.filter(({ region }) => region === at[0]?.region)));
    return { node: drawAuditor(numbered('A', index), at, shares, regions, draw), at };
  });
  const apart = tiesApart(placedServices, placedAuditors, institutions, draw, shape === 'ALL_BUT_TWO');
  // Drawn last: the tight instance is the same one but for this.
  const capacities = isTight ? null : capacitiesFor(placedServices, placedAuditors, draw);
  return {
    services: placedServices.map(({ node }) => node),
    auditors: placedAuditors.map(({ node }) => ({
      ...node,
      capacity: capacities?.get(node.id) ?? node.capacity,
    })),
    ...apart,
    pinned: [],
    forbidden: [],
    previous: [],
    weights: DEFAULT_WEIGHTS,
    fairness: 'SUM',
  };
}

function drawService(id: string, at: Institution, draw: Draw): InstanceService {
  const needs: string[] = MODALITIES.filter(({ needed }) => draw.happens(needed)).map(({ code }) => code);
  if (needs.length === 0) needs.push('CT');
  const isLarge = draw.happens(0.15);
  return {
    id,
    group: at.group,
    region: at.region,
    lat: at.lat,
    lon: at.lon,
    needs,
    critical: needs.filter((code) => draw.happens(CRITICAL[code] ?? 0)),
    seats: { RADIOLOGIST: isLarge ? 2 : 1, RADIOGRAPHER: 1, MEDICAL_PHYSICIST: isLarge ? 1 : 0 },
    traineeSeat: draw.happens(0.3),
    weeks: draw.some(WEEKS, draw.between(1, 3)).sort(),
  };
}

function drawAuditor(
  id: string,
  at: readonly Institution[],
  shares: Record<SeatedProfession, number>,
  regions: readonly Region[],
  draw: Draw,
): InstanceAuditor {
  const profession =
    SEATED_PROFESSIONS[draw.weighted(SEATED_PROFESSIONS.map((name) => shares[name]))] ?? 'RADIOLOGIST';
  const trainee = draw.happens(0.1);
  const home = at[0] as Institution;
  return {
    id,
    groups: [...new Set(at.map(({ group }) => group))],
    profession,
    skills: MODALITIES.filter(({ mastered }) => draw.happens(mastered[profession])).map(({ code }) => code),
    lead: !trainee && draw.happens(0.65),
    trainee,
    capacity: draw.weighted(CAPACITY_SHARES) + 1,
    minimum: 0,
    auditsDone: trainee ? 0 : draw.between(0, 9),
    region: home.region,
    lat: home.lat,
    lon: home.lon,
    preferredRegions: draw.happens(0.4) ? draw.some(regions, draw.between(1, 2)).map(({ code }) => code) : [],
    unavailableWeeks: absences(draw),
  };
}

/** Three to seven absences of one to five weeks. */
function absences(draw: Draw): string[] {
  const away = new Set<string>();
  for (let left = draw.between(3, 7); left > 0; left -= 1) {
    const from = draw.between(0, WEEKS.length - 1);
    for (const week of WEEKS.slice(from, from + draw.between(1, 5))) away.add(week);
  }
  return [...away].sort();
}

/** Capacities raised at random, one audit at a time, until each profession could fill its seats 1.7 times. */
function capacitiesFor(
  services: readonly Placed<InstanceService>[],
  auditors: readonly Placed<InstanceAuditor>[],
  draw: Draw,
): Map<string, number> {
  const capacities = new Map(auditors.map(({ node }) => [node.id, node.capacity]));
  for (const profession of SEATED_PROFESSIONS) {
    const seats = services.reduce((sum, { node }) => sum + (node.seats[profession] ?? 0), 0);
    const able = auditors.filter(({ node }) => node.profession === profession && !node.trainee);
    let total = able.reduce((sum, { node }) => sum + node.capacity, 0);
    while (total < SEATS_WORTH * seats && total < able.length * MOST_CAPACITY) {
      const { node } = draw.one(able);
      const capacity = capacities.get(node.id) ?? 0;
      if (capacity >= MOST_CAPACITY) continue;
      capacities.set(node.id, capacity + 1);
      total += 1;
    }
  }
  return capacities;
}
