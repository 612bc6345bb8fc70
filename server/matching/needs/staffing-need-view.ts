import type { ComputedEdge } from '../../database/read-model';
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

/** What the service of an audit, or of an application, needs. The policy table says who may ask. */
export const staffingNeedEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['campaignId', 'auditedServiceId'],
  compute: (rows, { sqlOfActs }) => staffingNeeds(sqlOfActs, rows as unknown as Place[]),
};

/**
 * The same for a service in one campaign (`campaignId`), before there is an audit; null for whom the need is hidden: it is
 * the service's own and the programme's, unless a tie stands between.
 */
export const staffingNeedOfServiceEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(rows, { viewer, sqlOfActs }, { campaignId }) {
    const isProgramme = viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER');
    const places = rows.map(({ id }) => ({ campaignId: campaignId as string, auditedServiceId: id }));
    const needs = await staffingNeeds(sqlOfActs, places);
    return rows.map(({ id }, index) => {
      const mayKnow = viewer.services.has(id) || (isProgramme && !viewer.walledServices.has(id));
      return mayKnow ? needs[index] : null;
    });
  },
};
