import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Reference texts that belong together: a code of law, a decision, a norm (famille de textes). */
@Entity({ name: 'reference_family' })
export class ReferenceFamily {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  /** Counts from 1, in the order of the file. */
  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'label_fr' })
  labelFr!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  /** Codes of its texts, in the order of the file. */
  @Column({ type: 'text', name: 'text_codes', array: true })
  textCodes!: string[];
}
