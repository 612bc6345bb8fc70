import {
  CreateFindingDocument,
  FindingsDocument,
  SignDraftDocument,
  SubmitDraftDocument,
} from '../generated/operations';
import { leadOf, mateOf, moved, moveOf, type Case, type Finding, type Stage } from '../stage';
import { criteriaOf } from './judgement';
import { signing } from './signing';
import { statementsOf } from './statements';
import { gradesOf } from './visit';

/** The team writes its findings; the two authors take turns. */
export async function writeFindings(stage: Stage, audit: Case): Promise<void> {
  const lead = leadOf(audit).auditor.client;
  const mate = mateOf(audit).auditor.client;
  const values = new Map(
    (await gradesOf(lead, audit, ['CONSENSUS'])).map(({ criterion, value }) => [criterion?.id, value]),
  );
  const graded = criteriaOf(stage.template).flatMap(({ id, code, isCritical }) => {
    const value = values.get(id);
    return value ? [{ id, code, isCritical, value }] : [];
  });
  for (const [index, { about, ...said }] of statementsOf(audit.index, graded).entries()) {
    const author = index % 2 === 0 ? lead : mate;
    const { finding } = await author.act(CreateFindingDocument, {
      auditId: audit.id,
      ...said,
      criterionId: about.id,
    });
    const { kind, severity = null, statement } = said;
    audit.findings.push({ id: finding.id, kind, severity, statement, criterion: about.code });
  }
  noteFindings(stage, audit, 'DRAFT');
}

/** Both sign the draft and the lead hands it to the service. */
export async function submitDraft(stage: Stage, audit: Case): Promise<void> {
  const lead = leadOf(audit).auditor.client;
  if (audit.index === 0) {
    const { manager } = audit.service;
    const seen = await manager.query(FindingsDocument, { auditId: audit.id });
    const nodes = seen.audit?.findings.nodes;
    stage.checks.hold('a service does not see a draft finding', nodes?.length === 0);
  }
  for (const member of [leadOf(audit), mateOf(audit)]) {
    const { client } = member.auditor;
    await moved(stage, audit, client.act(SignDraftDocument, await signing(audit, member, 'DRAFT')));
  }
  await moved(stage, audit, lead.act(SubmitDraftDocument, moveOf(audit)), 'CONTRADICTORY');
  noteFindings(stage, audit, 'SHARED');
}

/** Notes that all findings of an audit that stand are in a state. */
export function noteFindings(stage: Stage, audit: Case, state: string): void {
  for (const finding of audit.findings) {
    if (!stage.ledger.labelOf('findings', finding.id)?.endsWith('WITHDRAWN'))
      noteFinding(stage, finding, state);
  }
}

/** Notes the state of one finding. */
export function noteFinding(
  { ledger }: Stage,
  { id, kind, severity }: Pick<Finding, 'id' | 'kind' | 'severity'>,
  state: string,
): void {
  ledger.note('findings', id, [kind, severity, state].filter(Boolean).join(' '));
}
