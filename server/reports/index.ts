export const reportsReads = [];
