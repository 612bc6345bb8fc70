import { ofMyService, PLATFORM } from '../second-wall/conditions';
import { watch } from '../trail-chain/tables';

/** What the platform changes of a piece of evidence when its file has arrived or was looked into. */
const FOLLOWING = `'{state,version,updated_at}'::text[]`;
const SAME_CONTENT = `(to_jsonb(old) - ${FOLLOWING}) = (to_jsonb(new) - ${FOLLOWING})`;

/**
 * The state of a piece of evidence follows its file, without anybody acting: that alone the platform may change. All else
 * of it stays content of an audit.
 */
export const EVIDENCE_FOLLOWS = `
  alter policy changes on evidence with check (${ofMyService('audited_service_id')} or ${PLATFORM});
  drop trigger trail_capture on evidence;
  create trigger trail_capture after insert or delete on evidence
    for each row execute function app.trail_capture('id', '', 'content');
  create trigger trail_capture_content after update on evidence
    for each row when (not ${SAME_CONTENT}) execute function app.trail_capture('id', '', 'content');
  create trigger trail_capture_state after update on evidence
    for each row when (${SAME_CONTENT}) execute function app.trail_capture('id', '', '');
`;

/** The way back. */
export const EVIDENCE_STANDS = `
  drop trigger trail_capture on evidence;
  drop trigger trail_capture_content on evidence;
  drop trigger trail_capture_state on evidence;
  ${watch({ table: 'evidence', isContent: true })}
  alter policy changes on evidence with check (${ofMyService('audited_service_id')});
`;
