import { randomBytes } from 'node:crypto';
import { hashOfSecret } from '../../kernel/secret-word';
import { base32 } from './totp';

const HOW_MANY = 10;
const BYTES = 10;

/** New recovery codes as people write them down: 80 random bits each, in groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => base32(randomBytes(BYTES)).replace(/(.{4})(?=.)/g, '$1-'));
}

/** What is kept of a recovery code, however its owner spells it. */
export function hashOfRecoveryCode(code: string): string {
  return hashOfSecret(code.toUpperCase().replace(/[^A-Z2-7]/g, ''));
}
