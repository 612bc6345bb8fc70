import { NEEDED_SEATS } from '../matching';

/** What the audit `a` needs of its team, as `need`. */
export const NEED = `
  cross join lateral (
    select ${NEEDED_SEATS} from (values (1)) one
    left join staffing_need n on n.campaign_id = a.campaign_id and n.audited_service_id = a.audited_service_id
    left join matching_settings s on s.campaign_id = a.campaign_id
  ) need`;

/**
 * Whether a document of the audit `a` bears a signature that stands, of each profession that must sign: radiologist and
 * radiographer, as far as the audit needs them (`need`). Who has left the team signs no more.
 * @param number version of the report, as SQL
 */
export const isSigned = (document: 'DRAFT' | 'REPORT' | 'AMENDMENT', number: string): string => `
  (select count(*) > 0
     and (need."radiologists" = 0 or coalesce(bool_or(m.seat = 'RADIOLOGIST'), false))
     and (need."radiographers" = 0 or coalesce(bool_or(m.seat = 'RADIOGRAPHER'), false))
   from report_signature g join assignment m on m.id = g.assignment_id
   where g.audit_id = a.id and g.document = '${document}' and g.number = ${number} and g.voided_at is null
     and m.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED'))`;
