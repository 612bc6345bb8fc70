import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** One issued version of an audit's report; it never changes (rapport). */
@Entity({ name: 'report' })
export class Report {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  /** Version: 1 for the first issue, higher for amendments. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  /** Canonical JSON (RFC 8785). */
  @Column({ type: 'text', name: 'content' })
  content!: string;

  /** Of the content, hexadecimal. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  @Column({ type: 'text', name: 'amendment_reason', nullable: true })
  amendmentReason!: string | null;

  @Column({ type: 'uuid', name: 'issued_by_id', nullable: true })
  issuedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
