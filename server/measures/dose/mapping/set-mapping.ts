import { AuditedService } from '../../../audited-services';
import type { UnitOfWork } from '../../../database/unit-of-work';
import { authorise } from '../../../identity';
import { refuse } from '../../../kernel/outcome';
import type { DoseModality } from '../dose-row';
import { DOSE_STATES_OF_AUDIT } from '../imports/dose-states';
import { applyMapping, takeMappingTurn } from './apply-mapping';
import { protocolKey, protocolName } from './protocol-key';
import { ProtocolMapping } from './protocol-mapping.entity';

/** What a service means by the name of a protocol. */
export interface ProtocolMappingSetInput {
  auditedServiceId: string;
  modality: DoseModality;
  protocol: string;
  /** Code of an examination of the list; null says that it is none of them. */
  examCode?: string | null;
  /** 0 while nothing is said of the name. */
  expectedVersion: number;
}

const A_LETTER_OR_DIGIT = {
  fr: 'le nom a au moins une lettre ou un chiffre',
  en: 'the name has at least one letter or digit',
};

/** Doses that still change: their audit is open, or will be again. */
const CHANGING = [...DOSE_STATES_OF_AUDIT, 'SUSPENDED'];

/**
 * Says which examination a protocol name stands for in a service: for the records of its open audits and for every import
 * to come. What a report was written on stays as it was.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, EXAM_TYPE_MISMATCH, VALIDATION
 */
export async function setProtocolMapping(
  uow: UnitOfWork,
  input: ProtocolMappingSetInput,
): Promise<{ protocolMapping: string }> {
  const service = await uow.require(AuditedService, input.auditedServiceId, ['input', 'auditedServiceId']);
  authorise(uow, 'protocolMappingSet', { auditedServiceId: service.id });
  const { modality } = input;
  const protocol = protocolName(input.protocol);
  const key = protocolKey(protocol);
  if (key === '') refuse('VALIDATION', ['input', 'protocol'], { rule: A_LETTER_OR_DIGIT });
  const examCode = await examOf(uow, input.examCode ?? null, modality);
  const audits = await uow.sql<{ id: string }>(
    'select id from audit where audited_service_id = $1 and state = any($2::text[]) order by id for update',
    [service.id, CHANGING],
  );
  await takeMappingTurn(uow.sql, service.id);
  const mapping = await uow.manager
    .createQueryBuilder(ProtocolMapping, 'm')
    .where('m.auditedServiceId = :service and m.modality = :modality and m.protocolKey = :key', {
      service: service.id,
      modality,
      key,
    })
    .getOne();
  if ((mapping?.version ?? 0) !== input.expectedVersion)
    refuse('STALE_VERSION', ['input', 'expectedVersion'], {
      expected: input.expectedVersion,
      actual: mapping?.version ?? 0,
    });
  const said = { protocol, examCode, decidedById: String(uow.viewer.accountId) };
  if (mapping) await uow.change(ProtocolMapping, mapping, said);
  const id =
    mapping?.id ??
    (await uow.insert(ProtocolMapping, {
      auditedServiceId: service.id,
      modality,
      protocolKey: key,
      ...said,
    }));
  await applyMapping(
    uow.sql,
    service.id,
    audits.map((audit) => audit.id),
    [{ modality, protocolKey: key }],
  );
  uow.record({
    act: 'protocolMappingSet',
    objectType: 'ProtocolMapping',
    objectId: id,
    detail: { modality, protocolKey: key, examCode },
  });
  return { protocolMapping: id };
}

/** @throws Refusal NOT_FOUND, EXAM_TYPE_MISMATCH */
async function examOf(uow: UnitOfWork, code: string | null, modality: DoseModality): Promise<string | null> {
  if (code === null) return null;
  const path = ['input', 'examCode'];
  const [exam] = await uow.sql<{ modality: string }>('select modality from exam_type where code = $1', [
    code,
  ]);
  if (!exam) return refuse('NOT_FOUND', path);
  if (exam.modality !== modality) refuse('EXAM_TYPE_MISMATCH', path, { examCode: code, modality });
  return code;
}
