import type { Ask } from '../../database/read-model';
import type { CalendarDate } from '../../kernel/working-days';
import { agreementOfCampaign, campaignDoses, campaignRates, type CampaignDoses } from '../../measures';
import { timeToEffective, type TimeToEffective } from '../../corrective-actions';
import { freezeDocument } from '../../reports';
import { SUBJECTS } from '../disclosure/disclosures';
import { spreadOf } from '../disclosure/spread';
import { agreementFigure, doseFigure, rateFigure, timeFigure } from './measured-figures';
import { campaignFacts, gapsOf, scoresOf, sectionsOf, type CampaignFacts } from './campaign-facts';
import { statedFindings, tellFindings, type StatedFinding } from './finding-counts';
import { gradeTable, isShownWhole } from './grade-table';
import { voicesOf } from './voices';
import { participationOf } from './participation';

/** Version of the shape below; readers of old syntheses go by it. */
export const SYNTHESIS_SCHEMA_VERSION = 1;

/** A synthesis ready to be kept. */
export interface SynthesisContent {
  /** Canonical JSON (RFC 8785). */
  content: string;
  /** Of the content in UTF-8, hexadecimal. */
  sha256: string;
  /** Which services stand behind what, to be noted before it is told. */
  told: { subject: string; services: ReadonlySet<string> }[];
}

/** What a synthesis says, as it is written. */
export type WrittenSynthesis = ReturnType<typeof written>;

/** The campaign as the synthesis names it. */
interface HeaderRow {
  campaign: { code: string; title: string; visitsFrom: CalendarDate; visitsTo: CalendarDate };
  template: { code: string; version: number; titleFr: string; titleEn: string; contentHash: string };
}

const HEADER = `
  select
    json_build_object('code', k.code, 'title', k.title, 'visitsFrom', k.visits_from, 'visitsTo', k.visits_to) as campaign,
    json_build_object('code', t.code, 'version', v.number, 'titleFr', v.title_fr, 'titleEn', v.title_en,
      'contentHash', v.content_hash) as template
  from campaign k
  join template_version v on v.id = k.template_version_id
  join audit_template t on t.id = v.audit_template_id
  where k.id = $1`;

/**
 * The figures of a campaign over all services whose report is out. It names none of them, and nothing in it tells on fewer
 * than `least`; made twice of the same facts it is the same to the byte.
 * @param sql sees every audit (an act's own reads)
 * @param least at least five
 * @returns null where there are fewer services than that
 */
export async function synthesisContent(
  sql: Ask,
  campaignId: string,
  least: number,
): Promise<SynthesisContent | null> {
  const facts = await campaignFacts(sql, campaignId);
  if (facts.services.length < least) return null;
  const [header] = await sql<HeaderRow>(HEADER, [campaignId]);
  if (!header) throw new Error('a synthesis without a campaign');
  const rates = await campaignRates(sql, campaignId, []);
  const agreement = await agreementOfCampaign(sql, campaignId, []);
  const doses = await campaignDoses(sql, [campaignId], header.campaign.visitsTo);
  const findings = await statedFindings(sql, campaignId);
  const time = await timeToEffective(sql, campaignId);
  const voices = await voicesOf(sql, campaignId, new Map(facts.criteria.map(({ id, code }) => [id, code])));
  const consensus = scoresOf(facts, 'CONSENSUS');
  const gaps = gapsOf(scoresOf(facts, 'SELF'), consensus);
  const values = { consensus, gaps, rates };
  const made = written(header, facts, values, {
    least,
    agreement,
    findings,
    time,
    voices,
    doses: doses.get(campaignId) ?? [],
  });
  return { ...freezeDocument(made), told: toldOf(facts, values) };
}

interface Others {
  least: number;
  agreement: Awaited<ReturnType<typeof agreementOfCampaign>>;
  findings: readonly StatedFinding[];
  doses: readonly CampaignDoses[];
  time: TimeToEffective | null;
  voices: Awaited<ReturnType<typeof voicesOf>>;
}

function written(
  header: HeaderRow,
  facts: CampaignFacts,
  { consensus, gaps, rates }: Values,
  { least, agreement, findings, doses, time, voices }: Others,
) {
  const agreed = new Map(agreement?.criteria.map(({ criterionId, ...rest }) => [criterionId, rest]));
  const spread = (values: ReadonlyMap<string, number> | undefined) =>
    spreadOf([...(values?.values() ?? [])], 2, { least });
  const tables = sectionsOf(facts.criteria).map((criteria) => gradeTable(facts, criteria, least));
  const sections = tables.map((table) => {
    const { sectionId, sectionCode, titleFr, titleEn } = table.criteria[0]!.criterion;
    return {
      code: sectionCode,
      title: { fr: titleFr, en: titleEn },
      score: spread(consensus.get(sectionId)),
      selfAssessmentGap: spread(gaps.get(sectionId)),
      judgements: table.judgements,
      criteria: table.criteria.map(({ criterion, grades, conformity }) => ({
        code: criterion.code,
        text: { fr: criterion.textFr, en: criterion.textEn },
        grades,
        conformity,
        rate: rateFigure(rates.get(criterion.id) ?? [], least),
        // A coefficient of so few judgements tells how often each grade was given.
        agreement: isShownWhole(grades)
          ? agreementFigure(agreed.get(criterion.id)?.figures ?? null, least)
          : null,
        isHardToRead: agreed.get(criterion.id)?.isHardToRead ?? null,
      })),
    };
  });
  return {
    schema: { name: 'vis-a-vis/synthesis', version: SYNTHESIS_SCHEMA_VERSION },
    ...header,
    fewestServices: least,
    services: facts.services.length,
    participation: participationOf(facts.services, least),
    sections,
    findings: tellFindings(
      findings,
      facts,
      tables.flatMap(({ criteria }) => criteria),
      least,
    ),
    agreement: agreementFigure(agreement?.figures ?? null, least),
    ...voices,
    timeToEffective: timeFigure(time, least),
    doses: doses.filter(({ serviceCount }) => serviceCount >= least).map(doseFigure),
  };
}

interface Values {
  consensus: ReturnType<typeof scoresOf>;
  gaps: ReturnType<typeof gapsOf>;
  rates: Awaited<ReturnType<typeof campaignRates>>;
}

function toldOf({ services }: CampaignFacts, { consensus, gaps, rates }: Values): SynthesisContent['told'] {
  return [
    { subject: SUBJECTS.services, services: new Set(services.map(({ serviceId }) => serviceId)) },
    ...[...consensus].map(([id, scores]) => ({
      subject: SUBJECTS.score(id),
      services: new Set(scores.keys()),
    })),
    ...[...gaps].map(([id, scores]) => ({ subject: SUBJECTS.gap(id), services: new Set(scores.keys()) })),
    ...[...rates].map(([id, own]) => ({
      subject: SUBJECTS.rate(id),
      services: new Set(own.map(({ auditedServiceId }) => auditedServiceId)),
    })),
  ];
}
