import { addMonths, type CalendarDate } from '../../kernel/working-days';
import type { FrozenConflictRule } from '../../templates';
import { conflictsFor, type Ask } from '../conflict-facts';
import type { FoundConflict } from '../conflict-rules';
import type { FrozenSettings } from '../needs/frozen-settings';
import type { SnapshotAuditor } from './snapshot-auditors';
import type { SnapshotService } from './snapshot-services';
import { reviewKey, type SnapshotTeams } from './snapshot-teams';

/** Auditor, audit, code: the pair is no candidate. */
export type Blocked = readonly [string, string, string];

/**
 * Codes of what keeps a pair apart beside the conflict rules: no common language, no recent practice (domain §4.3), a
 * qualification that does not hold any more.
 */
export const FITNESS_CODES = ['LANGUAGE', 'RECENCY', 'QUALIFICATION'] as const;

/** Who audits whom already in this campaign, on teams that are not composed any more: organisation by organisation. */
interface SettledAudit {
  auditors: string[];
  service: string[];
}

/**
 * Every pair that a rule of the campaign or the fitness of the auditor keeps apart. What depends on the plan itself (team
 * mates, reciprocity between teams that are being composed) is left to the matcher.
 */
export async function blockedPairs(
  sql: Ask,
  campaign: { id: string; rules: readonly FrozenConflictRule[] },
  parts: {
    services: readonly SnapshotService[];
    auditors: readonly SnapshotAuditor[];
    teams: SnapshotTeams;
    settings: FrozenSettings;
    today: CalendarDate;
  },
): Promise<Blocked[]> {
  const { services, auditors, teams, settings, today } = parts;
  const rules = planFreeRules(campaign.rules);
  const ids = auditors.map(({ auditor }) => auditor.id);
  const pinned = new Set(
    teams.decisions.flatMap(({ kind, auditId, auditorId }) =>
      kind === 'PIN' ? [`${auditId} ${auditorId}`] : [],
    ),
  );
  const reciprocity = campaign.rules.find(
    ({ predicate, steps }) =>
      predicate === 'RECIPROCITY' && steps.some(({ window }) => window === 'sameCampaign'),
  );
  const settled = reciprocity
    ? await settledAudits(
        sql,
        campaign.id,
        services.map(({ service }) => service.id),
        today,
      )
    : [];
  const blocked: Blocked[] = [];
  for (const { service, auditedServiceId, languages, organisations } of services) {
    const audit = { auditId: service.id, auditedServiceId, campaignId: campaign.id };
    const found = await conflictsFor(sql, rules, audit, ids, today);
    const keepsApart = (auditorId: string, { level, ruleCode }: FoundConflict): boolean =>
      level === 'BLOCK' ||
      (level === 'REVIEW' &&
        !settings.isReviewAllowed &&
        !pinned.has(`${service.id} ${auditorId}`) &&
        !teams.reviewed.has(reviewKey(service.id, auditorId, ruleCode)));
    for (const candidate of auditors) {
      const { id } = candidate.auditor;
      for (const conflict of found.get(id) ?? [])
        if (keepsApart(id, conflict)) blocked.push([id, service.id, conflict.ruleCode]);
      if (reciprocity && settled.some((each) => isReturned(each, candidate.organisations, organisations)))
        blocked.push([id, service.id, reciprocity.code]);
      for (const code of unfitness(candidate, languages, settings, today))
        blocked.push([id, service.id, code]);
    }
  }
  return distinct(blocked);
}

/** The rules without what they say of teams and of this campaign's other teams, which the plan decides. */
function planFreeRules(rules: readonly FrozenConflictRule[]): FrozenConflictRule[] {
  return rules
    .filter(({ predicate }) => predicate !== 'TEAM_SAME_EMPLOYER')
    .map((rule) =>
      rule.predicate === 'RECIPROCITY'
        ? { ...rule, steps: rule.steps.filter(({ window }) => window !== 'sameCampaign') }
        : rule,
    );
}

function unfitness(
  { languages, isQualified, practisedUntil }: SnapshotAuditor,
  spoken: readonly string[],
  { isLanguageRequired, recencyYears }: FrozenSettings,
  today: CalendarDate,
): (typeof FITNESS_CODES)[number][] {
  const isUnderstood =
    !isLanguageRequired || spoken.length === 0 || spoken.some((language) => languages.includes(language));
  const isRecent =
    recencyYears === null || practisedUntil === null || addMonths(practisedUntil, 12 * recencyYears) >= today;
  return [
    ...(isUnderstood ? [] : (['LANGUAGE'] as const)),
    ...(isRecent ? [] : (['RECENCY'] as const)),
    ...(isQualified ? [] : (['QUALIFICATION'] as const)),
  ];
}

/** Whether somebody of the service audits where the auditor practises: then he does not audit the service. */
function isReturned(
  { auditors, service }: SettledAudit,
  own: readonly string[],
  audited: readonly string[],
): boolean {
  return audited.some((id) => auditors.includes(id)) && own.some((id) => service.includes(id));
}

function settledAudits(
  sql: Ask,
  campaignId: string,
  composed: readonly string[],
  today: CalendarDate,
): Promise<SettledAudit[]> {
  return sql<SettledAudit>(
    `select array(select distinct f.organisation_id::text
         from assignment g join auditor u on u.id = g.auditor_id join affiliation f on f.person_id = u.person_id
         where g.audit_id = a.id and g.state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED')
           and f.kind in ('EMPLOYMENT', 'LOCUM', 'TRAINING', 'OWNERSHIP')
           and f.from_date <= $3::date and (f.to_date is null or f.to_date >= $3::date)) as "auditors",
       array(select s.organisation_id::text from audited_service s where s.id = a.audited_service_id
         union select m.organisation_id::text from service_organisation m where m.audited_service_id = a.audited_service_id
           and m.from_date <= $3::date and (m.to_date is null or m.to_date >= $3::date)) as "service"
     from audit a
     where a.campaign_id = $1::uuid and a.state <> 'CANCELLED' and a.id <> all($2::uuid[])`,
    [campaignId, [...composed], today],
  );
}

function distinct(blocked: readonly Blocked[]): Blocked[] {
  const byKey = new Map(blocked.map((each) => [each.join(' '), each]));
  return [...byKey.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
