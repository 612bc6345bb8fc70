import { Entity, PrimaryColumn } from 'typeorm';

/** A criterion for which something is asked (critère d’une demande). */
@Entity({ name: 'evidence_request_criterion' })
export class EvidenceRequestCriterion {
  @PrimaryColumn({ type: 'uuid', name: 'evidence_request_id' })
  evidenceRequestId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;
}
