import {
  ME,
  MY_AUDITOR,
  MY_PERSON,
  ofMyAudits,
  ofMyService,
  PROGRAMME,
  STAFF,
} from '../second-wall/conditions';

/** Acts on an audit that its service learns of; the first wall's table of them stands in server/identity/policy. */
const FOR_SERVICES = `{auditPlanVisit,auditShowTeam,auditAgreeTeam,auditConfirmTeam,auditOpenSelfAssessment,
  auditRecordDefault,selfAssessmentSubmit,auditStartVisit,auditEndVisit,draftReportSubmit,
  contradictoryAnswer,contradictoryClose,reportIssue,reportAmend,planOpen,planSubmit,planReturn,planAccept,auditClose,
  auditSuspend,auditResume,auditCancel,auditEscalateSafety,findingReply,findingDispose}`;

/** A service's own work on its self-assessment, which nobody else follows before it is handed in. */
const OF_SERVICES = `{gradeSelf,gradesSelf}`;

/** And those that its team learns of besides. */
const FOR_TEAMS = `{auditPlan,auditProposeTeam,draftReportSign,reportSign,reportAmendmentPropose,reportAmendmentSign,
  reportAmendmentWithdraw,findingCreate,findingUpdate,findingDiscard}`;

/** Acts that would tell who judges, when, and how far he is, before all have judged. */
const BLIND = `{gradeRecord,gradesRecord,sectionSubmit,consensusPropose,consensusAgree,consensusAgreeAll,measureRecord}`;

/** Reading: that a file or a report was looked at, and when, would tell how far its reader is. It is told to himself alone. */
const FOR_ONESELF = `{evidenceDownload,reportDownload}`;

/** What was found in a file, and that a person had to decide on it: its service's alone. */
const OF_SCANS = `{evidenceScan,evidenceRelease,evidenceRefuse}`;

const OF_THE_SERVICE = `'Recusal', 'Application', 'CorrectiveAction', 'Evidence'`;

const seen = (table: string): string => `exists (select 1 from ${table} o where o.id = object_id)`;

/** A noun of a later migration between a service and its team, whose history is read by who sees it. */
export interface LaterNoun {
  type: string;
  table: string;
}

/** As things were when the trail began. */
export const NO_LATER_NOUNS: readonly LaterNoun[] = [];

const objectIsVisible = (later: readonly LaterNoun[]): string => `
  create function app.trail_object_is_visible(object_type text, object_id uuid) returns boolean language sql stable as $$
    select case object_type${later.map(({ type, table }) => ` when '${type}' then ${seen(table)}`).join('')}
      when 'Audit' then ${seen('audit')} when 'Assignment' then ${seen('assignment')}
      when 'Recusal' then ${seen('recusal')} when 'Evidence' then ${seen('evidence')}
      when 'Finding' then ${seen('finding')} when 'Report' then ${seen('report')}
      when 'CorrectiveAction' then ${seen('corrective_action')} when 'Application' then ${seen('application')}
      when 'Campaign' then ${seen('campaign')} when 'Account' then ${seen('account')}
      when 'Person' then ${seen('person')} when 'Auditor' then ${seen('auditor')}
      when 'DeclarationOfInterests' then ${seen('declaration_of_interests')}
      else false end $$;
`;

const actIsVisible = (later: readonly LaterNoun[]): string => `
  create function app.trail_act_is_visible(act text, object_type text, object_id uuid) returns boolean
    language sql stable as $$
    select case
      when act = any('${FOR_ONESELF}'::text[]) then false
      when act = any('${OF_SCANS}'::text[]) then
        exists (select 1 from evidence e where e.id = object_id and ${ofMyService('e.audited_service_id')})
      when act = any('${BLIND}'::text[]) then ${PROGRAMME}
        and exists (select 1 from audit a where a.id = object_id and a.report_issued_at is not null)
      when object_type in ('Account', 'DeclarationOfInterests') then true
      when object_type = 'Person' then ${STAFF} or object_id = ${MY_PERSON}
      when object_type = 'Auditor' then ${PROGRAMME} or object_id = ${MY_AUDITOR}
      when object_type = 'Assignment' then ${PROGRAMME}
        or exists (select 1 from assignment s where s.id = object_id and s.auditor_id = ${MY_AUDITOR})
      when ${PROGRAMME} or object_type in (${[OF_THE_SERVICE, ...later.map(({ type }) => `'${type}'`)].join(', ')}) then true
      when act = any('${OF_SERVICES}'::text[]) then
        exists (select 1 from audit a where a.id = object_id and ${ofMyService('a.audited_service_id')})
      when act = any('${FOR_SERVICES}'::text[]) then true
      when act = any('${FOR_TEAMS}'::text[]) then case object_type
        when 'Audit' then ${ofMyAudits('object_id')}
        else exists (select 1 from finding f where f.id = object_id and ${ofMyAudits('f.audit_id')}) end
      else false end $$;
`;

/**
 * Who reads what of the trail. The functions run as whoever asks, so that an object counts as visible only if its own row
 * policy says so.
 */
export const READING = `
  ${objectIsVisible(NO_LATER_NOUNS)}
  ${actIsVisible(NO_LATER_NOUNS)}
  -- What a row was like, for reading an audit as of a day: what its service was not shown yet stays with the team.
  create function app.trail_payload_is_visible(table_name text, row_id uuid, before text, after text) returns boolean
    language sql stable as $$
    select case table_name
      when 'audit' then exists (select 1 from audit a where a.id = row_id)
      when 'corrective_action' then exists (select 1 from corrective_action c where c.id = row_id)
      when 'finding' then exists (select 1 from finding f where f.id = row_id and (${ofMyAudits('f.audit_id')} or (
        (before is null or before::jsonb ->> 'drafted_statement' is not null)
        and (after is null or after::jsonb ->> 'drafted_statement' is not null))))
      else false end $$;
`;

/** The same functions made anew, with all nouns that came since the trail began. */
export const readingWith = (later: readonly LaterNoun[]): string =>
  (objectIsVisible(later) + actIsVisible(later)).replaceAll('create function', 'create or replace function');

/** Entries that a request may read: its own, and those of acts that the viewer may know of, on what he can see. */
export const ENTRY_IS_VISIBLE = `app.trail_object_is_visible(object_type, object_id)
  and (account_id = ${ME} or app.trail_act_is_visible(act, object_type, object_id))`;
