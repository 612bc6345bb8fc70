import { sectionScores, type GradeValue } from '../../audits';
import type { Ask } from '../../database/read-model';

/** A service whose report is out, as it counts in a campaign. */
export interface ReportedService {
  auditId: string;
  serviceId: string;
  sector: string | null;
  regionCode: string;
  regionName: string;
  modalities: readonly string[];
  /** Null where the registry says nothing. */
  scanners: number | null;
  mri: number | null;
}

/** A criterion of the campaign's template. */
export interface CampaignCriterion {
  id: string;
  code: string;
  weight: number;
  textFr: string;
  textEn: string;
  sectionId: string;
  sectionCode: string;
  titleFr: string;
  titleEn: string;
}

/** What the services judged of themselves, and the teams of them. */
export type GradeStages = Readonly<Record<'SELF' | 'CONSENSUS', ReadonlyMap<string, GradeValue>>>;

/** What the figures of a campaign are made of. */
export interface CampaignFacts {
  services: readonly ReportedService[];
  /** In their order. */
  criteria: readonly CampaignCriterion[];
  /** By service, then by criterion. */
  grades: ReadonlyMap<string, GradeStages>;
}

/** Services count once their report is out; a cancelled audit never does. */
const SERVICES = `
  select a.id as "auditId", s.id as "serviceId", s.sector, s.region_code as "regionCode", s.region_name as "regionName",
    s.modalities, s.scanners, s.mri
  from audit a join audited_service s on s.id = a.audited_service_id
  where a.campaign_id = $1 and a.report_issued_at is not null and a.state <> 'CANCELLED'
  order by s.id`;

const CRITERIA = `
  select c.id, c.code, c.weight::double precision as weight, c.text_fr as "textFr", c.text_en as "textEn",
    s.id as "sectionId", s.code as "sectionCode", s.title_fr as "titleFr", s.title_en as "titleEn"
  from campaign k
  join section s on s.template_version_id = k.template_version_id
  join criterion c on c.section_id = s.id
  where k.id = $1 order by s.position, c.position`;

const GRADES = `
  select a.audited_service_id as "serviceId", g.criterion_id as "criterionId", g.stage, g.value
  from grade g join audit a on a.id = g.audit_id
  where a.campaign_id = $1 and a.report_issued_at is not null and a.state <> 'CANCELLED'
    and g.stage in ('SELF', 'CONSENSUS')`;

interface GradeRow {
  serviceId: string;
  criterionId: string;
  stage: 'SELF' | 'CONSENSUS';
  value: GradeValue;
}

/** Reads what a campaign's figures are made of. @param sql sees every audit (an act's own reads) */
export async function campaignFacts(sql: Ask, campaignId: string): Promise<CampaignFacts> {
  const services = await sql<ReportedService>(SERVICES, [campaignId]);
  const criteria = await sql<CampaignCriterion>(CRITERIA, [campaignId]);
  const rows = await sql<GradeRow>(GRADES, [campaignId]);
  const grades = new Map(
    services.map(({ serviceId }) => [
      serviceId,
      { SELF: new Map<string, GradeValue>(), CONSENSUS: new Map<string, GradeValue>() },
    ]),
  );
  for (const { serviceId, criterionId, stage, value } of rows)
    grades.get(serviceId)?.[stage].set(criterionId, value);
  return { services, criteria, grades };
}

/** The sections of a campaign, each with its criteria, in their order. */
export function sectionsOf(criteria: readonly CampaignCriterion[]): CampaignCriterion[][] {
  const bySection = new Map<string, CampaignCriterion[]>();
  for (const criterion of criteria) {
    const own = bySection.get(criterion.sectionId) ?? [];
    bySection.set(criterion.sectionId, own);
    own.push(criterion);
  }
  return [...bySection.values()];
}

/** Scores from 0 to 1 by section, then by service; a service without a score in a section is not there. */
export type SectionValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The scores of all services at a stage. */
export function scoresOf(
  { services, criteria, grades }: CampaignFacts,
  stage: keyof GradeStages,
): SectionValues {
  const found = new Map<string, Map<string, number>>(criteria.map(({ sectionId }) => [sectionId, new Map()]));
  for (const { serviceId } of services) {
    const given = [...(grades.get(serviceId)?.[stage] ?? [])].map(([criterionId, value]) => ({
      criterionId,
      value,
    }));
    for (const { sectionId, score } of sectionScores(given, criteria))
      if (score !== null) found.get(sectionId)?.set(serviceId, score);
  }
  return found;
}

/** By how much services rated themselves otherwise than the team did: their own score less the consensus. */
export function gapsOf(self: SectionValues, consensus: SectionValues): SectionValues {
  return new Map(
    [...consensus].map(([sectionId, scores]) => {
      const own = self.get(sectionId);
      const gaps = [...scores].flatMap(([serviceId, score]): [string, number][] => {
        const said = own?.get(serviceId);
        return said === undefined ? [] : [[serviceId, said - score]];
      });
      return [sectionId, new Map(gaps)];
    }),
  );
}
