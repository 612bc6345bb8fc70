import type { Modality } from '../audited-services';
import { isRegionCode } from '../kernel/departments';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { Auditor } from './auditor.entity';

/** What changes; what is left out or null stays. */
export interface AuditorUpdateInput {
  auditorId: string;
  expectedVersion: number;
  modalities?: Modality[] | null;
  languages?: string[] | null;
  regions?: string[] | null;
  yearlyMaximum?: number | null;
  isLeadEligible?: boolean | null;
}

/**
 * Changes what an auditor can be called on for. Auditors say it of themselves; whether they may lead is for the
 * coordination to say.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, VALIDATION (an unknown region)
 */
export async function updateAuditor(
  uow: UnitOfWork,
  input: AuditorUpdateInput,
): Promise<{ auditor: string }> {
  const path = ['input', 'auditorId'];
  const auditor = await uow.require(Auditor, input.auditorId, path, input.expectedVersion);
  authorise(uow, 'auditorUpdate', { auditorId: auditor.id, personId: auditor.personId });
  const { modalities, languages, regions, yearlyMaximum, isLeadEligible } = input;
  if (typeof isLeadEligible === 'boolean' && !uow.viewer.roles.has('COORDINATOR'))
    refuse('FORBIDDEN', ['input', 'isLeadEligible'], { allowed: 'COORDINATOR' });
  const unknown = regions?.find((code) => !isRegionCode(code));
  if (unknown !== undefined) refuse('VALIDATION', ['input', 'regions'], { rule: `INSEE ≠ ${unknown}` });
  const patch = {
    ...(modalities ? { modalities: [...new Set(modalities)] } : {}),
    ...(languages ? { languages: [...new Set(languages)] } : {}),
    ...(regions ? { regions: [...new Set(regions)] } : {}),
    ...(typeof yearlyMaximum === 'number' ? { yearlyMaximum } : {}),
    ...(typeof isLeadEligible === 'boolean' ? { isLeadEligible } : {}),
  };
  await uow.change(Auditor, auditor, patch);
  uow.record({ act: 'auditorUpdate', objectType: 'Auditor', objectId: auditor.id, detail: patch });
  return { auditor: auditor.id };
}
