import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of a template version, graded and submitted as a whole (chapitre). */
@Entity({ name: 'section' })
export class Section {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'template_version_id' })
  templateVersionId!: string;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  @Column({ type: 'integer', name: 'position' })
  position!: number;

  @Column({ type: 'text', name: 'title_fr' })
  titleFr!: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn!: string;
}
