import {
  CreateFindingDocument,
  FindingsDocument,
  SignDraftDocument,
  SubmitDraftDocument,
  type FindingCreateInput,
} from '../generated/operations';
import { leadOf, mateOf, moved, moveOf, type Case, type Stage } from '../stage';
import { signing } from './signing';
import { gradesOf } from './visit';

type Statement = Pick<FindingCreateInput, 'kind' | 'severity' | 'statement'>;

/** What the team states, in its order; each rests on a criterion that was graded so. */
const STATEMENTS: readonly (Statement & { on: 'FAULT' | 'MERIT' })[] = [
  {
    kind: 'NON_CONFORMITY',
    severity: 'MAJOR',
    statement:
      'Le motif de l’examen manque sur une partie des demandes relues, et l’examen est fait malgré tout.',
    on: 'FAULT',
  },
  {
    kind: 'NON_CONFORMITY',
    severity: 'MINOR',
    statement: 'La validation de la demande par un radiologue n’est pas toujours tracée avant l’examen.',
    on: 'FAULT',
  },
  {
    kind: 'RECOMMENDATION',
    statement:
      'Faire relire chaque trimestre un échantillon de demandes par un radiologue et un manipulateur.',
    on: 'FAULT',
  },
  {
    kind: 'STRENGTH',
    statement: 'Le guide de bon usage est ouvert à chaque poste de prise de rendez-vous, et il sert.',
    on: 'MERIT',
  },
  {
    kind: 'OBSERVATION',
    statement: 'Les demandes des urgences arrivent par un autre circuit que les autres.',
    on: 'MERIT',
  },
];

const CRITICAL: Statement = {
  kind: 'NON_CONFORMITY',
  severity: 'CRITICAL',
  statement: 'Des examens sont faits sans que l’identité de la personne soit vérifiée avant l’exposition.',
};
const REMARKABLE: Statement = {
  kind: 'REMARKABLE_PRACTICE',
  statement: 'Un radiologue rappelle le demandeur chaque fois qu’un autre examen conviendrait mieux.',
};

/** The team writes its findings; the two authors take turns. */
export async function writeFindings(stage: Stage, audit: Case): Promise<void> {
  const lead = leadOf(audit).auditor.client;
  const mate = mateOf(audit).auditor.client;
  const grades = await gradesOf(lead, audit, ['CONSENSUS']);
  const graded = (isFault: boolean) =>
    grades.filter(({ value }) => (value === 'PARTIAL' || value === 'NON_CONFORM') === isFault);
  const criteria = { FAULT: graded(true), MERIT: graded(false) };
  for (const [index, { on, ...usual }] of STATEMENTS.entries()) {
    const said = variantOf(audit, usual);
    const criterionId = criteria[on][index % Math.max(criteria[on].length, 1)]?.criterion?.id ?? null;
    const author = index % 2 === 0 ? lead : mate;
    const { finding } = await author.act(CreateFindingDocument, { auditId: audit.id, ...said, criterionId });
    audit.findings.push({ id: finding.id, kind: said.kind, severity: said.severity ?? null });
  }
  noteFindings(stage, audit, 'DRAFT');
}

/** Every fifth audit has a critical non-conformity, every third a remarkable practice. */
function variantOf({ index }: Case, usual: Statement): Statement {
  if (usual.severity === 'MAJOR' && index % 5 === 3) return CRITICAL;
  return usual.kind === 'OBSERVATION' && index % 3 === 1 ? REMARKABLE : usual;
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
  { id, kind, severity }: Case['findings'][number],
  state: string,
): void {
  ledger.note('findings', id, [kind, severity, state].filter(Boolean).join(' '));
}
