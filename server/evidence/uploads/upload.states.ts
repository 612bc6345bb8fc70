import type { StateTable } from '../../kernel/states';

export const UPLOAD_STATES = ['UPLOADING', 'RECEIVED', 'HANDLED', 'REFUSED', 'EXPIRED'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** No guard of an upload looks at anything. */
export type UploadFacts = Readonly<Record<never, never>>;

/** The legal moves of an upload; the platform makes them all, as bytes arrive or fail to. */
export const uploadStates: StateTable<UploadState, UploadFacts> = {
  noun: 'Upload',
  states: UPLOAD_STATES,
  initial: 'UPLOADING',
  moves: [
    { act: 'uploadReceive', isInternal: true, from: ['UPLOADING'], to: 'RECEIVED' },
    { act: 'uploadRefuse', isInternal: true, from: ['UPLOADING'], to: 'REFUSED' },
    { act: 'uploadExpire', isInternal: true, from: ['UPLOADING'], to: 'EXPIRED' },
    { act: 'uploadHandle', isInternal: true, from: ['RECEIVED'], to: 'HANDLED' },
  ],
};
