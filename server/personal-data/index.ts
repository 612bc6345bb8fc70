export { applyDailyRetention, applyRetention, type RetentionOutcome } from './apply-retention';
export { erasePerson, type PersonEraseInput } from './erase-person';
export { exportPersonalData, type PersonalDataExportInput } from './export-personal-data';
export { personalDataOf, type PersonalData } from './personal-data';
export { RETENTION_RULES, type RetentionRule } from './retention-rules';
