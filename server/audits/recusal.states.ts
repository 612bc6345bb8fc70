import type { StateTable } from '../kernel/states';

export const RECUSAL_STATES = [
  'FILED',
  'GRANTED',
  'REFUSED',
  'APPEALED',
  'APPEAL_GRANTED',
  'APPEAL_REFUSED',
] as const;
export type RecusalState = (typeof RECUSAL_STATES)[number];

/** What the guards of a recusal look at. */
export interface RecusalFacts {
  isAppealOver: boolean;
  /** Whoever asks is the person who refused. */
  isDecidedByViewer: boolean;
}

const bySomeoneElse = ({ isDecidedByViewer }: RecusalFacts) =>
  isDecidedByViewer ? ('DECIDED_BY_SAME_PERSON' as const) : null;

/** The legal moves of a recusal: the service objects to an auditor. */
export const recusalStates: StateTable<RecusalState, RecusalFacts> = {
  noun: 'Recusal',
  states: RECUSAL_STATES,
  initial: 'FILED',
  moves: [
    { act: 'recusalGrant', from: ['FILED'], to: 'GRANTED' },
    { act: 'recusalRefuse', from: ['FILED'], to: 'REFUSED' },
    {
      act: 'recusalAppeal',
      from: ['REFUSED'],
      to: 'APPEALED',
      guard: ({ isAppealOver }) => (isAppealOver ? 'APPEAL_OVER' : null),
    },
    { act: 'recusalGrantAppeal', from: ['APPEALED'], to: 'APPEAL_GRANTED', guard: bySomeoneElse },
    { act: 'recusalRefuseAppeal', from: ['APPEALED'], to: 'APPEAL_REFUSED', guard: bySomeoneElse },
  ],
};
