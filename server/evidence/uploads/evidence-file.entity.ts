import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** The file that a piece of evidence consists of, as it is served. */
@Entity({ name: 'evidence_file' })
export class EvidenceFile {
  /** That of its evidence. */
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'upload_id' })
  uploadId!: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string;

  /** Bytes. */
  @Column({ type: 'bigint', name: 'size_bytes' })
  sizeBytes!: number;

  /** Hexadecimal. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  /** Null until it is whole, and once its bytes were taken away. */
  @Column({ type: 'uuid', name: 'blob_id', nullable: true })
  blobId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'updated_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  updatedAt!: string;
}
