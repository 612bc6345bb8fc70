import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../database/unit-of-work';
import { refuse } from '../../kernel/outcome';
import { hashOfSecret, newSecret } from '../../kernel/secret-word';
import { ShownOnce } from '../../kernel/shown-once';
import { Account } from '../account.entity';
import { authorise } from '../authorise';
import { ClientProgram } from './client-program.entity';
import type { ClientScope } from './client-scopes';
import { ClientSecret } from './client-secret.entity';

/** What a client program signs in with, shown once. */
export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/** A program, who answers for it, and the most that its tokens may do. */
export interface ClientProgramCreateInput {
  id?: string | null;
  name: string;
  contactEmail: string;
  scopes: readonly ClientScope[];
}

/** Which program, in which version. */
export interface ClientProgramInput {
  clientProgramId: string;
  expectedVersion: number;
}

/** For how long the secret before stays good beside the new one. */
export interface ClientProgramRotateSecretInput extends ClientProgramInput {
  overlapHours?: number | null;
}

type Result = Promise<{ clientProgram: string; clientCredentials: ShownOnce<ClientCredentials> }>;

const OVERLAP_HOURS = 24;
const HOUR_MS = 3_600_000;
/** Whoever finds a secret in a file knows by it what it is. */
const SECRET_PREFIX = 'vav_';

async function addSecret(uow: UnitOfWork, clientId: string): Promise<ShownOnce<ClientCredentials>> {
  const clientSecret = SECRET_PREFIX + newSecret();
  await uow.insert(ClientSecret, { clientProgramId: clientId, secretHash: hashOfSecret(clientSecret) });
  return new ShownOnce({ clientId, clientSecret });
}

async function livingProgram(
  uow: UnitOfWork,
  act: string,
  { clientProgramId, expectedVersion }: ClientProgramInput,
): Promise<ClientProgram> {
  const path = ['input', 'clientProgramId'];
  const program = await uow.require(ClientProgram, clientProgramId, path, expectedVersion);
  authorise(uow, act);
  if (program.revokedAt !== null) refuse('CLIENT_PROGRAM_REVOKED', path);
  return program;
}

/**
 * Registers a client program with an account of its own, which gets its roles like any other.
 * @throws Refusal FORBIDDEN, VALIDATION (no scope)
 */
export async function createClientProgram(uow: UnitOfWork, input: ClientProgramCreateInput): Result {
  authorise(uow, 'clientProgramCreate');
  if (input.scopes.length === 0) refuse('VALIDATION', ['input', 'scopes'], { rule: 'scopes' });
  const id = input.id ?? randomUUID();
  const accountId = await uow.insert(Account, {
    personId: null,
    kind: 'SERVICE_ACCOUNT',
    // Accounts are told apart by their addresses; no mail can ever reach this one (RFC 2606).
    email: `${id}@client-program.invalid`,
  });
  await uow.insert(ClientProgram, {
    id,
    accountId,
    name: input.name,
    contactEmail: input.contactEmail,
    scopes: [...new Set(input.scopes)].sort(),
  });
  const clientCredentials = await addSecret(uow, id);
  uow.record({ act: 'clientProgramCreate', objectType: 'ClientProgram', objectId: id });
  return { clientProgram: id, clientCredentials };
}

/**
 * Gives a program a new secret; those before stay good for the overlap, so that it can change over without a gap.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, CLIENT_PROGRAM_REVOKED
 */
export async function rotateClientSecret(uow: UnitOfWork, input: ClientProgramRotateSecretInput): Result {
  const program = await livingProgram(uow, 'clientProgramRotateSecret', input);
  const overlap = (input.overlapHours ?? OVERLAP_HOURS) * HOUR_MS;
  await uow.sql(
    `update client_secret set expires_at = least(coalesce(expires_at, $2), $2) where client_program_id = $1`,
    [program.id, new Date(uow.now().getTime() + overlap)],
  );
  const clientCredentials = await addSecret(uow, program.id);
  await uow.change(ClientProgram, program, {});
  uow.record({ act: 'clientProgramRotateSecret', objectType: 'ClientProgram', objectId: program.id });
  return { clientProgram: program.id, clientCredentials };
}

/**
 * Revokes a program for good: its secrets and its tokens count no more from the next request on.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, CLIENT_PROGRAM_REVOKED
 */
export async function revokeClientProgram(
  uow: UnitOfWork,
  input: ClientProgramInput,
): Promise<{ clientProgram: string }> {
  const program = await livingProgram(uow, 'clientProgramRevoke', input);
  await uow.change(ClientProgram, program, { revokedAt: uow.now().toISOString() });
  uow.record({ act: 'clientProgramRevoke', objectType: 'ClientProgram', objectId: program.id });
  return { clientProgram: program.id };
}
