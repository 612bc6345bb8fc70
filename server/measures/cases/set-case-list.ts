import { randomBytes } from 'node:crypto';
import { requireAudit, requireState, subjectOf, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { sha256Of } from '../../kernel/file-hash';
import { uuidOf } from '../../kernel/ids';
import { refuse } from '../../kernel/outcome';
import { requireStateOf } from '../../kernel/require-state';
import { CaseDrawSecret } from './case-draw-secret.entity';
import { CaseSample } from './case-sample.entity';
import { caseSampleStates, LISTING_STATES } from './case-sample.states';
import { forgetList } from './forget-list';
import { stratumOf } from './draw-sample';
import { commitmentOf, type ListedRecord } from './list-commitment';
import { ratedCriteria } from './rated-criteria';
import { readCaseList } from './read-case-list';
import { noteOnSample } from './require-case-sample';

/** A list of pseudonymous record numbers with their strata. */
export interface CaseListSetInput {
  id?: string | null;
  auditId: string;
  /** What the records are. */
  evidenceKindId: string;
  /** The version of the sample that was read; null or 0 for a first list. */
  expectedVersion?: number | null;
  text: string;
}

/**
 * Sets the list that a sample is drawn from, or another one as long as nothing is drawn. The list is committed to, and so is
 * the platform's part of the seed: the one cannot be fitted to the other any more.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, STALE_VERSION, CASE_KIND_NOT_SAMPLED, ID_TAKEN, and those of
 *   `readCaseList`
 */
export async function setCaseList(uow: UnitOfWork, input: CaseListSetInput): Promise<{ caseSample: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'caseListSet', subjectOf(audit));
  requireState(audit, LISTING_STATES);
  const kind = await requireSampledKind(uow, audit, input.evidenceKindId);
  const { records, strataNames } = readCaseList(input.text, ['input', 'text']);
  const nonce = randomBytes(32).toString('hex');
  const list = {
    strataNames,
    populationSize: records.length,
    listSha256: commitmentOf(records),
    nonceSha256: sha256Of(nonce),
    listedAt: uow.now().toISOString(),
    listedById: uow.viewer.accountId,
  };
  const sample = await writeSample(uow, audit, kind, input, list);
  await uow.manager.insert(CaseDrawSecret, { id: sample.id, nonce });
  await keepRecords(uow, sample.id, records);
  noteOnSample(uow, 'caseListSet', sample, { records: records.length, sha256: list.listSha256 });
  return { caseSample: sample.id };
}

/** The code of a kind of evidence that criteria of the audit's template are judged on, record by record. */
async function requireSampledKind(uow: UnitOfWork, audit: Audit, id: string): Promise<string> {
  const [kind] = await uow.sql<{ code: string }>('select code from evidence_kind where id = $1', [
    uuidOf('EvidenceKind', id),
  ]);
  const criteria = kind && (await ratedCriteria(uow.sql, audit.templateVersionId, kind.code));
  if (!kind || !criteria?.length) refuse('CASE_KIND_NOT_SAMPLED', ['input', 'evidenceKindId']);
  return kind.code;
}

async function writeSample(
  uow: UnitOfWork,
  audit: Audit,
  evidenceKindCode: string,
  input: CaseListSetInput,
  list: Partial<CaseSample>,
): Promise<CaseSample> {
  const expected = input.expectedVersion ?? 0;
  const [present] = await uow.sql<{ id: string }>(
    'select id from case_sample where audit_id = $1 and evidence_kind_code = $2',
    [audit.id, evidenceKindCode],
  );
  if (present) {
    const sample = await uow.require(CaseSample, present.id, ['input', 'auditId'], expected);
    requireStateOf(caseSampleStates, sample, ['LISTED']);
    await forgetList(uow, sample.id);
    await uow.change(CaseSample, sample, list);
    return sample;
  }
  if (expected !== 0) refuse('NOT_FOUND', ['input', 'auditId']);
  const id = await uow.insert(CaseSample, {
    ...(input.id ? { id: input.id } : {}),
    ...list,
    auditId: audit.id,
    campaignId: audit.campaignId,
    auditedServiceId: audit.auditedServiceId,
    evidenceKindCode,
    state: caseSampleStates.initial,
  });
  return uow.require(CaseSample, id, ['input', 'id']);
}

async function keepRecords(
  uow: UnitOfWork,
  sampleId: string,
  records: readonly ListedRecord[],
): Promise<void> {
  await uow.sql(
    // No stratum holds a semicolon.
    `insert into case_list_record (case_sample_id, record_number, strata)
     select $1, record, (string_to_array(strata || ';', ';'))[1:$4] from unnest($2::text[], $3::text[]) r (record, strata)`,
    [sampleId, records.map(({ record }) => record), records.map(stratumOf), records[0]?.strata.length ?? 0],
  );
}
