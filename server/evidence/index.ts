export const evidenceReads = [];
