import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LINEAGE_KINDS, type LineageKind } from './template-shapes';

/** What became of a criterion from one version to another (filiation des critères). */
@Entity({ name: 'criterion_lineage' })
export class CriterionLineage {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'from_criterion_id' })
  fromCriterionId!: string;

  @Column({ type: 'uuid', name: 'to_criterion_id' })
  toCriterionId!: string;

  @Column({ type: 'text', name: 'kind', enum: LINEAGE_KINDS })
  kind!: LineageKind;
}
