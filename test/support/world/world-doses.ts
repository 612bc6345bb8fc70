import { isFrom, type WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** An import of doses in every audit whose self-assessment was open, with a record and a refused part. */
export function addDoses(rows: WorldRows, audit: WorldAudit): void {
  if (!isFrom(audit.state, 'SELF_ASSESSMENT')) return;
  const { name } = audit;
  const account = worldId('account', `manager ${audit.service}`);
  const operation_id = rows.add('operation', `${name}/doses`, {
    kind: 'DOSE_IMPORT',
    state: 'DONE',
    account_id: account,
    deadline_at: '2027-02-01T00:00:00Z',
    result: { created: 1, changed: 0, refused: 1 },
  });
  const dose_import_id = rows.add('dose_import', name, {
    audit_id: audit.id,
    audited_service_id: audit.serviceId,
    operation_id,
    state: 'DONE',
    sha256: '0'.repeat(64),
    read_count: 2,
    kept_count: 1,
    refused_count: 1,
    created_by_id: account,
  });
  rows.add('dose_record', name, {
    dose_import_id,
    audit_id: audit.id,
    audited_service_id: audit.serviceId,
    position: 1,
    place: 'row 2',
    modality: 'CT',
    level: 'EVENT',
    protocol: `Protocole ${name}`,
    protocol_key: `protocole ${name.toLowerCase()}`,
    age_years: 50,
    ctdi_vol_mgy: 8,
    phantom_cm: 32,
    exam_code: 'CT-THX',
    population: 'ADULT',
  });
  rows.add('dose_refusal', name, {
    dose_import_id,
    position: 1,
    place: 'row 3',
    code: 'DOSE_FILE_UNREADABLE',
    params: {},
  });
}

/** What each service means by a protocol name, and the secret of its hashes. */
export function addProtocols(rows: WorldRows): void {
  for (const service of ['A', 'B', 'C']) {
    const audited_service_id = worldId('audited_service', service);
    rows.add('protocol_mapping', `${service}.mapping`, {
      audited_service_id,
      modality: 'CT',
      protocol_key: 'thorax',
      protocol: `Thorax ${service}`,
      exam_code: 'CT-THX',
      decided_by_id: worldId('account', `manager ${service}`),
    });
    rows.link('dose_key', { audited_service_id, secret: `secret ${service}` });
  }
}
