import type { StateTable } from '../kernel/states';

/** How far an auditor has come. */
export const QUALIFICATIONS = [
  'CANDIDATE',
  'ELIGIBLE',
  'IN_TRAINING',
  'EVALUATED',
  'QUALIFIED',
  'SUSPENDED',
  'LAPSED',
  'RETIRED',
] as const;
export type Qualification = (typeof QUALIFICATIONS)[number];

/** No guard of a qualification looks at anything: the coordination decides on documents. */
export type QualificationFacts = Readonly<Record<never, never>>;

/** The legal moves of an auditor's qualification; its column is `qualification`. */
export const auditorQualificationStates: StateTable<Qualification, QualificationFacts> = {
  noun: 'Auditor',
  states: QUALIFICATIONS,
  initial: 'CANDIDATE',
  moves: [
    { act: 'auditorAdmit', from: ['CANDIDATE'], to: 'ELIGIBLE' },
    { act: 'auditorStartTraining', from: ['ELIGIBLE'], to: 'IN_TRAINING' },
    { act: 'auditorEvaluate', from: ['IN_TRAINING'], to: 'EVALUATED' },
    { act: 'auditorQualify', from: ['EVALUATED'], to: 'QUALIFIED' },
    { act: 'auditorSuspend', from: ['QUALIFIED'], to: 'SUSPENDED' },
    { act: 'auditorLapse', from: ['QUALIFIED', 'SUSPENDED'], to: 'LAPSED' },
    { act: 'auditorReinstate', from: ['SUSPENDED', 'LAPSED'], to: 'QUALIFIED' },
    {
      act: 'auditorRetire',
      from: ['CANDIDATE', 'ELIGIBLE', 'IN_TRAINING', 'EVALUATED', 'QUALIFIED', 'SUSPENDED', 'LAPSED'],
      to: 'RETIRED',
    },
  ],
};
