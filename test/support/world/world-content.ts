import type { WorldAudit } from './world-audits';
import { isFrom } from './world-audits';
import { addEvidenceRequests } from './world-evidence';
import { addFile } from './world-files';
import { addCases } from './world-cases';
import { addEvidenceScan } from './world-evidence-scans';
import { addDoses } from './world-doses';
import { addFindings } from './world-findings';
import { addFollowUp } from './world-follow-up';
import { addReportDocuments } from './world-report-documents';
import { addTeam } from './world-teams';
import { addMeasure } from './world-measures';
import { worldId, type WorldRows } from './world-rows';

/** Sections in which both have handed in, one only, and nobody: while the team grades. */
const HANDED_IN = [['lead', 'member'], ['lead'], []] as const;

/** What hangs on an audit in the state that it is in. */
export function addAuditContent(rows: WorldRows, audit: WorldAudit): void {
  addTeam(rows, audit);
  addGrades(rows, audit);
  addEvidence(rows, audit);
  addEvidenceScan(rows, audit);
  addEvidenceRequests(rows, audit);
  addCases(rows, audit);
  addDoses(rows, audit);
  addFindings(rows, audit);
  addFollowUp(rows, audit);
  addReportDocuments(rows, audit);
}

function addGrades(rows: WorldRows, audit: WorldAudit): void {
  const { name, id, state, template } = audit;
  template.criteria.forEach((criterion, index) => {
    const section = `s${index + 1}`;
    const grade = (what: string, cells: Record<string, unknown>): void => {
      const of = `${name}/${section} ${what}`;
      const grade = rows.add('grade', of, {
        audit_id: id,
        campaign_id: audit.campaignId,
        criterion_id: criterion.id,
        value: 'CONFORM',
        comment: `Commentaire ${name} ${what}`,
        minutes: 5,
        ...cells,
      });
      addMeasure(rows, audit, {
        id: grade,
        name: of,
        criterionId: criterion.id,
        stage: cells['stage'],
        auditorId: cells['auditor_id'],
      });
    };
    const submit = (what: string, auditor_id: string): void => {
      rows.add('section_submission', `${name}/${section} ${what}`, {
        audit_id: id,
        section_id: criterion.sectionId,
        auditor_id,
      });
    };
    if (isFrom(state, 'SELF_ASSESSMENT')) grade('self', { stage: 'SELF', value: 'PARTIAL' });
    if (state === 'DOCUMENT_REVIEW' && index === 0)
      grade('by lead', { stage: 'AUDITOR', auditor_id: audit.leadId });
    if (!isFrom(state, 'ON_SITE')) return;
    const isGrading = state === 'ON_SITE' || state === 'SUSPENDED';
    const submitted: readonly string[] = isGrading ? (HANDED_IN[index] ?? []) : ['lead', 'member'];
    for (const [who, auditor_id] of [
      ['lead', audit.leadId],
      ['member', audit.memberId],
    ] as const) {
      grade(`by ${who}`, { stage: 'AUDITOR', auditor_id });
      if (submitted.includes(who)) submit(who, auditor_id);
    }
    if (submitted.length === 2)
      grade('consensus', {
        stage: 'CONSENSUS',
        auditor_id: audit.leadId,
        agreed_by_auditor_id: audit.memberId,
      });
    if (name === 'A.ON_SITE' && index === 0) {
      const auditor_id = worldId('auditor', 'replaced A');
      grade('by replaced', { stage: 'AUDITOR', auditor_id });
      submit('replaced', auditor_id);
    }
  });
}

const EVIDENCE: Partial<Record<string, readonly [string, string]>> = {
  SELF_ASSESSMENT: ['LINK', 'CLEAN'],
  ON_SITE: ['NOTE', 'CLEAN'],
  CONTRADICTORY: ['FILE', 'QUARANTINED'],
  FOLLOW_UP: ['FILE', 'CLEAN'],
  CLOSED: ['FILE', 'REJECTED'],
  CANCELLED: ['FILE', 'UPLOADING'],
};

function addEvidence(rows: WorldRows, audit: WorldAudit): void {
  const kind = EVIDENCE[audit.state];
  if (!kind) return;
  const evidence_id = rows.add('evidence', `${audit.name}/evidence`, {
    audit_id: audit.id,
    audited_service_id: audit.serviceId,
    kind: kind[0],
    evidence_kind_code: audit.template.evidenceKind,
    state: kind[1],
    title: `Preuve ${audit.name}`,
    url: 'https://example.org/preuve',
    note: `Note ${audit.name}`,
    period_from: '2026-01-01',
    period_to: '2026-12-31',
    created_by_id: worldId('account', `manager ${audit.service}`),
  });
  rows.link('evidence_criterion', { evidence_id, criterion_id: audit.template.criteria[0]?.id });
  if (kind[0] === 'FILE') addFile(rows, audit, { id: evidence_id, state: kind[1] });
}
