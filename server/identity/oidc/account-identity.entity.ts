import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Who an account is for an identity provider (identité fédérée): issuer and subject, never the e-mail. */
@Entity({ name: 'account_identity' })
export class AccountIdentity {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'text', name: 'issuer' })
  issuer!: string;

  @Column({ type: 'text', name: 'subject' })
  subject!: string;

  /** What the provider attests; an attribute, never a key. */
  @Column({ type: 'text', name: 'rpps', nullable: true })
  rpps!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
