import { NodeTypeDocument, VisibleAuditsDocument } from './generated/operations';
import { leadOf, type Checks, type Stage } from './stage';

/** An empty list of facts. A fact that is looked at several times must hold each time. */
export function createChecks(): Checks {
  const passed: string[] = [];
  const failed: string[] = [];
  return {
    passed,
    failed,
    hold: (fact, isTrue) => void (isTrue ? passed : failed).push(fact),
  };
}

/** Looks through the eyes of people who must not see something. */
export async function checkWalls(stage: Stage): Promise<void> {
  const { checks, observer } = stage;
  const [one, other] = stage.cases.filter(({ team }) => team.length > 0);
  if (!one || !other) return;
  const asOther = await other.service.manager.query(NodeTypeDocument, { id: one.id });
  checks.hold('service B cannot read the audit of service A by its id', asOther.node === null);
  const own = await one.service.manager.query(VisibleAuditsDocument, {});
  const isOwn = (own.audits?.nodes ?? []).some(({ id }) => id === one.id);
  const isForeign = (own.audits?.nodes ?? []).some(({ id }) => id === other.id);
  checks.hold('a service lists its own audit and no other of the campaign', isOwn && !isForeign);
  const seen = await observer.query(VisibleAuditsDocument, {});
  checks.hold('an observer sees no audit', seen.audits?.totalCount === 0 && seen.audits.nodes.length === 0);
  const outsider = stage.auditors.find((auditor) => one.team.every((member) => member.auditor !== auditor));
  const asOutsider = await outsider?.client.query(NodeTypeDocument, { id: one.id });
  checks.hold('an auditor of another team cannot read the audit', asOutsider?.node === null);
  const asLead = await leadOf(one).auditor.client.query(NodeTypeDocument, { id: one.id });
  checks.hold('the lead of the team reads the audit', asLead.node?.__typename === 'Audit');
}
