import { requireAudit, requireState, subjectOf, type AuditState } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { parisDate } from '../../kernel/working-days';
import type { NoteSigner } from '../../trail';
import { sha256Of } from '../document/freeze';
import { attestationNote, type AttestationContent } from './attestation-note';
import { Attestation } from './attestation.entity';

/** Of which audit it is attested that it took place. */
export interface AttestationIssueInput {
  id?: string | null;
  auditId: string;
}

const REPORTED: readonly AuditState[] = ['REPORT_ISSUED', 'PLAN_DUE', 'FOLLOW_UP', 'CLOSED'];

const ATTESTED = `
  select json_build_object('name', s.name, 'finessEt', s.finess_et, 'siret', s.siret) as "auditedService",
    json_build_object('code', t.code, 'version', v.number,
      'title', json_build_object('fr', v.title_fr, 'en', v.title_en)) as template
  from audit a
  join audited_service s on s.id = a.audited_service_id
  join template_version v on v.id = a.template_version_id
  join audit_template t on t.id = v.audit_template_id
  where a.id = $1`;

/**
 * The service has it attested that its audit took place, without any result: the one thing that it may show to an authority.
 * Signed with the key of the trail, it is verified offline. Each one stands by itself, as of its day.
 * @param signer the key of the trail
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (nothing was reported yet), ID_TAKEN
 */
export const issueAttestation =
  (signer: NoteSigner) =>
  async (uow: UnitOfWork, input: AttestationIssueInput): Promise<{ attestation: string }> => {
    const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
    authorise(uow, 'attestationIssue', subjectOf(audit));
    requireState(audit, REPORTED);
    const [attested] = await uow.sql<Pick<AttestationContent, 'auditedService' | 'template'>>(ATTESTED, [
      audit.id,
    ]);
    if (!attested || audit.visitOn === null || audit.reportIssuedAt === null)
      throw new Error(`${audit.reference} was reported on without a visit or a day of issue`);
    const note = attestationNote(
      {
        schema: { name: 'vis-a-vis/attestation', version: 1 },
        platform: signer.name,
        ...attested,
        visitOn: audit.visitOn,
        reportIssuedOn: parisDate(new Date(audit.reportIssuedAt)),
        attestedOn: parisDate(uow.now()),
      },
      signer,
    );
    const attestation = await uow.insert(Attestation, {
      ...(input.id ? { id: input.id } : {}),
      auditId: audit.id,
      auditedServiceId: audit.auditedServiceId,
      note,
      issuedById: uow.viewer.accountId,
    });
    uow.record({
      act: 'attestationIssue',
      objectType: 'Attestation',
      objectId: attestation,
      campaignId: audit.campaignId,
      detail: { sha256: sha256Of(note) },
    });
    return { attestation };
  };
