import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** What a chain was at a moment, signed; meant to be held by others (point de contrôle). */
@Entity({ name: 'checkpoint' })
export class Checkpoint {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'chain_id' })
  chainId!: string;

  @Column({ type: 'bigint', name: 'size' })
  size!: number;

  @Column({ type: 'text', name: 'root' })
  root!: string;

  @Column({ type: 'text', name: 'key_id' })
  keyId!: string;

  /** The signed note. */
  @Column({ type: 'text', name: 'note' })
  note!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
