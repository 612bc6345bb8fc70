import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** A code that stands in for the second factor once (code de secours); only its hash is kept. */
@Entity({ name: 'recovery_code' })
export class RecoveryCode {
  @PrimaryColumn({ type: 'text', name: 'code_hash' })
  codeHash!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, transformer: instantColumn, nullable: true })
  usedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
