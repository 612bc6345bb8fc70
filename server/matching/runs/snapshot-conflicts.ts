import { addMonths, type CalendarDate } from '../../kernel/working-days';
import type { FrozenConflictRule } from '../../templates';
import type { FoundConflict } from '../conflicts/conflict-rules';
import { conflictsOfCampaign, type Ask } from '../conflicts/find-conflicts';
import type { FrozenSettings } from '../needs/frozen-settings';
import type { SnapshotAuditor } from './snapshot-auditors';
import type { SnapshotService } from './snapshot-services';
import { reviewKey, type SnapshotTeams } from './snapshot-teams';

/** Auditor, audit, code: the pair is no candidate. */
export type Blocked = readonly [string, string, string];

/**
 * Codes of what keeps a pair apart beside the conflict rules: no common language, no recent practice, a
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
  const auditorIds = auditors.map(({ auditor }) => auditor.id);
  const pinned = new Set(
    teams.decisions.flatMap(({ kind, auditId, auditorId }) =>
      kind === 'PIN' ? [`${auditId} ${auditorId}`] : [],
    ),
  );
  const keepsApart = (auditId: string, auditorId: string, { level, ruleCode }: FoundConflict): boolean =>
    level === 'BLOCK' ||
    (level === 'REVIEW' &&
      !settings.isReviewAllowed &&
      !pinned.has(`${auditId} ${auditorId}`) &&
      !teams.reviewed.has(reviewKey(auditId, auditorId, ruleCode)));
  const blocked: Blocked[] = [];
  for (const some of piecesOf(services)) {
    const auditOf = new Map(some.map(({ service, auditedServiceId }) => [auditedServiceId, service.id]));
    const asked = { auditorIds, serviceIds: [...auditOf.keys()] };
    const found = await conflictsOfCampaign(sql, campaign.rules, campaign.id, today, asked, {
      ignoresTeams: true,
    });
    for (const conflict of found) {
      const { auditorId, serviceId, ruleCode } = conflict;
      // What stands against the auditor alone keeps him from all of them.
      for (const auditId of serviceId === null ? auditOf.values() : [auditOf.get(serviceId) ?? []].flat())
        if (keepsApart(auditId, auditorId, conflict)) blocked.push([auditorId, auditId, ruleCode]);
    }
  }
  const personal = auditors.map((candidate) => ({
    candidate,
    codes: personalUnfitness(candidate, settings, today),
  }));
  for (const { service, languages } of services) {
    for (const { candidate, codes } of personal) {
      const { id } = candidate.auditor;
      if (settings.isLanguageRequired && !isUnderstood(candidate, languages))
        blocked.push([id, service.id, 'LANGUAGE']);
      for (const code of codes) blocked.push([id, service.id, code]);
    }
  }
  return distinct([...blocked, ...(await returnedAudits(sql, campaign, services, auditors, today))]);
}

/** Services whose conflicts are evaluated in one go: whoever serves requests gets his turn in between. */
const AT_ONCE = 50;

const piecesOf = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_none, index) =>
    list.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

/** Pairs that would return an audit of this campaign whose team is not composed any more. */
async function returnedAudits(
  sql: Ask,
  campaign: { id: string; rules: readonly FrozenConflictRule[] },
  services: readonly SnapshotService[],
  auditors: readonly SnapshotAuditor[],
  today: CalendarDate,
): Promise<Blocked[]> {
  const rule = campaign.rules.find(
    ({ predicate, steps }) =>
      predicate === 'RECIPROCITY' && steps.some(({ window }) => window === 'sameCampaign'),
  );
  if (!rule) return [];
  const composed = services.map(({ service }) => service.id);
  const settled = await settledAudits(sql, campaign.id, composed, today);
  return services.flatMap(({ service, organisations }) =>
    auditors
      .filter((candidate) =>
        settled.some((audit) => isReturned(audit, candidate.organisations, organisations)),
      )
      .map(({ auditor }): Blocked => [auditor.id, service.id, rule.code]),
  );
}

function isUnderstood({ languages }: SnapshotAuditor, spoken: readonly string[]): boolean {
  return spoken.length === 0 || spoken.some((language) => languages.includes(language));
}

/** What keeps an auditor from every service. */
function personalUnfitness(
  { isQualified, practisedUntil }: SnapshotAuditor,
  { recencyYears }: FrozenSettings,
  today: CalendarDate,
): (typeof FITNESS_CODES)[number][] {
  const isRecent =
    recencyYears === null || practisedUntil === null || addMonths(practisedUntil, 12 * recencyYears) >= today;
  return [...(isRecent ? [] : (['RECENCY'] as const)), ...(isQualified ? [] : (['QUALIFICATION'] as const))];
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
