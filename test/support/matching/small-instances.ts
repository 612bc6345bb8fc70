import {
  DEFAULT_WEIGHTS,
  type Instance,
  type InstanceAuditor,
  type InstanceService,
} from '../../../server/matching/matcher/instance';

/** A service that asks for a radiologist and a radiographer, and for nothing else. */
export const service = (id: string, patch: Partial<InstanceService> = {}): InstanceService => ({
  id,
  group: null,
  region: null,
  lat: null,
  lon: null,
  needs: [],
  critical: [],
  seats: { RADIOLOGIST: 1, RADIOGRAPHER: 1 },
  traineeSeat: false,
  weeks: [],
  ...patch,
});

/** A radiologist who may lead, of no group, for up to two audits. */
export const auditor = (id: string, patch: Partial<InstanceAuditor> = {}): InstanceAuditor => ({
  id,
  groups: [],
  profession: 'RADIOLOGIST',
  skills: [],
  lead: true,
  trainee: false,
  capacity: 2,
  minimum: 0,
  auditsDone: 0,
  region: null,
  lat: null,
  lon: null,
  preferredRegions: [],
  unavailableWeeks: [],
  ...patch,
});

/** An instance of these, with no ties and the standard weights. */
export const instanceOf = (
  services: readonly InstanceService[],
  auditors: readonly InstanceAuditor[],
  patch: Partial<Instance> = {},
): Instance => ({
  services,
  auditors,
  conflicts: [],
  teamConflicts: [],
  pastPairs: [],
  pinned: [],
  forbidden: [],
  previous: [],
  weights: DEFAULT_WEIGHTS,
  fairness: 'SUM',
  ...patch,
});
