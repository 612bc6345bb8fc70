import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { FINDING_REPLY_KINDS, type FindingReplyKind } from './finding-reply.entity';

/** One wording of a service's reply to a finding; none is ever changed, the last one counts (version d’une réponse). */
@Entity({ name: 'finding_reply_version' })
export class FindingReplyVersion {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'finding_reply_id' })
  findingReplyId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  /** Counts from 1 within the reply. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'kind', enum: FINDING_REPLY_KINDS })
  kind!: FindingReplyKind;

  @Column({ type: 'text', name: 'argument', nullable: true })
  argument!: string | null;

  @Column({ type: 'uuid', name: 'replied_by_id', nullable: true })
  repliedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
