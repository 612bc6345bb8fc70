import { IsNull } from 'typeorm';
import { subjectOf } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { usableEvidence } from '../usable-evidence';
import { EvidenceAnswer } from './evidence-answer.entity';
import { EvidenceRequest } from './evidence-request.entity';
import { evidenceRequestStates } from './evidence-request.states';
import { requireRequest } from './require-request';

/** What the service gives. */
export interface EvidenceRequestAnswerInput {
  evidenceRequestId: string;
  expectedVersion: number;
  /** At least one piece of evidence of the same audit; it may stand in other answers, too. */
  evidenceIds: readonly string[];
  remark?: string | null;
  /** What cannot be given yet: the answer is partial. */
  missing?: string | null;
}

/**
 * The service answers a request. An answer that the team has not decided on yet is replaced; after a rejection, or when
 * what was given is lost, another one counts on.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS, EVIDENCE_NOT_OF_AUDIT,
 *   EVIDENCE_NOT_USABLE
 */
export async function answerRequest(
  uow: UnitOfWork,
  input: EvidenceRequestAnswerInput,
): Promise<{ evidenceRequest: string; evidenceAnswer: string }> {
  const { audit, request, facts } = await requireRequest(uow, input);
  authorise(uow, 'evidenceRequestAnswer', subjectOf(audit));
  await uow.move(evidenceRequestStates, EvidenceRequest, request, 'evidenceRequestAnswer', facts);
  const evidenceIds = await usableEvidence(uow, audit, input.evidenceIds);
  const said = {
    remark: input.remark?.trim() || null,
    missing: input.missing?.trim() || null,
    answeredById: uow.viewer.accountId,
  };
  const evidenceAnswer = await writeAnswer(uow, request, said);
  await uow.sql('delete from answering_evidence where evidence_answer_id = $1', [evidenceAnswer]);
  await uow.sql(
    'insert into answering_evidence (evidence_answer_id, evidence_id) select $1, unnest($2::uuid[])',
    [evidenceAnswer, evidenceIds],
  );
  uow.record({
    act: 'evidenceRequestAnswer',
    objectType: 'EvidenceRequest',
    objectId: request.id,
    campaignId: audit.campaignId,
    detail: { isPartial: said.missing !== null },
  });
  return { evidenceRequest: request.id, evidenceAnswer };
}

/** Writes over the answer that waits, or adds the next one. */
async function writeAnswer(
  uow: UnitOfWork,
  request: EvidenceRequest,
  said: Pick<EvidenceAnswer, 'remark' | 'missing' | 'answeredById'>,
): Promise<string> {
  const waiting = await uow.manager.findOneBy(EvidenceAnswer, {
    evidenceRequestId: request.id,
    verdict: IsNull(),
  });
  if (waiting) {
    await uow.change(EvidenceAnswer, waiting, said);
    return waiting.id;
  }
  const before = await uow.manager.countBy(EvidenceAnswer, { evidenceRequestId: request.id });
  return uow.insert(EvidenceAnswer, {
    ...said,
    evidenceRequestId: request.id,
    auditId: request.auditId,
    auditedServiceId: request.auditedServiceId,
    number: before + 1,
  });
}
