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
import { leadOf, mateOf, moved, moveOf, type Case, type Finding, type Stage } from '../stage';
import { noteFinding, noteFindings } from './draft';
import { signing } from './signing';

type Reply = Pick<FindingReplyInput, 'kind' | 'argument'>;

const ACCEPTED: Reply = { kind: 'ACCEPTED' };
const CONTESTED: Reply = {
  kind: 'CONTESTED',
  argument:
    'Le relevé porte sur une semaine de congés ; les quatre semaines suivantes, jointes, disent autre chose.',
};
const CORRECTION: Reply = {
  kind: 'CORRECTION',
  argument: 'Le circuit des urgences a changé le mois précédant la visite : merci de corriger ce point.',
};

/** The service replies to each finding: it contests some, asks for corrections, accepts the rest. */
export async function reply(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  for (const { id, version, kind, severity } of await findingsOf(manager, audit)) {
    const said = replyTo(audit, kind, severity);
    await manager.act(ReplyToFindingDocument, { findingId: id, expectedVersion: version, ...said });
    stage.ledger.note('replies', id, said.kind);
    if (said.kind !== 'ACCEPTED') noteFinding(stage, { id, kind, severity: severity ?? null }, 'CONTESTED');
  }
  await moved(stage, audit, manager.act(AnswerContradictoryDocument, moveOf(audit)));
}

function replyTo({ index }: Case, kind: string, severity: string | null | undefined): Reply {
  if (kind === 'OBSERVATION' && index % 3 === 0) return CORRECTION;
  if (severity === 'MINOR' && index % 2 === 0) return CONTESTED;
  return severity === 'MAJOR' && index % 4 === 1 ? CONTESTED : ACCEPTED;
}

type Disposition = Pick<FindingDisposeInput, 'disposition' | 'reason' | 'withdraw' | 'amendedStatement'>;

const REJECTED: Disposition = {
  disposition: 'REJECTED',
  reason: 'Les demandes relues couvrent trois mois, congés compris ; le constat ne dépend pas d’une semaine.',
};
const PARTLY: Disposition = {
  disposition: 'PARTLY',
  reason: 'Les semaines jointes montrent un progrès, sans que la traçabilité soit complète.',
  amendedStatement: 'La validation de la demande est tracée dans la plupart des cas, pas dans tous.',
};
const WITHDRAWN: Disposition = {
  disposition: 'ACCEPTED',
  reason: 'Les pièces jointes montrent que le constat reposait sur un relevé incomplet.',
  withdraw: true,
};
const CORRECTED: Disposition = {
  disposition: 'ACCEPTED',
  reason: 'Le changement de circuit est établi.',
  amendedStatement: 'Depuis peu, les demandes des urgences suivent le même circuit que les autres.',
};

const OUTCOME = { REJECTED: 'MAINTAINED', PARTLY: 'AMENDED', ACCEPTED: 'AMENDED' } as const;

/** The team closes the contradictory phase and disposes of every reply that asks for something, with a reason. */
export async function dispose(stage: Stage, audit: Case): Promise<void> {
  const { ledger } = stage;
  const { client } = leadOf(audit).auditor;
  await moved(stage, audit, client.act(CloseContradictoryDocument, moveOf(audit)), 'FINALISATION');
  for (const { id, version, kind, severity, state } of await findingsOf(client, audit)) {
    if (state !== 'CONTESTED') continue;
    const decided = dispositionOf(audit, kind, severity);
    await client.act(DisposeOfFindingDocument, { findingId: id, expectedVersion: version, ...decided });
    ledger.note('dispositions', id, decided.disposition);
    const outcome = decided.withdraw ? 'WITHDRAWN' : OUTCOME[decided.disposition];
    noteFinding(stage, { id, kind, severity: severity ?? null }, outcome);
  }
}

function dispositionOf({ index }: Case, kind: string, severity: string | null | undefined): Disposition {
  if (kind === 'OBSERVATION') return CORRECTED;
  if (severity === 'MAJOR') return REJECTED;
  return index % 6 === 0 ? WITHDRAWN : index % 6 === 2 ? PARTLY : REJECTED;
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
    reason: 'Le constat nommait tous les postes ; seul le secrétariat central est concerné.',
    findings: [
      {
        findingId: strength.id,
        statement: 'Le guide de bon usage est ouvert au secrétariat central, et il sert.',
      },
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
export function needsAction({ kind }: Finding): boolean {
  return kind === 'NON_CONFORMITY' || kind === 'RECOMMENDATION';
}
