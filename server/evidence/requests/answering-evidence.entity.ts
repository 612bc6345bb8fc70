import { Entity, PrimaryColumn } from 'typeorm';

/** A piece of evidence that an answer gives; one piece may stand in many answers. */
@Entity({ name: 'answering_evidence' })
export class AnsweringEvidence {
  @PrimaryColumn({ type: 'uuid', name: 'evidence_answer_id' })
  evidenceAnswerId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'evidence_id' })
  evidenceId!: string;
}
