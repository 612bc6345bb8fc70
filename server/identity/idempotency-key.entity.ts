import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** A key under which an account made a mutation, and what was answered (clé d'idempotence). */
@Entity({ name: 'idempotency_key' })
export class IdempotencyKey {
  @PrimaryColumn({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @PrimaryColumn({ type: 'text', name: 'mutation' })
  mutation!: string;

  @PrimaryColumn({ type: 'uuid', name: 'key' })
  key!: string;

  /** Hash of the input: the same key with other content is refused. */
  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;

  /** What the mutation gave, for replays; null while it runs. */
  @Column({ type: 'jsonb', name: 'result', nullable: true })
  result!: unknown;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
