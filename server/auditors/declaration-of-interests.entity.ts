import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { DECLARATION_STATES, type DeclarationState } from './declaration.states';

/** What an auditor declares and signs (déclaration d'intérêts). */
@Entity({ name: 'declaration_of_interests' })
export class DeclarationOfInterests {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  @Column({ type: 'text', name: 'state', enum: DECLARATION_STATES, default: 'DRAFT' })
  state!: DeclarationState;

  @Column({
    type: 'timestamptz',
    name: 'signed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  signedAt!: string | null;

  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn!: string | null;

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
