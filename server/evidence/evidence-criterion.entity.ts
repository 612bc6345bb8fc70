import { Entity, PrimaryColumn } from 'typeorm';

/** A criterion that a piece of evidence serves (rattachement d'une preuve). */
@Entity({ name: 'evidence_criterion' })
export class EvidenceCriterion {
  @PrimaryColumn({ type: 'uuid', name: 'evidence_id' })
  evidenceId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;
}
