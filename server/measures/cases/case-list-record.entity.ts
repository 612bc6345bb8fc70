import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record of a list, kept as long as it may be drawn (dossier de la liste). */
@Entity({ name: 'case_list_record' })
export class CaseListRecord {
  @PrimaryColumn({ type: 'uuid', name: 'case_sample_id' })
  caseSampleId!: string;

  @PrimaryColumn({ type: 'text', name: 'record_number' })
  recordNumber!: string;

  @Column({ type: 'text', name: 'strata', array: true, default: [] })
  strata!: string[];
}
