import { RequestFailed } from '../client';
import {
  AppealRecusalDocument,
  AuditVersionDocument,
  CancelAuditDocument,
  DeclareConflictDocument,
  EscalateSafetyDocument,
  FileRecusalDocument,
  GrantRecusalDocument,
  RefuseAppealDocument,
  RefuseRecusalDocument,
  ResumeAuditDocument,
  SuspendAuditDocument,
  TeamDocument,
} from '../generated/operations';
import { leadOf, mateOf, moved, moveOf, noteAssignment, type Case, type Stage } from '../stage';

/** The service objects to the radiographer, whom it finds on the team that it was shown. */
export async function fileRecusal(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  const { audit: shown } = await manager.query(TeamDocument, { auditId: audit.id });
  const objected = shown?.assignments.nodes.find(({ isLead }) => !isLead);
  if (!objected) throw new RequestFailed(`${audit.service.name} sees no radiographer on its team`);
  const reason = 'Différend professionnel connu entre cette personne et l’encadrement de notre service.';
  const { recusal } = await manager.act(FileRecusalDocument, { assignmentId: objected.id, reason });
  audit.recusal = { id: recusal.id, version: recusal.version, seat: objected.seat };
  stage.ledger.note('recusals', recusal.id, 'FILED');
}

/** The coordination decides: with the trait RECUSAL_GRANTED the auditor leaves the team, else he stays. */
export async function decideRecusal(stage: Stage, audit: Case): Promise<void> {
  const { coordinator, ledger } = stage;
  if (!audit.traits.has('RECUSAL_GRANTED')) {
    const reason = 'Aucun lien d’intérêts établi, et la compétence n’est pas en cause.';
    const refused = await coordinator.act(RefuseRecusalDocument, { ...recusalMove(audit), reason });
    note(stage, audit, refused.recusal.version, 'REFUSED');
    return;
  }
  const reason = 'Le différend est documenté : l’impartialité pourrait être mise en doute.';
  const granted = await coordinator.act(GrantRecusalDocument, { ...recusalMove(audit), reason });
  note(stage, audit, granted.recusal.version, 'GRANTED');
  const mate = mateOf(audit);
  noteAssignment(stage, mate, 'RECUSED');
  mate.auditor.load -= 1;
  ledger.note('audits', audit.id, 'TEAM_PROPOSED');
  await refresh(stage, audit);
}

/** The service appeals against the refusal. */
export async function appeal(stage: Stage, audit: Case): Promise<void> {
  const reason = 'La décision ne répond pas aux pièces que nous avons jointes.';
  const { recusal } = await audit.service.manager.act(AppealRecusalDocument, {
    ...recusalMove(audit),
    reason,
  });
  note(stage, audit, recusal.version, 'APPEALED');
}

/** Someone else than who refused decides the appeal, and refuses it as well. */
export async function decideAppeal(stage: Stage, audit: Case): Promise<void> {
  const reason = 'Les pièces jointes ne montrent aucun lien au sens des règles de la campagne.';
  const { recusal } = await stage.steering.act(RefuseAppealDocument, { ...recusalMove(audit), reason });
  note(stage, audit, recusal.version, 'APPEAL_REFUSED');
}

function recusalMove({ recusal, service }: Case) {
  if (!recusal) throw new RequestFailed(`${service.name} has filed no recusal`);
  return { recusalId: recusal.id, expectedVersion: recusal.version };
}

function note({ ledger }: Stage, { recusal }: Case, version: number, state: string): void {
  if (!recusal) return;
  recusal.version = version;
  ledger.note('recusals', recusal.id, state);
}

/** The radiographer of a confirmed team finds that he has a tie with the service after all. */
export async function declareConflict(stage: Stage, audit: Case): Promise<void> {
  const mate = mateOf(audit);
  const { auditor, assignmentId, version } = mate;
  const reason = 'Mon conjoint vient d’être recruté par cet établissement.';
  await auditor.client.act(DeclareConflictDocument, { assignmentId, expectedVersion: version, reason });
  auditor.load -= 1;
  noteAssignment(stage, mate, 'CONFLICT_DECLARED');
  stage.ledger.note('audits', audit.id, 'TEAM_PROPOSED');
  // Whom the confirmed team keeps is on it still; the audit has gone back to composing.
  noteAssignment(stage, leadOf(audit), 'CONFIRMED');
  await refresh(stage, audit);
  const hidden = await auditor.client.query(AuditVersionDocument, { auditId: audit.id });
  stage.checks.hold('an auditor who has declared a conflict no longer sees the audit', hidden.audit === null);
}

/** Reads the version of an audit that somebody else's act has changed. */
async function refresh({ coordinator }: Stage, audit: Case): Promise<void> {
  const read = await coordinator.query(AuditVersionDocument, { auditId: audit.id });
  if (!read.audit)
    throw new RequestFailed(`the coordination does not see the audit of ${audit.service.name}`);
  audit.version = read.audit.version;
}

/** The audit rests: the service moves house. */
export async function suspend(stage: Stage, audit: Case): Promise<void> {
  const reason = 'Déménagement du plateau technique : le service demande un report.';
  const done = stage.coordinator.act(SuspendAuditDocument, { ...moveOf(audit), reason });
  await moved(stage, audit, done, 'SUSPENDED');
}

/** The audit goes on where it was. */
export async function resume(stage: Stage, audit: Case): Promise<void> {
  await moved(stage, audit, stage.coordinator.act(ResumeAuditDocument, moveOf(audit)), 'DOCUMENT_REVIEW');
}

/** The audit is given up. */
export async function cancel(stage: Stage, audit: Case): Promise<void> {
  const reason = 'Fermeture du scanner du site pour dix-huit mois.';
  const done = stage.coordinator.act(CancelAuditDocument, { ...moveOf(audit), reason });
  await moved(stage, audit, done, 'CANCELLED');
  audit.isOver = true;
}

/** The team sees an immediate danger and raises the flag; the procedure goes on. */
export async function escalate(stage: Stage, audit: Case): Promise<void> {
  const note =
    'Porte de la salle de scanner sans asservissement : le chef de service a été prévenu sur-le-champ.';
  const done = leadOf(audit).auditor.client.act(EscalateSafetyDocument, { ...moveOf(audit), note });
  await moved(stage, audit, done);
}
