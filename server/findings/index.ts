export const findingsReads = [];
