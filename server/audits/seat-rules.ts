import type { Profession, Qualification } from '../auditors';
import type { Seat } from './assignment.entity';

/** Who may take a seat: the qualified of its profession; observing is part of the training. */
export const SEAT_RULES: Record<Seat, { profession: Profession | null; qualifications: Qualification[] }> = {
  RADIOLOGIST: { profession: 'RADIOLOGIST', qualifications: ['QUALIFIED'] },
  RADIOGRAPHER: { profession: 'RADIOGRAPHER', qualifications: ['QUALIFIED'] },
  MEDICAL_PHYSICIST: { profession: 'MEDICAL_PHYSICIST', qualifications: ['QUALIFIED'] },
  OBSERVER: { profession: null, qualifications: ['IN_TRAINING', 'EVALUATED', 'QUALIFIED'] },
};
