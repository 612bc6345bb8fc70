import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a payload tells: an entry's detail, or one row that its act made, changed or removed. */
export const PAYLOAD_OPERATIONS = ['DETAIL', 'INSERT', 'UPDATE', 'DELETE'] as const;

/** What an entry commits to, erasable without breaking its chain (contenu d’une entrée du journal). */
@Entity({ name: 'trail_payload' })
export class TrailPayload {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' })
  entryId!: string;

  /** 0 is the detail; changed rows follow in the order in which they changed. */
  @PrimaryColumn({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'table_name' })
  tableName!: string;

  @Column({ type: 'uuid', name: 'row_id' })
  rowId!: string;

  @Column({ type: 'text', name: 'operation', enum: PAYLOAD_OPERATIONS })
  operation!: (typeof PAYLOAD_OPERATIONS)[number];

  /** SHA-256(salt ‖ payload), hexadecimal. */
  @Column({ type: 'text', name: 'before_commitment', nullable: true })
  beforeCommitment!: string | null;

  @Column({ type: 'text', name: 'before_salt', nullable: true })
  beforeSalt!: string | null;

  /** The row as it was, as JSON text without secrets. */
  @Column({ type: 'text', name: 'before', nullable: true })
  before!: string | null;

  @Column({ type: 'text', name: 'after_commitment', nullable: true })
  afterCommitment!: string | null;

  @Column({ type: 'text', name: 'after_salt', nullable: true })
  afterSalt!: string | null;

  @Column({ type: 'text', name: 'after', nullable: true })
  after!: string | null;

  /** The entry of the act that erased it. */
  @Column({ type: 'uuid', name: 'erased_by_id', nullable: true })
  erasedById!: string | null;
}
