import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** A secret of a client program; only its hash is kept. Two are good while one takes over from the other. */
@Entity({ name: 'client_secret' })
export class ClientSecret {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'client_program_id' })
  clientProgramId!: string;

  @Column({ type: 'text', name: 'secret_hash', unique: true })
  secretHash!: string;

  /** Set when another secret takes over. */
  @Column({
    type: 'timestamptz',
    name: 'expires_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  expiresAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
