import {
  AnswerContradictoryDocument,
  CloseContradictoryDocument,
  DisposeOfFindingDocument,
  FindingsDocument,
  IssueReportDocument,
  OpenPlanDocument,
  ProposeAmendmentDocument,
  ReplyToFindingDocument,
  SignAmendmentDocument,
  SignReportDocument,
  type FindingDisposeInput,
  type FindingReplyInput,
  type FindingsQuery,
} from '../generated/operations';
import { RequestFailed, type Client } from '../client';
import { saidOf } from '../said/said-of';
import { leadOf, mateOf, moved, moveOf, type Case, type Finding, type Stage } from '../stage';
import { noteFinding, noteFindings } from './draft';
import { signing } from './signing';

type Reply = Pick<FindingReplyInput, 'kind' | 'argument'>;

const ACCEPTED: Reply = { kind: 'ACCEPTED' };
const CORRECTION: Reply = {
  kind: 'CORRECTION',
  argument: 'Ce point a changé entre la visite et la réception du projet : merci de le dire ainsi.',
};

/** The service replies to each finding: it contests some, asks for corrections, accepts the rest. */
export async function reply(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  for (const finding of await findingsOf(manager, audit)) {
    const { id, version, kind, severity } = finding;
    const said = replyTo(audit, finding);
    await manager.act(ReplyToFindingDocument, { findingId: id, expectedVersion: version, ...said });
    stage.ledger.note('replies', id, said.kind);
    if (said.kind !== 'ACCEPTED') noteFinding(stage, { id, kind, severity: severity ?? null }, 'CONTESTED');
  }
  await moved(stage, audit, manager.act(AnswerContradictoryDocument, moveOf(audit)));
}

function replyTo({ index }: Case, { kind, severity, criterion }: FindingRead): Reply {
  if (kind === 'OBSERVATION' && index % 3 === 0) return CORRECTION;
  const isContested = (severity === 'MINOR' && index % 2 === 0) || (severity === 'MAJOR' && index % 4 === 1);
  return isContested && criterion
    ? { kind: 'CONTESTED', argument: saidOf(criterion.code).objection }
    : ACCEPTED;
}

type Disposition = Pick<FindingDisposeInput, 'disposition' | 'reason' | 'withdraw' | 'amendedStatement'>;

const REJECTED: Disposition = {
  disposition: 'REJECTED',
  reason: 'Les pièces jointes sont postérieures à la période auditée, sur laquelle porte le constat.',
};
const partly = (statement: string): Disposition => ({
  disposition: 'PARTLY',
  reason: 'Les pièces jointes montrent un progrès, sans lever tout l’écart.',
  amendedStatement: `${statement} Les pièces remises depuis montrent un progrès.`,
});
const WITHDRAWN: Disposition = {
  disposition: 'ACCEPTED',
  reason: 'Les pièces jointes montrent que le constat reposait sur un relevé incomplet.',
  withdraw: true,
};
const corrected = (statement: string): Disposition => ({
  disposition: 'ACCEPTED',
  reason: 'Le changement est établi par les pièces jointes.',
  amendedStatement: `${statement} Le service indique que ce point a changé depuis la visite.`,
});

const OUTCOME = { REJECTED: 'MAINTAINED', PARTLY: 'AMENDED', ACCEPTED: 'AMENDED' } as const;

/** The team closes the contradictory phase and disposes of every reply that asks for something, with a reason. */
export async function dispose(stage: Stage, audit: Case): Promise<void> {
  const { ledger } = stage;
  const { client } = leadOf(audit).auditor;
  await moved(stage, audit, client.act(CloseContradictoryDocument, moveOf(audit)), 'FINALISATION');
  for (const finding of await findingsOf(client, audit)) {
    const { id, version, kind, severity, state } = finding;
    if (state !== 'CONTESTED') continue;
    const decided = dispositionOf(audit, finding);
    await client.act(DisposeOfFindingDocument, { findingId: id, expectedVersion: version, ...decided });
    ledger.note('dispositions', id, decided.disposition);
    const outcome = decided.withdraw ? 'WITHDRAWN' : OUTCOME[decided.disposition];
    noteFinding(stage, { id, kind, severity: severity ?? null }, outcome);
  }
}

function dispositionOf({ index }: Case, { kind, severity, statement }: FindingRead): Disposition {
  if (kind === 'OBSERVATION') return corrected(statement);
  if (severity === 'MAJOR') return REJECTED;
  return index % 6 === 0 ? WITHDRAWN : index % 6 === 2 ? partly(statement) : REJECTED;
}

/** Both sign, the lead issues the report and the plan is asked for. */
export async function issue(stage: Stage, audit: Case): Promise<void> {
  const lead = leadOf(audit).auditor.client;
  for (const member of [leadOf(audit), mateOf(audit)]) {
    const { client } = member.auditor;
    await moved(stage, audit, client.act(SignReportDocument, await signing(audit, member, 'REPORT')));
  }
  const issued = lead.act(IssueReportDocument, moveOf(audit));
  await moved(stage, audit, issued, 'REPORT_ISSUED');
  stage.ledger.note('reports', (await issued).report.id, 'version 1');
  noteFindings(stage, audit, 'FINAL');
  await moved(stage, audit, lead.act(OpenPlanDocument, moveOf(audit)), 'PLAN_DUE');
}

/** The lead proposes another version, since a finding was said wrongly; the second signature issues it. */
export async function amend(stage: Stage, audit: Case): Promise<void> {
  const strength = audit.findings.find(({ kind }) => kind === 'STRENGTH');
  if (!strength) throw new RequestFailed(`${audit.service.name} has no strength to amend`);
  const proposed = leadOf(audit).auditor.client.act(ProposeAmendmentDocument, {
    ...moveOf(audit),
    reason: 'Le constat valait pour tout le service ; l’équipe n’a vu que le scanner.',
    findings: [
      { findingId: strength.id, statement: `${strength.statement} Constaté au scanner, non ailleurs.` },
    ],
  });
  await moved(stage, audit, proposed);
  for (const member of [leadOf(audit), mateOf(audit)]) {
    const { client } = member.auditor;
    const signed = client.act(SignAmendmentDocument, await signing(audit, member, 'AMENDMENT'));
    await moved(stage, audit, signed);
    // The last signature that is needed issues it.
    const [latest] = (await signed).audit.reports.nodes;
    if (latest && latest.number > 1) stage.ledger.note('reports', latest.id, `version ${latest.number}`);
  }
}

type FindingRead = NonNullable<FindingsQuery['audit']>['findings']['nodes'][number];

/** The findings of an audit, as a client sees them. */
export async function findingsOf(client: Client, { id }: Case): Promise<FindingRead[]> {
  const read = await client.query(FindingsDocument, { auditId: id });
  if (!read.audit) throw new RequestFailed(`${client.email} does not see the audit`);
  return read.audit.findings.nodes;
}

/** Whether a finding calls for a corrective action. */
export function needsAction({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'NON_CONFORMITY' || kind === 'RECOMMENDATION';
}
