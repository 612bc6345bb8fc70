import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of evidence that criteria ask for (type de preuve). */
@Entity({ name: 'evidence_kind' })
export class EvidenceKind {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'text', name: 'type' })
  type!: string;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;
}
