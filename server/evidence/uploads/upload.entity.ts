import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import type { ErrorCode } from '../../kernel/messages';
import { UPLOAD_PURPOSES, type UploadPurpose } from './upload-plan';
import { UPLOAD_STATES, type UploadState } from './upload.states';

/** A file on its way: what was announced, and how much of it has arrived (envoi). */
@Entity({ name: 'upload' })
export class Upload {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'purpose', enum: UPLOAD_PURPOSES })
  purpose!: UploadPurpose;

  /** What the file is for: the piece of evidence, the dose import, the case sample. */
  @Column({ type: 'uuid', name: 'subject_id' })
  subjectId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** Who announced it. */
  @Column({ type: 'uuid', name: 'sent_by_id' })
  sentById!: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string;

  /** Bytes. */
  @Column({ type: 'bigint', name: 'size_bytes' })
  sizeBytes!: number;

  /** Hexadecimal, as announced. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  @Column({ type: 'text', name: 'state', enum: UPLOAD_STATES, default: 'UPLOADING' })
  state!: UploadState;

  /** Bytes that are safe: where the sender goes on. */
  @Column({ type: 'bigint', name: 'received_bytes', default: 0 })
  receivedBytes!: number;

  /** Why it was refused. */
  @Column({ type: 'text', name: 'refusal', nullable: true })
  refusal!: ErrorCode | null;

  @Column({ type: 'text', name: 'ticket_hash' })
  ticketHash!: string;

  @Column({ type: 'timestamptz', name: 'ticket_expires_at', precision: 3, transformer: instantColumn })
  ticketExpiresAt!: string;

  /** Name in the store of the whole file while nobody has compared it with others. */
  @Column({ type: 'uuid', name: 'file_key' })
  fileKey!: string;

  /** What is stored of it; null before it is whole, and once it is no longer needed. */
  @Column({ type: 'uuid', name: 'blob_id', nullable: true })
  blobId!: string | null;

  /** How often its next step was tried. */
  @Column({ type: 'integer', name: 'tries', default: 0 })
  tries!: number;

  @Column({
    type: 'timestamptz',
    name: 'next_try_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  nextTryAt!: string | null;

  @Column({ type: 'integer', name: 'version', default: 1 })
  version!: number;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'updated_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  updatedAt!: string;
}
