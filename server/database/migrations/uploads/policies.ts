import { DATABASE_ROLES, type RowPolicies } from '../../row-level-security';
import { ME, ofMyAudits, ofMyService, PLATFORM } from '../second-wall/conditions';

const { runtime, reader } = DATABASE_ROLES;

/** Acts and the platform read it; nobody is shown it. */
const SHOWN_TO_NOBODY = 'false';

const ofEvidence = (condition: string): string =>
  `exists (select 1 from evidence e where e.id = evidence_file.id and ${condition})`;

/** A file is its service's while it travels; once it is evidence, it is seen with that. What is stored is the platform's. */
export const UPLOAD_POLICIES: Readonly<Record<string, RowPolicies>> = {
  upload: {
    select: ofMyService('audited_service_id'),
    insert: `sent_by_id = ${ME} and ${ofMyService('audited_service_id')}`,
    update: `${ofMyService('audited_service_id')} or ${PLATFORM}`,
    fixed: [
      'purpose',
      'subject_id',
      'audit_id',
      'audited_service_id',
      'file_name',
      'media_type',
      'size_bytes',
      'sha256',
    ],
  },
  upload_part: {
    select: SHOWN_TO_NOBODY,
    insert: PLATFORM,
    update: PLATFORM,
    delete: PLATFORM,
    fixed: ['upload_id'],
  },
  file_blob: {
    select: SHOWN_TO_NOBODY,
    insert: PLATFORM,
    update: PLATFORM,
    delete: PLATFORM,
    fixed: ['sha256', 'size_bytes'],
  },
  evidence_file: {
    select: ofEvidence(`(${ofMyAudits('e.audit_id')} or ${ofMyService('e.audited_service_id')})`),
    insert: ofEvidence(ofMyService('e.audited_service_id')),
    update: PLATFORM,
    fixed: ['upload_id', 'file_name'],
  },
  download_ticket: {
    select: SHOWN_TO_NOBODY,
    insert: `account_id = ${ME}`,
    update: PLATFORM,
    delete: PLATFORM,
    fixed: ['evidence_id', 'account_id', 'ticket_hash', 'expires_at'],
  },
};

/** Not even an act looks at what is stored: it would learn whether others have sent the same file. */
export const BLOBS_FOR_THE_PLATFORM = `
  create policy platform_alone on file_blob as restrictive for select to ${runtime}, ${reader} using (${PLATFORM});
`;
