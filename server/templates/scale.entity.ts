import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a criterion is graded (échelle de cotation). */
@Entity({ name: 'scale' })
export class Scale {
  @PrimaryColumn({ type: 'text', name: 'code' })
  code!: string;

  @Column({ type: 'text', name: 'kind' })
  kind!: string;

  @Column({ type: 'jsonb', name: 'definition' })
  definition!: Record<string, unknown>;
}
