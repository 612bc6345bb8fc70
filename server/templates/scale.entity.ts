import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SCALE_KINDS, type ScaleFile, type ScaleKind } from './template-shapes';

/** How a criterion is graded (échelle de cotation). */
@Entity({ name: 'scale' })
export class Scale {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code', unique: true })
  code!: string;

  @Column({ type: 'text', name: 'kind', enum: SCALE_KINDS })
  kind!: ScaleKind;

  @Column({ type: 'text', name: 'title_fr' })
  titleFr!: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn!: string;

  /** The whole scale as its file gives it. */
  @Column({ type: 'jsonb', name: 'definition' })
  definition!: ScaleFile;
}
