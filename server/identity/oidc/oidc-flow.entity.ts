import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** One way through an identity provider and back: begun, answered, redeemed, each once (parcours OpenID Connect). */
@Entity({ name: 'oidc_flow' })
export class OidcFlow {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'issuer_name' })
  issuerName!: string;

  @Column({ type: 'text', name: 'state_hash', unique: true })
  stateHash!: string;

  /** Of the cookie: the answer must come to the browser that began. */
  @Column({ type: 'text', name: 'browser_hash' })
  browserHash!: string;

  /** The PKCE verifier and the nonce, encrypted. */
  @Column({ type: 'text', name: 'sealed_verifier' })
  sealedVerifier!: string;

  /** SHA-256 of what the client alone knows: only who began may redeem. */
  @Column({ type: 'text', name: 'client_challenge' })
  clientChallenge!: string;

  @Column({ type: 'text', name: 'return_url', nullable: true })
  returnUrl!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'answered_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  answeredAt!: string | null;

  @Column({ type: 'text', name: 'code_hash', unique: true, nullable: true })
  codeHash!: string | null;

  @Column({ type: 'text', name: 'subject', nullable: true })
  subject!: string | null;

  @Column({ type: 'text', name: 'rpps', nullable: true })
  rpps!: string | null;

  @Column({ type: 'boolean', name: 'is_second_factor', default: false })
  isSecondFactor!: boolean;

  @Column({
    type: 'timestamptz',
    name: 'redeemed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  redeemedAt!: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, transformer: instantColumn })
  expiresAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
