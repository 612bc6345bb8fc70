import type { RowPolicies } from '../../row-level-security';
import { COORDINATOR, ofMyAudits, ofMyService, PLATFORM, SIGNED_IN } from '../second-wall/conditions';

const byPlatform = { insert: PLATFORM, update: PLATFORM } as const;
const LEVELS_KEPT_BY = `${COORDINATOR} or 'TEMPLATE_EDITOR' = any((select app.roles())::text[]) or ${PLATFORM}`;
const MINE = ofMyService('audited_service_id');
const SERVICE_OR_TEAM = `${ofMyAudits('audit_id')} or ${MINE}`;

/** Levels are for everybody; doses of a service are its own and, once it has accepted, its team's: nobody else's. */
export const DOSE_POLICIES: Readonly<Record<string, RowPolicies>> = {
  exam_type: { select: SIGNED_IN, ...byPlatform },
  dose_population: { select: SIGNED_IN, ...byPlatform },
  reference_level_source: { select: SIGNED_IN, insert: LEVELS_KEPT_BY, update: PLATFORM },
  reference_level: { select: SIGNED_IN, insert: LEVELS_KEPT_BY },
  dose_key: { select: 'false', insert: PLATFORM },
  dose_import: {
    select: SERVICE_OR_TEAM,
    insert: MINE,
    update: `${MINE} or ${PLATFORM}`,
    fixed: ['audit_id', 'audited_service_id', 'sha256', 'created_by_id'],
  },
  dose_refusal: {
    select: `exists (select 1 from dose_import i where i.id = dose_import_id
      and (${ofMyAudits('i.audit_id')} or ${ofMyService('i.audited_service_id')}))`,
    insert: PLATFORM,
    delete: `exists (select 1 from dose_import i where i.id = dose_import_id and ${ofMyService('i.audited_service_id')})`,
  },
  protocol_mapping: {
    select: MINE,
    insert: MINE,
    update: MINE,
    fixed: ['audited_service_id', 'modality', 'protocol_key'],
  },
  dose_record: {
    select: SERVICE_OR_TEAM,
    insert: PLATFORM,
    update: `${MINE} or ${PLATFORM}`,
    delete: MINE,
    // What was measured stays as it was read: only what follows from the mapping, and from the records beside it, changes.
    fixed: [
      'dose_import_id',
      'audit_id',
      'audited_service_id',
      'position',
      'place',
      'modality',
      'level',
      'study_key',
      'event_key',
      'performed_in',
      'protocol',
      'protocol_key',
      'acquisition_type',
      'equipment',
      'age_years',
      'weight_kg',
      'ctdi_vol_mgy',
      'phantom_cm',
      'dlp_mgy_cm',
      'scanning_length_mm',
      'dap_mgy_cm2',
      'entrance_dose_mgy',
      'mean_glandular_dose_mgy',
      'compressed_thickness_mm',
      'fluoroscopy_seconds',
      'notes',
    ],
  },
};

/**
 * The work of an import begins when its file has arrived: the platform queues the operation for whoever sent it.
 */
export const QUEUED_FOR_SENDERS = `
  create policy queues on operation for insert to vis_a_vis_runtime
    with check (${PLATFORM} and kind = 'DOSE_IMPORT');`;
