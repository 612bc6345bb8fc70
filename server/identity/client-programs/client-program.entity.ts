import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** A program that calls the API by itself (programme client), with an account of its own and narrow scopes. */
@Entity({ name: 'client_program' })
export class ClientProgram {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id', unique: true })
  accountId!: string;

  @Column({ type: 'text', name: 'name' })
  name!: string;

  /** Whoever answers for the program. */
  @Column({ type: 'text', name: 'contact_email' })
  contactEmail!: string;

  /** Words of `CLIENT_SCOPES`; the most that its tokens may have. */
  @Column({ type: 'text', name: 'scopes', array: true })
  scopes!: string[];

  @Column({
    type: 'timestamptz',
    name: 'revoked_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  revokedAt!: string | null;

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
