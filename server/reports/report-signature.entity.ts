import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { SIGNATURE_MEANS, type SignatureMeans } from '../identity';

/** What is signed: the draft for the service, the report, another version of it. */
export const SIGNED_DOCUMENTS = ['DRAFT', 'REPORT', 'AMENDMENT'] as const;
export type SignedDocument = (typeof SIGNED_DOCUMENTS)[number];

/** Professions that sign. */
export const SIGNING_PROFESSIONS = ['RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST'] as const;
export type SigningProfession = (typeof SIGNING_PROFESSIONS)[number];

/** An auditor's signature of the canonical content that he read; voided when the content changes (signature). */
@Entity({ name: 'report_signature' })
export class ReportSignature {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'text', name: 'document', enum: SIGNED_DOCUMENTS })
  document!: SignedDocument;

  /** Version of the report that it is given for; 1 for the draft. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'uuid', name: 'assignment_id' })
  assignmentId!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  @Column({ type: 'uuid', name: 'signed_by_id' })
  signedById!: string;

  /** That of his seat. */
  @Column({ type: 'text', name: 'profession', enum: SIGNING_PROFESSIONS })
  profession!: SigningProfession;

  /** Of the canonical content in UTF-8, hexadecimal. */
  @Column({ type: 'text', name: 'content_sha256' })
  contentSha256!: string;

  /** The sentence as it was typed. */
  @Column({ type: 'text', name: 'confirmation' })
  confirmation!: string;

  /** How he proved anew who he is. */
  @Column({ type: 'text', name: 'means', enum: SIGNATURE_MEANS })
  means!: SignatureMeans;

  @Column({ type: 'timestamptz', name: 'signed_at', precision: 3, transformer: instantColumn })
  signedAt!: string;

  /** Set: it stands no more. */
  @Column({
    type: 'timestamptz',
    name: 'voided_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  voidedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
