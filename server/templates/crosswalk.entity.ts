import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which criterion satisfies which reference (table de correspondance). */
@Entity({ name: 'crosswalk' })
export class Crosswalk {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;

  @Column({ type: 'uuid', name: 'reference_text_id' })
  referenceTextId!: string;

  @Column({ type: 'integer', name: 'position' })
  position!: number;
}
