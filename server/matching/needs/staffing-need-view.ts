import type { ComputeContext, ComputedEdge } from '../../database/read-model';
import type { Viewer } from '../../kernel/viewer';
import type { Ask } from '../conflicts/find-conflicts';
import { DEFAULT_SETTINGS } from './frozen-settings';

/** What a service needs of its team, defaults of its campaign filled in. */
export interface StaffingNeedView {
  radiologists: number;
  radiographers: number;
  medicalPhysicists: number;
  hasTraineeSeat: boolean;
  weeks: string[];
  criticalModalities: string[];
  languages: string[];
  /** 0 while nothing was told. */
  version: number;
}

const { seats } = DEFAULT_SETTINGS;

/** Seats of a service: its own word `n`, else the campaign's `s`, else the default. */
export const NEEDED_SEATS = `
  coalesce(n.radiologists, s.radiologists, ${seats.RADIOLOGIST}) as "radiologists",
  coalesce(n.radiographers, s.radiographers, ${seats.RADIOGRAPHER}) as "radiographers",
  coalesce(n.medical_physicists, s.medical_physicists, ${seats.MEDICAL_PHYSICIST}) as "medicalPhysicists"`;

interface Place {
  campaignId: string;
  auditedServiceId: string;
}

/** What services need in their campaigns, in one statement and in their order. */
export async function staffingNeeds(sql: Ask, places: readonly Place[]): Promise<StaffingNeedView[]> {
  return sql<StaffingNeedView>(
    `select ${NEEDED_SEATS},
       coalesce(n.has_trainee_seat, false) as "hasTraineeSeat", coalesce(n.weeks, '{}') as "weeks",
       coalesce(n.critical_modalities, '{}') as "criticalModalities", coalesce(n.languages, '{fr}') as "languages",
       coalesce(n.version, 0) as "version"
     from unnest($1::uuid[], $2::uuid[]) with ordinality asked (campaign_id, audited_service_id, index)
     left join staffing_need n on n.campaign_id = asked.campaign_id and n.audited_service_id = asked.audited_service_id
     left join matching_settings s on s.campaign_id = asked.campaign_id
     order by asked.index`,
    [places.map(({ campaignId }) => campaignId), places.map(({ auditedServiceId }) => auditedServiceId)],
  );
}

/** A need is the service's own and the programme's, unless a tie stands between. */
function mayKnow({ services, roles, walledServices }: Viewer, auditedServiceId: string): boolean {
  const isProgramme = roles.has('COORDINATOR') || roles.has('STEERING_MEMBER');
  return services.has(auditedServiceId) || (isProgramme && !walledServices.has(auditedServiceId));
}

async function needsFor(
  places: readonly Place[],
  { viewer, sqlOfActs }: ComputeContext,
): Promise<(StaffingNeedView | null)[]> {
  const needs = await staffingNeeds(sqlOfActs, places);
  return places.map(({ auditedServiceId }, index) =>
    mayKnow(viewer, auditedServiceId) ? (needs[index] ?? null) : null,
  );
}

/** What the service of an audit needs; null for whom it is hidden. */
export const staffingNeedEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['campaignId', 'auditedServiceId'],
  compute: (rows, context) => needsFor(rows as unknown as Place[], context),
};

/** The same for a service in one campaign (`campaignId`), before there is an audit. */
export const staffingNeedOfServiceEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (rows, context, { campaignId }) =>
    needsFor(
      rows.map(({ id }) => ({ campaignId: campaignId as string, auditedServiceId: id })),
      context,
    ),
};
