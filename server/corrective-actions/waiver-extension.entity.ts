import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** A longer waiver that the service asks for while the present one runs. One with its action, until it is granted. */
@Entity({ name: 'waiver_extension' })
export class WaiverExtension {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

  /** Last day that is asked for. */
  @Column({ type: 'date', name: 'expires_on' })
  expiresOn!: string;

  @Column({ type: 'uuid', name: 'requested_by_id', nullable: true })
  requestedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
