import { createHash } from 'node:crypto';
import type { WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** How far the upload of a file is, by what became of its evidence. */
const UPLOADS: Readonly<Record<string, string>> = {
  UPLOADING: 'UPLOADING',
  QUARANTINED: 'RECEIVED',
  CLEAN: 'HANDLED',
  REJECTED: 'HANDLED',
};

/** The file of a piece of evidence: on its way in pieces, or stored, and a ticket to fetch it with. */
export function addFile(rows: WorldRows, audit: WorldAudit, evidence: { id: string; state: string }): void {
  const { name } = audit;
  const account_id = worldId('account', `manager ${audit.service}`);
  const hash = (what: string): string => createHash('sha256').update(`${what} ${name}`).digest('hex');
  const file = {
    file_name: `Fichier ${name}.pdf`,
    media_type: 'application/pdf',
    size_bytes: 1000,
    sha256: hash('file'),
  };
  const isThere = evidence.state === 'QUARANTINED' || evidence.state === 'CLEAN';
  const blob_id = isThere
    ? rows.add('file_blob', `${name}/blob`, { sha256: file.sha256, size_bytes: file.size_bytes })
    : null;
  const upload_id = rows.add('upload', `${name}/upload`, {
    purpose: 'EVIDENCE',
    subject_id: evidence.id,
    audit_id: audit.id,
    audited_service_id: audit.serviceId,
    sent_by_id: account_id,
    ...file,
    state: UPLOADS[evidence.state],
    received_bytes: evidence.state === 'UPLOADING' ? 400 : 1000,
    ticket_hash: hash('ticket'),
    ticket_expires_at: '2027-01-12T08:00:00Z',
    file_key: blob_id ?? worldId('upload', `${name}/key`),
    tries: 0,
  });
  if (evidence.state === 'UPLOADING')
    rows.add('upload_part', `${name}/part`, { upload_id, start_byte: 0, size_bytes: 400 });
  rows.link('evidence_file', { id: evidence.id, upload_id, ...file, blob_id });
  if (evidence.state === 'CLEAN')
    rows.add('download_ticket', `${name}/download`, {
      evidence_id: evidence.id,
      account_id,
      ticket_hash: hash('download'),
      expires_at: '2027-01-11T08:01:00Z',
    });
}
