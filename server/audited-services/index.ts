export const auditedServicesReads = [];
