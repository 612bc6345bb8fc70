import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLES } from '../row-level-security';
import { DEFINER } from './trail-chain/erasure';
import { readingWith } from './trail-chain/reading';

const { owner, runtime, reader } = DATABASE_ROLES;

/**
 * A report bears the signature of each profession that its audit needs (a radiologist and a radiographer, unless a service
 * or a campaign says otherwise), given by whoever sits there in the team: nobody signs on the seat of another. And it names
 * these signatures and no others. Whether they are of its body, `report_is_signed` looks at. As there, what was issued by
 * the first schema of reports, before there were signatures, is left as it is.
 */
const SIGNED_BY_ALL = `
  create function app.report_is_signed_by_all() returns trigger language plpgsql ${DEFINER} as $$
    declare
      issued jsonb := new.content::jsonb;
      needs_radiologist boolean;
      needs_radiographer boolean;
      signed text[];
    begin
      if (issued -> 'schema' ->> 'version') is distinct from '2' then return new; end if;
      select coalesce(n.radiologists, s.radiologists, 1) > 0, coalesce(n.radiographers, s.radiographers, 1) > 0
        into needs_radiologist, needs_radiographer
        from public.audit a
        left join public.staffing_need n on n.campaign_id = a.campaign_id and n.audited_service_id = a.audited_service_id
        left join public.matching_settings s on s.campaign_id = a.campaign_id
        where a.id = new.audit_id;
      select coalesce(array_agg(g.profession), '{}') into signed
        from public.report_signature g
        join public.assignment m on m.id = g.assignment_id and m.audit_id = g.audit_id and m.auditor_id = g.auditor_id
          and m.seat = g.profession and m.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED')
        where g.audit_id = new.audit_id and g.number = new.number and g.voided_at is null
          and g.document = case when new.number = 1 then 'REPORT' else 'AMENDMENT' end;
      if (needs_radiologist and not 'RADIOLOGIST' = any(signed))
        or (needs_radiographer and not 'RADIOGRAPHER' = any(signed)) then
        raise exception 'a report is issued signed by each profession' using errcode = 'restrict_violation';
      end if;
      if exists (
        select g.profession, g.confirmation, g.signed_at from public.report_signature g
          where g.audit_id = new.audit_id and g.number = new.number and g.voided_at is null
            and g.document = case when new.number = 1 then 'REPORT' else 'AMENDMENT' end
        except all
        select named.profession, named.confirmation, named."signedAt"
          from jsonb_to_recordset(issued -> 'signatures')
            named (profession text, confirmation text, "signedAt" timestamptz)
      ) or jsonb_array_length(issued -> 'signatures') <> (
        select count(*) from public.report_signature g
          where g.audit_id = new.audit_id and g.number = new.number and g.voided_at is null
            and g.document = case when new.number = 1 then 'REPORT' else 'AMENDMENT' end
      ) then
        raise exception 'a report names the signatures that it bears' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  alter function app.report_is_signed_by_all() owner to ${owner};
  revoke all on function app.report_is_signed_by_all() from public;
  grant execute on function app.report_is_signed_by_all() to ${runtime}, ${reader};
  create trigger report_is_signed_by_all before insert on report
    for each row execute function app.report_is_signed_by_all();
`;

const NOUNS = [{ type: 'EvidenceRequest', table: 'evidence_request' }];

/** No report without the signatures of both professions, whoever inserts it; that it was downloaded is told to oneself alone. */
export class ReportGuards1795000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGNED_BY_ALL);
    await runner.query(readingWith(NOUNS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger report_is_signed_by_all on report;
      drop function app.report_is_signed_by_all();
    `);
  }
}
