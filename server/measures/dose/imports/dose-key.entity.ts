import { Entity, Column, PrimaryColumn } from 'typeorm';

/**
 * The secret with which the UIDs of a service are hashed (clé d’empreinte): the same exposure is known again within the
 * service, and nobody can tell it elsewhere.
 */
@Entity({ name: 'dose_key' })
export class DoseKey {
  @PrimaryColumn({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** 32 random bytes, hexadecimal. */
  @Column({ type: 'text', name: 'secret' })
  secret!: string;
}
