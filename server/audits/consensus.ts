import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { Refusal, refuse, type DomainError, type ErrorPath } from '../kernel/outcome';
import type { Audit } from './audit.entity';
import { Grade } from './grade.entity';
import { comparableSections, requireGrader } from './graders';
import { differencesOf } from './measure-difference';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { GRADING_STATES, noteGrades, type GradeRecordInput } from './record-grade';
import { openGrading, writeGrade } from './write-grade';

/** A proposed consensus grade, in the version that was read. */
export interface ProposalSeen {
  gradeId: string;
  expectedVersion: number;
}

/** Proposals of one audit to agree to at once. */
export interface ConsensusAgreeAllInput {
  auditId: string;
  proposals: readonly ProposalSeen[];
}

interface Agreeing {
  audit: Audit;
  auditorId: string;
  /** What refuses a proposal that differs from what is measured of the team. */
  differences: Awaited<ReturnType<typeof differencesOf>>;
}

/**
 * Proposes the team's grade of a criterion, or another one than was proposed; whoever agreed before must agree again.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_GRADE, SECTION_NOT_SUBMITTED, and those
 *   of `writeGrade`
 */
export async function proposeConsensus(uow: UnitOfWork, input: GradeRecordInput): Promise<{ grade: string }> {
  const { audit, auditorId } = await openConsensus(uow, 'consensusPropose', input.auditId, [
    'input',
    'auditId',
  ]);
  const comparable = await comparableSections(uow, audit.id);
  const grading = await openGrading(
    uow,
    {
      audit,
      stage: 'CONSENSUS',
      auditorId,
      closed: (sectionId) => (comparable.has(sectionId) ? null : 'SECTION_NOT_SUBMITTED'),
    },
    [input.criterionId],
  );
  const grade = await writeGrade(uow, grading, input, ['input']);
  noteGrades(uow, 'consensusPropose', grading, 'Grade', grade);
  return { grade };
}

/**
 * Agrees to a team mate's proposal: it is the team's grade from now on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_GRADE,
 *   CONSENSUS_OWN_PROPOSAL, CONSENSUS_AGREED, MEASURE_DIFFERENCE_UNEXPLAINED
 */
export async function agreeToConsensus(uow: UnitOfWork, input: ProposalSeen): Promise<{ grade: string }> {
  const path = ['input', 'gradeId'];
  // The audit is locked before its grades, here as everywhere.
  const [owner] = await uow.sql<{ auditId: string }>(
    'select audit_id as "auditId" from grade where id = $1::uuid',
    [uuidOf('Grade', input.gradeId)],
  );
  if (!owner) refuse('NOT_FOUND', path);
  const opened = await openConsensus(uow, 'consensusAgree', owner.auditId, path);
  const grade = await agree(uow, await withDifferences(uow, opened, [input]), input, ['input']);
  noteGrades(uow, 'consensusAgree', opened, 'Grade', grade);
  return { grade };
}

/**
 * Agrees to many proposals of one audit, to all or to none; each in the version that was read, so that nobody agrees
 * to what he has not seen.
 * @throws Refusal with the errors of every proposal; see `agreeToConsensus`
 */
export async function agreeToAllConsensus(
  uow: UnitOfWork,
  input: ConsensusAgreeAllInput,
): Promise<{ grades: string[] }> {
  const opened = await withDifferences(
    uow,
    await openConsensus(uow, 'consensusAgreeAll', input.auditId, ['input', 'auditId']),
    input.proposals,
  );
  const grades: string[] = [];
  const errors: DomainError[] = [];
  for (const [index, proposal] of input.proposals.entries()) {
    try {
      grades.push(await agree(uow, opened, proposal, ['input', 'proposals', String(index)]));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(...error.errors);
    }
  }
  if (errors.length > 0) throw new Refusal(errors);
  uow.record({
    act: 'consensusAgreeAll',
    objectType: 'Audit',
    objectId: opened.audit.id,
    campaignId: opened.audit.campaignId,
    detail: { written: grades.length },
  });
  return { grades };
}

async function openConsensus(
  uow: UnitOfWork,
  act: string,
  auditId: string,
  path: ErrorPath,
): Promise<Omit<Agreeing, 'differences'>> {
  const audit = await requireAudit(uow, auditId, path);
  authorise(uow, act, subjectOf(audit));
  requireState(audit, GRADING_STATES);
  return { audit, auditorId: await requireGrader(uow, audit) };
}

/** Holds all proposals against what is measured of the team at once, since facts are computed anew for whoever asks. */
async function withDifferences(
  uow: UnitOfWork,
  opened: Omit<Agreeing, 'differences'>,
  proposals: readonly ProposalSeen[],
): Promise<Agreeing> {
  const ids = proposals.flatMap(({ gradeId }) => uuidOf('Grade', gradeId) ?? []);
  const differences = await differencesOf(
    uow,
    { auditId: opened.audit.id, stage: 'CONSENSUS', auditorId: null },
    `g.id = any($1::uuid[]) and g.audit_id = $2 and g.stage = 'CONSENSUS'`,
    [ids, opened.audit.id],
  );
  return { ...opened, differences };
}

async function agree(
  uow: UnitOfWork,
  { audit, auditorId, differences }: Agreeing,
  { gradeId, expectedVersion }: ProposalSeen,
  path: ErrorPath,
): Promise<string> {
  const grade = await uow.require(Grade, gradeId, [...path, 'gradeId']);
  if (grade.auditId !== audit.id || grade.stage !== 'CONSENSUS') refuse('NOT_FOUND', [...path, 'gradeId']);
  if (grade.version !== expectedVersion) {
    refuse(
      'STALE_VERSION',
      [...path, 'expectedVersion'],
      { expected: expectedVersion, actual: grade.version },
      { kind: 'STALE_VERSION', type: 'Grade', id: grade.id },
    );
  }
  if (grade.agreedByAuditorId) refuse('CONSENSUS_AGREED', [...path, 'gradeId']);
  if (grade.auditorId === auditorId) refuse('CONSENSUS_OWN_PROPOSAL', [...path, 'gradeId']);
  differences.get(grade.id)?.([...path, 'gradeId']);
  await uow.change(Grade, grade, { agreedByAuditorId: auditorId });
  return grade.id;
}
