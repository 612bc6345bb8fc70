export const auditorsReads = [];
