import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLES, protect } from '../row-level-security';
import { ME, PLATFORM } from './second-wall/conditions';
import { DEFINER } from './trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

const TABLE = `
  create table report_download (
    id uuid primary key,
    report_id uuid not null references report (id),
    audience text not null check (audience in ('SERVICE', 'G4', 'PUBLIC')),
    format text not null check (format in ('PDF', 'HTML', 'JSON')),
    language text not null check (language in ('fr', 'en')),
    account_id uuid not null references account (id),
    ticket_hash text not null unique,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    created_at timestamptz(3) not null default now()
  );
  create index report_download_report_idx on report_download (report_id);
  create index report_download_account_idx on report_download (account_id);
  create index report_download_created_idx on report_download (created_at);
`;

/**
 * Uses a ticket up and enters as the account that it was made for, whose sight then decides; as for files of evidence, no
 * session is asked for. Null, and nobody entered, when the ticket is unknown, used, too old, or its account closed.
 */
const REDEEM = `
  create function app.redeem_report_ticket(ticket text, today date, moment timestamptz) returns jsonb
  language plpgsql volatile ${DEFINER} as $$
  declare
    redeemed report_download;
    session integer;
  begin
    update report_download d set used_at = moment
      where d.ticket_hash = ticket and d.used_at is null and d.expires_at > moment
      returning d.* into redeemed;
    select a.session_version into session from account a where a.id = redeemed.account_id;
    if session is null or app.enter(redeemed.account_id, session, today) is null then
      return null;
    end if;
    return jsonb_build_object('reportId', redeemed.report_id, 'audience', redeemed.audience,
      'format', redeemed.format, 'language', redeemed.language);
  end $$;
  alter function app.redeem_report_ticket(text, date, timestamptz) owner to ${owner};
  revoke all on function app.redeem_report_ticket(text, date, timestamptz) from public;
  grant execute on function app.redeem_report_ticket(text, date, timestamptz) to ${runtime};
`;

/** Who may fetch one rendering of a report once. */
export class ReportDownloads1795000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(
      protect('report_download', {
        // Acts and the platform read it; nobody is shown it.
        select: 'false',
        insert: `account_id = ${ME}`,
        update: PLATFORM,
        delete: PLATFORM,
        fixed: ['report_id', 'audience', 'format', 'language', 'account_id', 'ticket_hash', 'expires_at'],
      }),
    );
    await runner.query(REDEEM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.redeem_report_ticket(text, date, timestamptz);
      drop table report_download;
    `);
  }
}
