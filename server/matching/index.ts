export const matchingReads = [];
