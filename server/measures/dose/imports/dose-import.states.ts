import type { StateTable } from '../../../kernel/states';

export const DOSE_IMPORT_STATES = [
  'AWAITING_FILE',
  'RUNNING',
  'DONE',
  'FAILED',
  'CANCELLED',
  'TIMED_OUT',
  'WITHDRAWN',
] as const;
export type DoseImportState = (typeof DOSE_IMPORT_STATES)[number];

/** What the guards of an import look at. */
export interface DoseImportFacts {
  /** The audit still takes doses. */
  isOpen: boolean;
}

/**
 * The legal moves of a dose import. Its operation begins when the file has arrived, and its end moves the import; a failed
 * or cancelled one has left no record.
 */
export const doseImportStates: StateTable<DoseImportState, DoseImportFacts> = {
  noun: 'DoseImport',
  states: DOSE_IMPORT_STATES,
  initial: 'AWAITING_FILE',
  moves: [
    { act: 'doseImportBegin', isInternal: true, from: ['AWAITING_FILE'], to: 'RUNNING' },
    { act: 'doseImportFinish', isInternal: true, from: ['RUNNING'], to: 'DONE' },
    { act: 'doseImportFail', isInternal: true, from: ['AWAITING_FILE', 'RUNNING'], to: 'FAILED' },
    { act: 'doseImportCancel', isInternal: true, from: ['RUNNING'], to: 'CANCELLED' },
    { act: 'doseImportTimeOut', isInternal: true, from: ['RUNNING'], to: 'TIMED_OUT' },
    {
      act: 'doseImportWithdraw',
      from: ['DONE'],
      to: 'WITHDRAWN',
      guard: ({ isOpen }) => (isOpen ? null : 'DOSES_CLOSED'),
    },
  ],
};
