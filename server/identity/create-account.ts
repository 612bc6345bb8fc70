import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { Account } from './account.entity';
import { authorise } from './authorise';
import { hashPassword } from './password';
import { Person } from './person.entity';

/** Whose account it is: a person that the platform knows, or a new one. */
export interface AccountCreateInput {
  id?: string | null;
  personId?: string | null;
  familyName?: string | null;
  givenName?: string | null;
  email: string;
  /** 12 characters or more; told to its owner, who changes it. */
  password: string;
}

/**
 * Opens an account that signs in with e-mail and password. It may do nothing until a role is granted.
 * @throws Refusal ALREADY_EXISTS (the e-mail in any case, or a second account of a person), PERSON_MISSING, NOT_FOUND
 */
export async function createAccount(
  uow: UnitOfWork,
  input: AccountCreateInput,
): Promise<{ account: string }> {
  authorise(uow, 'accountCreate');
  const account = await uow.insert(Account, {
    ...(input.id ? { id: input.id } : {}),
    ...(await placeForAccount(uow, input)),
    kind: 'LOCAL',
    passwordHash: await hashPassword(input.password),
  });
  uow.record({ act: 'accountCreate', objectType: 'Account', objectId: account });
  return { account };
}

/** Whose account is to be opened, and under which address. */
export type AccountPlace = Omit<AccountCreateInput, 'id' | 'password'>;

/**
 * The address and the person of a new account, if both are free.
 * @throws Refusal ALREADY_EXISTS (the e-mail in any case, or a second account of a person), PERSON_MISSING, NOT_FOUND
 */
export async function placeForAccount(
  uow: UnitOfWork,
  input: AccountPlace,
): Promise<{ email: string; personId: string }> {
  const email = input.email.trim();
  const taken = await uow.sql('select 1 from account where lower(email) = lower($1)', [email]);
  if (taken.length > 0) refuse('ALREADY_EXISTS', ['input', 'email'], { what: email });
  return { email, personId: await personOf(uow, input, email) };
}

async function personOf(uow: UnitOfWork, input: AccountPlace, email: string): Promise<string> {
  if (!input.personId) {
    const { familyName, givenName } = input;
    if (!familyName || !givenName) return refuse('PERSON_MISSING', ['input']);
    return uow.insert(Person, { familyName, givenName, email });
  }
  const person = await uow.require(Person, input.personId, ['input', 'personId']);
  // A second account would let whoever opens it act as that person.
  const accounts = await uow.sql('select 1 from account where person_id = $1', [person.id]);
  if (accounts.length > 0) refuse('ALREADY_EXISTS', ['input', 'personId'], { what: 'Account' });
  return person.id;
}
