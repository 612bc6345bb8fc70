import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A criterion by which events are declared to the authority (critère de déclaration). */
@Entity({ name: 'event_criterion' })
export class EventCriterion {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  /** How well the platform knows what it says. */
  @Column({ type: 'text', name: 'verification_level' })
  verificationLevel!: string;
}
