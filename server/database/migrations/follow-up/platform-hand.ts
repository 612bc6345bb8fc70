import { CAPTURE } from '../trail-chain/functions';
import { coordinatorFree, ofMyAudits, ofMyService, PLATFORM } from '../second-wall/conditions';
import { watch } from '../trail-chain/tables';

const ASKS = 'if app.account_id() is null then';

/** The function that keeps changed rows, made anew. */
const anew = (text: string): string =>
  text
    .slice(text.indexOf('create function app.trail_capture()'))
    .replace('create function', 'create or replace function');

/**
 * As it was, but that a trigger can say of a change that the platform makes it by itself and that its rows are kept all the
 * same: an audit is read as of a day from them.
 */
const CAPTURE_PLATFORM = anew(CAPTURE).replace(
  ASKS,
  `if app.account_id() is null and tg_argv[2] <> 'platform' then`,
);

/**
 * Triggers of a table of content, of which the platform may change one thing without anybody acting.
 * @param change condition on `old` and `new` that says which
 * @param columns what changes with it; all else stays as it was
 */
export function watchWithPlatform(table: string, change: string, columns: readonly string[]): string {
  const changing = `'{${[...columns, 'version', 'updated_at'].join(',')}}'::text[]`;
  const alone = `${change} and (to_jsonb(old) - ${changing}) = (to_jsonb(new) - ${changing})`;
  return `
    create trigger trail_capture after insert or delete on ${table}
      for each row execute function app.trail_capture('id', '', 'content');
    create trigger trail_capture_content after update on ${table}
      for each row when (not (${alone})) execute function app.trail_capture('id', '', 'content');
    create trigger trail_capture_platform after update on ${table}
      for each row when (${alone}) execute function app.trail_capture('id', '', 'platform');`;
}

const ACTS = `${coordinatorFree('audited_service_id')} or ${ofMyService('audited_service_id')} or ${ofMyAudits('audit_id')}`;

/** A waiver ends on its day without anybody acting: the platform gives the action back, and may change nothing else of it. */
export const WAIVERS_END = `
  ${CAPTURE_PLATFORM}
  alter policy changes on corrective_action with check (${ACTS} or ${PLATFORM});
  drop trigger trail_capture on corrective_action;
  ${watchWithPlatform('corrective_action', `old.state = 'WAIVED' and new.state = 'REOPENED'`, [
    'state',
    'due_on',
    'reopen_reason',
    'waiver_reason',
    'waiver_expires_on',
    'waiver_requested_by_id',
    'waived_by_id',
  ])}`;

/** The way back. */
export const WAIVERS_STAND = `
  drop trigger trail_capture on corrective_action;
  drop trigger trail_capture_content on corrective_action;
  drop trigger trail_capture_platform on corrective_action;
  ${watch({ table: 'corrective_action', isContent: true })}
  alter policy changes on corrective_action with check (${ACTS});
  ${anew(CAPTURE)}`;
