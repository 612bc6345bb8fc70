import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** How long a piece of evidence holds, and from which earlier one it was taken over (validité d’une preuve). */
@Entity({ name: 'evidence_validity' })
export class EvidenceValidity {
  /** The piece of evidence. */
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** Last day on which it holds; null: no end. */
  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  /** The piece of an earlier audit that is given again. */
  @Column({ type: 'uuid', name: 'taken_over_from_id', nullable: true })
  takenOverFromId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
