import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A law, norm or label that criteria rest on (texte de référence). */
@Entity({ name: 'reference_text' })
export class ReferenceText {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'text', name: 'title_fr' })
  titleFr!: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn!: string;

  /** Article, clause or chapter within the text. */
  @Column({ type: 'text', name: 'locator_fr' })
  locatorFr!: string;

  @Column({ type: 'text', name: 'locator_en' })
  locatorEn!: string;

  /** Code of the level: how well the text was checked; shown beside it. */
  @Column({ type: 'text', name: 'verification_level' })
  verificationLevel!: string;

  @Column({ type: 'text', name: 'url', nullable: true })
  url!: string | null;
}
