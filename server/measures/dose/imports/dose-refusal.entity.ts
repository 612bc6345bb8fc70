import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of an imported file that gave no record, and why (partie refusée). */
@Entity({ name: 'dose_refusal' })
export class DoseRefusal {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'dose_import_id' })
  doseImportId!: string;

  @Column({ type: 'integer', name: 'position' })
  position!: number;

  /** `row 12`, `report 3, event 2` */
  @Column({ type: 'text', name: 'place' })
  place!: string;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  @Column({ type: 'jsonb', name: 'params' })
  params!: Record<string, string | number>;
}
