import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** How the service answers. */
export const FINDING_REPLY_KINDS = ['ACCEPTED', 'CONTESTED', 'CORRECTION'] as const;
export type FindingReplyKind = (typeof FINDING_REPLY_KINDS)[number];

/** What the team makes of an answer. */
export const DISPOSITIONS = ['ACCEPTED', 'PARTLY', 'REJECTED'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** The service's answer to a finding and what was made of it (réponse au constat). */
@Entity({ name: 'finding_reply' })
export class FindingReply {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'finding_id', unique: true })
  findingId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'text', name: 'kind', enum: FINDING_REPLY_KINDS })
  kind!: FindingReplyKind;

  /** Compulsory unless the finding is accepted. */
  @Column({ type: 'text', name: 'argument', nullable: true })
  argument!: string | null;

  /** What the team decided; null until then. */
  @Column({ type: 'text', name: 'disposition', enum: DISPOSITIONS, nullable: true })
  disposition!: Disposition | null;

  @Column({ type: 'text', name: 'disposition_reason', nullable: true })
  dispositionReason!: string | null;

  @Column({ type: 'uuid', name: 'disposed_by_auditor_id', nullable: true })
  disposedByAuditorId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'disposed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  disposedAt!: string | null;

  @Column({ type: 'uuid', name: 'replied_by_id', nullable: true })
  repliedById!: string | null;

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
