import { RelapsesDocument } from './generated/operations';
import type { Stage } from './stage';

/** What an audit found again that the round before had found, and an action had put right. */
export interface Relapses {
  /** Findings of this round on something that was found before, and those of them that undo an action that held. */
  knownBefore: number;
  relapsed: number;
}

/** Reads it as the first service, which was audited in the round before as well. */
export async function readRelapses({ cases, checks, coordinator }: Stage): Promise<Relapses> {
  const [first] = cases;
  if (!first) return { knownBefore: 0, relapsed: 0 };
  const { manager } = first.service;
  const [{ audit, correctiveActions }, other] = await Promise.all([
    manager.query(RelapsesDocument, { auditId: first.id }),
    cases[1]?.service.manager.query(RelapsesDocument, { auditId: first.id }),
  ]);
  const findings = audit?.findings.nodes ?? [];
  const relapsed = findings.filter(({ isRelapse }) => isRelapse);
  const undone = (correctiveActions?.nodes ?? []).flatMap(({ relapses }) => relapses);
  checks.hold(
    'what comes back after an action that held is shown as a relapse, with what was found before',
    relapsed.length > 0 && relapsed.every(({ precedents }) => precedents.length > 0),
  );
  checks.hold(
    'an action of the round before shows the finding that undoes it',
    relapsed.every(({ id }) => undone.some(({ finding }) => finding?.id === id)),
  );
  checks.hold('no other service learns of a relapse', other?.audit === null);
  const seen = await coordinator.query(RelapsesDocument, { auditId: first.id });
  checks.hold(
    'the coordination reads the same relapses in the issued report',
    (seen.audit?.findings.nodes ?? []).filter(({ isRelapse }) => isRelapse).length === relapsed.length,
  );
  return {
    knownBefore: findings.filter(({ precedents }) => precedents.length > 0).length,
    relapsed: relapsed.length,
  };
}
