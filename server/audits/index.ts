export const auditsReads = [];
