import { In, IsNull } from 'typeorm';
import { Assignment, isSigned, NEED, requireThawed, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { requireReauthentication, type Reauthentication, type SecretBox } from '../identity';
import { refuse } from '../kernel/outcome';
import { CONFIRMATIONS, confirms } from './confirmation';
import type { ContentToSign } from './content-to-sign';
import type { SignatureInReport } from './document/report-document';
import { ReportSignature } from './report-signature.entity';

/** What a signer gives: the hash of what he read, the sentence, and the proof of who he is. */
export interface Signing extends Reauthentication {
  contentSha256: string;
  confirmation: string;
}

const PRESENT = ['ACCEPTED', 'CONFIRMED', 'COMPLETED'] as const;
const SIGNED_AT = { DRAFT: 'draftSignedAt', REPORT: 'reportSignedAt', AMENDMENT: null } as const;

/**
 * Writes the signature of the auditor who acts. A signature of his that stands for other words is voided by it. The audit
 * must be locked.
 * @param toSign what there is to sign now
 * @throws Refusal OBSERVER_DOES_NOT_SIGN, ASSIGNMENT_FROZEN, SIGNED_CONTENT_CHANGED, ALREADY_SIGNED,
 *   CONFIRMATION_MISMATCH, and those of `requireReauthentication`
 */
export async function sign(
  uow: UnitOfWork,
  audit: Audit,
  toSign: ContentToSign,
  given: Signing,
  secretBox: SecretBox,
): Promise<void> {
  const { auditorId, accountId } = uow.viewer;
  if (!auditorId || !accountId) throw new Error('a member of a team who is no auditor');
  const { document, number, sha256 } = toSign;
  const assignment = await uow.manager.findOneByOrFail(Assignment, {
    auditId: audit.id,
    auditorId,
    state: In([...PRESENT]),
  });
  const { seat } = assignment;
  if (seat === 'OBSERVER') refuse('OBSERVER_DOES_NOT_SIGN');
  await requireThawed(uow, audit.id, auditorId);
  if (given.contentSha256 !== sha256)
    refuse('SIGNED_CONTENT_CHANGED', ['input', 'contentSha256'], { sha256 });
  const assignmentId = assignment.id;
  const own = { auditId: audit.id, document, number, assignmentId, voidedAt: IsNull() };
  const standing = await uow.manager.findOneBy(ReportSignature, own);
  if (standing?.contentSha256 === sha256) refuse('ALREADY_SIGNED');
  if (!confirms(document, given.confirmation)) {
    const sentence = CONFIRMATIONS[document][uow.viewer.locale];
    refuse('CONFIRMATION_MISMATCH', ['input', 'confirmation'], { sentence });
  }
  const means = await requireReauthentication(uow, given, secretBox);
  const signedAt = uow.now().toISOString();
  await uow.manager.update(ReportSignature, own, { voidedAt: signedAt });
  await uow.insert(ReportSignature, {
    auditId: audit.id,
    document,
    number,
    assignmentId,
    auditorId,
    signedById: accountId,
    profession: seat,
    contentSha256: sha256,
    confirmation: given.confirmation.trim(),
    means,
    signedAt,
  });
  const column = SIGNED_AT[document];
  if (column) await uow.change(Assignment, assignment, { [column]: signedAt });
}

/** Whether every profession that must sign has signed the content as it stands. */
export async function isWhollySigned(
  uow: UnitOfWork,
  audit: Audit,
  { document, number, sha256 }: ContentToSign,
): Promise<boolean> {
  const [signed] = await uow.sql<{ isSigned: boolean; others: number }>(
    `select ${isSigned(document, '$2')} as "isSigned",
       (select count(*)::int from report_signature o join assignment m on m.id = o.assignment_id
        where o.audit_id = a.id and o.document = $3 and o.number = $2 and o.voided_at is null
          and o.content_sha256 <> $4 and m.state = any($5::text[])) as others
     from audit a ${NEED} where a.id = $1`,
    [audit.id, number, document, sha256, [...PRESENT]],
  );
  return signed !== undefined && signed.isSigned && signed.others === 0;
}

/**
 * Makes sure that the content is signed as it stands, by all who must sign; signatures of who has left the team are
 * voided with it.
 * @throws Refusal SIGNATURES_MISSING
 */
export async function requireWhollySigned(
  uow: UnitOfWork,
  audit: Audit,
  toSign: ContentToSign,
): Promise<void> {
  if (!(await isWhollySigned(uow, audit, toSign))) refuse('SIGNATURES_MISSING');
  await uow.sql(
    `update report_signature g set voided_at = $4
     where g.audit_id = $1 and g.document = $2 and g.number = $3 and g.voided_at is null
       and not exists (select 1 from assignment m where m.id = g.assignment_id and m.state = any($5::text[]))`,
    [audit.id, toSign.document, toSign.number, uow.now(), [...PRESENT]],
  );
}

/** The signatures that stand for a document, as the report names them: the lead's first. */
export function signaturesOf(
  uow: UnitOfWork,
  auditId: string,
  { document, number }: ContentToSign,
): Promise<SignatureInReport[]> {
  return uow.sql<SignatureInReport>(
    `select p.family_name as "familyName", p.given_name as "givenName", g.profession, m.is_lead as "isLead",
       g.signed_at as "signedAt", g.confirmation, g.content_sha256 as "bodySha256"
     from report_signature g
     join assignment m on m.id = g.assignment_id
     join auditor u on u.id = g.auditor_id
     join person p on p.id = u.person_id
     where g.audit_id = $1 and g.document = $2 and g.number = $3 and g.voided_at is null
     order by m.is_lead desc, g.profession, p.family_name, g.id`,
    [auditId, document, number],
  );
}
