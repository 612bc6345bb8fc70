import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a reference text was checked by those who cite it (niveau de vérification). */
@Entity({ name: 'verification_level' })
export class VerificationLevel {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  /** 1 is the best checked. */
  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;
}
