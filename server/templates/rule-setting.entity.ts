import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import type { SettingKey } from './rule-shapes';

/** A number of the procedure that is no delay, as data (réglage). */
@Entity({ name: 'rule_setting' })
export class RuleSetting {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code' })
  code!: SettingKey;

  /** Version of the set of delays that it came with. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'integer', name: 'value' })
  value!: number;

  /** SHA-256 of the entry of the file, hexadecimal. */
  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
