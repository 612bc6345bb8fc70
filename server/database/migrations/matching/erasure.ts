import { ERASE_FACTS, FACTS_ERASED } from '../conflict-graph/erasure';
import { erasure } from '../trail-chain/erasure';

/**
 * What was decided about an erased person loses its reason, and what runs read of him goes: a snapshot holds his ties, so
 * that all of it is emptied. Its hash stays, and so does the plan, which names him by his pseudonym alone.
 */
export const ERASE_FROM_RUNS = erasure({
  tables: [...FACTS_ERASED.tables, 'matching_decision', 'proposed_member'],
  links: FACTS_ERASED.links,
  statements: `${FACTS_ERASED.statements}
      update matching_decision set reason = '', version = version + 1, updated_at = now()
        where auditor_id = any(auditors);
      update matching_snapshot s set content = null
        where exists (select 1 from unnest(auditors) a (id)
          where s.content -> 'auditors' @> jsonb_build_array(jsonb_build_object('id', a.id)));`,
}).replaceAll('create function', 'create or replace function');

/** The way back. */
export const ERASE_WITHOUT_RUNS = ERASE_FACTS;
