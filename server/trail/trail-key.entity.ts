import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** A public key that has signed checkpoints, listed for ever (clé du journal). */
@Entity({ name: 'trail_key' })
export class TrailKey {
  @PrimaryColumn({ type: 'text', name: 'id' })
  id!: string;

  /** `name+id+key`, as others take it. */
  @Column({ type: 'text', name: 'verifier_key' })
  verifierKey!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
