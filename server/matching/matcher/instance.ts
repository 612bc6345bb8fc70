/** Professions that a team may need. */
export const SEATED_PROFESSIONS = ['RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST'] as const;
export type SeatedProfession = (typeof SEATED_PROFESSIONS)[number];

/** A place in a team: one of a profession, or the place of somebody in training (place d'observateur). */
export type PlanSeat = SeatedProfession | 'TRAINEE';

/** A service that wants to be audited, as the matcher sees it. */
export interface InstanceService {
  id: string;
  /** What it belongs to: legal entity, GHT, chain; null when nothing is known. */
  group: string | null;
  /** Further groups, for a site of several organisations. */
  groups?: readonly string[];
  region: string | null;
  lat: number | null;
  lon: number | null;
  /** Modalities audited: the more of them an auditor masters, the better he fits. */
  needs: readonly string[];
  /** Modalities that at least one full member of the team must master. */
  critical: readonly string[];
  seats: Partial<Record<SeatedProfession, number>>;
  traineeSeat: boolean;
  /** Possible ISO weeks ("2027-W03"); one of them is chosen. Empty: the date is settled later and binds nobody. */
  weeks: readonly string[];
}

/** An auditor, as the matcher sees him. */
export interface InstanceAuditor {
  id: string;
  groups: readonly string[];
  profession: SeatedProfession;
  skills: readonly string[];
  /** May lead a team. */
  lead: boolean;
  /** Takes trainee seats and no others. */
  trainee: boolean;
  /** Most audits in this campaign. */
  capacity: number;
  /** Audits that he should have at least. */
  minimum: number;
  auditsDone: number;
  region: string | null;
  lat: number | null;
  lon: number | null;
  preferredRegions: readonly string[];
  unavailableWeeks: readonly string[];
}

/** What the plan is worth, in points; data of the campaign. All are integers but the shares. */
export interface Weights {
  /** × share of the needed modalities that the auditor masters (1 when nothing is needed). */
  fit: number;
  /** × min(1, audits done / experienceAudits). */
  experience: number;
  experienceAudits: number;
  /** × max(0, 1 − distance / travelKilometres); nothing when a place is unknown. */
  travel: number;
  travelKilometres: number;
  /** When auditor and service are of different regions. */
  otherRegion: number;
  /** When the region is among those that the auditor prefers … */
  preferredRegion: number;
  /** … and when it is not. */
  elsewhere: number;
  /** Share of a pair's value that a trainee counts for. */
  traineeShare: number;
  /** Cost of an auditor's 1st, 2nd … audit; not falling; its last step is repeated beyond its end. */
  load: readonly number[];
  /** Cost of each required seat that stays empty. */
  shortfall: number;
  /** Cost of a service with two or more radiologist seats and no lead on them. */
  missingLead: number;
  /** Cost of each critical modality that no full member masters. */
  missingCritical: number;
  /** Cost of each audit that an auditor has less than his minimum. */
  belowMinimum: number;
  /** Cost of each team with two members who worked together last time. */
  pastPair: number;
  /** Gain of each assignment of the previous plan that is kept. */
  kept: number;
  /** Teams that the same two people may share; a limit, not a cost. */
  sharedTeams: number;
}

/** What the weights are unless a campaign says otherwise. */
export const DEFAULT_WEIGHTS: Weights = {
  fit: 450,
  experience: 100,
  experienceAudits: 6,
  travel: 250,
  travelKilometres: 900,
  otherRegion: 100,
  preferredRegion: 100,
  elsewhere: 50,
  traineeShare: 0.3,
  load: [0, 20, 60, 140, 260, 420, 620, 860],
  shortfall: 10_000,
  missingLead: 4_000,
  missingCritical: 3_000,
  belowMinimum: 10_000,
  pastPair: 80,
  kept: 300,
  sharedTeams: 2,
};

/** Best sum, or the worst-off service first and then the best sum. */
export const FAIRNESS = ['SUM', 'MAX_MIN_THEN_SUM'] as const;
export type Fairness = (typeof FAIRNESS)[number];

/** Two ids: auditor and service, or two auditors. */
export type Pair = readonly [string, string];

/**
 * A matching problem in the neutral format that files hold: everything that a plan depends on, and no name of anybody.
 */
export interface Instance {
  services: readonly InstanceService[];
  auditors: readonly InstanceAuditor[];
  /** Auditor, service, and the code of the rule that keeps them apart (C01 …, LANGUAGE, RECENCY). */
  conflicts: readonly (readonly [string, string, string])[];
  /** Auditors who must not sit on one team. */
  teamConflicts: readonly Pair[];
  /** Auditors who worked together last time. */
  pastPairs: readonly Pair[];
  /** Auditor, service, value: replaces the computed value; when given, absent pairs are no candidates. */
  scores?: readonly (readonly [string, string, number])[];
  /** Auditor, service: must be in the plan. */
  pinned: readonly Pair[];
  /** Auditor, service: must not be in the plan. */
  forbidden: readonly Pair[];
  /** Auditor, service: the plan before a change. */
  previous: readonly Pair[];
  weights: Weights;
  fairness: Fairness;
}
