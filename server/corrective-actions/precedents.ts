import type { Ask, ComputedEdge } from '../database/read-model';
import type { UnitOfWork } from '../database/unit-of-work';
import type { FindingKind, FindingSeverity } from '../findings';
import { parisDate } from '../kernel/working-days';
import { issueReport } from '../reports';
import { CorrectiveActionRelapse } from './corrective-action-relapse.entity';
import type { CorrectiveActionState } from './corrective-action.states';
import type { EffectVerdict } from './effectiveness-check.entity';

/** An action on what an earlier audit had found, and what became of it. */
export interface PrecedentAction {
  title: string;
  state: CorrectiveActionState;
  verifiedOn: string | null;
  /** The last verdict on its effect; null while nobody has judged it. */
  verdict: EffectVerdict | null;
  judgedOn: string | null;
}

/** What an earlier audit of the same service found on the same criterion, or on what it comes from. */
export interface FindingPrecedent {
  auditReference: string;
  reportIssuedOn: string;
  criterionCode: string;
  number: number;
  kind: FindingKind;
  severity: FindingSeverity | null;
  statement: string;
  /** False when the criterion was rescaled since: it asks for something else now. */
  isComparable: boolean;
  actions: PrecedentAction[];
}

interface FoundAction extends Omit<PrecedentAction, 'verifiedOn'> {
  id: string;
  verifiedAt: string | null;
  /** It was verified, or found effective at one time. */
  held: boolean;
}

interface Found extends Omit<FindingPrecedent, 'reportIssuedOn' | 'actions'> {
  findingId: string;
  issuedAt: string;
  actions: FoundAction[];
}

const PRECEDENTS = `
  select finding_id as "findingId", is_comparable as "isComparable", audit_reference as "auditReference",
    report_issued_at as "issuedAt", criterion_code as "criterionCode", number, kind, severity, statement, actions
  from app.finding_precedents($1::uuid[])`;

/**
 * `Finding.precedents`: the newest first; empty for what is neither a non-conformity nor a recommendation on a criterion.
 * Whoever sees the finding sees them, and so from the visit on its team, to whom nothing else of the earlier audit is open.
 */
const precedents: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(findings, { sql }): Promise<FindingPrecedent[][]> {
    const found = await precedentsOf(
      sql,
      findings.map(({ id }) => id),
    );
    return findings.map(({ id }) => found.filter(({ findingId }) => findingId === id).map(precedentOf));
  },
};

/** `Finding.isRelapse`: an action on a comparable precedent had been verified, or found effective. */
const isRelapse: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(findings, { sql }): Promise<boolean[]> {
    const found = await precedentsOf(
      sql,
      findings.map(({ id }) => id),
    );
    return findings.map(({ id }) => found.some((one) => one.findingId === id && undone(one).length > 0));
  },
};

/** What this room hangs on findings. */
export const precedentEdges = { precedents, isRelapse };

/**
 * Issues the report of an audit, and records which earlier actions it shows to be undone: reports come before corrective
 * actions, and know nothing of them.
 * @throws Refusal those of `issueReport`
 */
export async function issueReportAndRelapses(uow: UnitOfWork, input: Parameters<typeof issueReport>[1]) {
  const issued = await issueReport(uow, input);
  await recordRelapses(uow, issued.audit);
  return issued;
}

/**
 * Records, once the report of an audit is issued, which earlier actions its findings undo.
 * @param auditId whose findings are final
 */
async function recordRelapses(uow: UnitOfWork, auditId: string): Promise<void> {
  const findings = await uow.sql<{ id: string; serviceId: string }>(
    `select f.id, a.audited_service_id as "serviceId" from finding f join audit a on a.id = f.audit_id
     where f.audit_id = $1 and f.state = 'FINAL' order by f.number`,
    [auditId],
  );
  const found = await precedentsOf(
    uow.sql,
    findings.map(({ id }) => id),
  );
  for (const { id, serviceId } of findings) {
    const actions = found.filter(({ findingId }) => findingId === id).flatMap(undone);
    for (const action of actions) {
      await uow.insert(CorrectiveActionRelapse, {
        correctiveActionId: action.id,
        findingId: id,
        auditId,
        auditedServiceId: serviceId,
        relapsedOn: parisDate(uow.now()),
      });
    }
  }
}

function precedentsOf(sql: Ask, findingIds: readonly string[]): Promise<Found[]> {
  return sql<Found>(PRECEDENTS, [findingIds]);
}

/** The actions that a finding on a comparable criterion undoes. */
function undone({ isComparable, actions }: Found): FoundAction[] {
  return isComparable ? actions.filter(({ held }) => held) : [];
}

function precedentOf({ findingId: _finding, issuedAt, actions, ...precedent }: Found): FindingPrecedent {
  return {
    ...precedent,
    reportIssuedOn: parisDate(new Date(issuedAt)),
    actions: actions.map(({ id: _id, held: _held, verifiedAt, ...action }) => ({
      ...action,
      verifiedOn: verifiedAt === null ? null : parisDate(new Date(verifiedAt)),
    })),
  };
}
