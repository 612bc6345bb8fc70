import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../../database/instant-column';
import { DOSE_MODALITIES, type DoseModality } from '../dose-row';

/** Which examination of the list a service means by a protocol name (correspondance d’un protocole). */
@Entity({ name: 'protocol_mapping' })
export class ProtocolMapping {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'text', name: 'modality', enum: DOSE_MODALITIES })
  modality!: DoseModality;

  /** The name without case, accents and spaces. */
  @Column({ type: 'text', name: 'protocol_key' })
  protocolKey!: string;

  /** As it was given last. */
  @Column({ type: 'text', name: 'protocol' })
  protocol!: string;

  /** Null: no examination of the list. */
  @Column({ type: 'text', name: 'exam_code', nullable: true })
  examCode!: string | null;

  @Column({ type: 'uuid', name: 'decided_by_id' })
  decidedById!: string;

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
