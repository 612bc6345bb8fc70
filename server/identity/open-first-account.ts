import { randomUUID } from 'node:crypto';
import { isEmail } from 'class-validator';
import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { newSecret } from '../kernel/secret-word';
import { unstorableTexts } from '../kernel/text';
import { parisDate } from '../kernel/working-days';
import { appendAsPlatform } from '../trail';
import { Account } from './account.entity';
import { hashPassword } from './password';
import { Person } from './person.entity';
import { RoleGrant } from './role-grant.entity';

/** Whose account the first one is. */
export interface FirstAccountInput {
  email: string;
  givenName: string;
  familyName: string;
}

/** The first account is not opened; the message is one line that says why. */
export class FirstAccountError extends Error {}

/** As long as the API lets names be. */
const NAME_LENGTH_AT_MOST = 100;

/**
 * Opens the account of the administration on a database that has none: every other one is opened by somebody.
 * @param now the instant whose day in Paris the role dates from
 * @returns its password, which is kept nowhere; in production its owner must choose another
 * @throws FirstAccountError when an account exists, or the input is none of a person
 */
export async function openFirstAccount(
  dataSource: DataSource,
  input: FirstAccountInput,
  now: Date,
): Promise<string> {
  const person = personIn(input);
  const password = newSecret();
  const passwordHash = await hashPassword(password);
  await asPlatform(dataSource, async (manager) => {
    await mustBeFirst(manager);
    await insertAdministrator(manager, person, passwordHash, parisDate(now));
  });
  return password;
}

/** The input as it is kept. @throws FirstAccountError */
function personIn(input: FirstAccountInput): FirstAccountInput {
  const email = input.email.trim();
  const [givenName, familyName] = [input.givenName.trim(), input.familyName.trim()];
  // First of all: the validator of e-mail addresses throws at half a character.
  if (unstorableTexts(input, []).length > 0)
    throw new FirstAccountError('the e-mail or a name has characters that cannot be kept');
  if (!isEmail(email)) throw new FirstAccountError(`“${email}” is no e-mail address`);
  if (!givenName || !familyName) throw new FirstAccountError('given name and family name are both needed');
  if (Math.max(givenName.length, familyName.length) > NAME_LENGTH_AT_MOST)
    throw new FirstAccountError(`a name has at most ${NAME_LENGTH_AT_MOST} characters`);
  return { email, givenName, familyName };
}

/** Whoever comes second waits here for the first, and then sees his account. @throws FirstAccountError */
async function mustBeFirst(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('vis-a-vis first account'))`);
  if ((await manager.count(Account)) === 0) return;
  throw new FirstAccountError('this database has an account already: accounts are opened with accountCreate');
}

async function insertAdministrator(
  manager: EntityManager,
  { email, givenName, familyName }: FirstAccountInput,
  passwordHash: string,
  fromDate: string,
): Promise<void> {
  const [personId, accountId] = [randomUUID(), randomUUID()];
  await manager.insert(Person, { id: personId, familyName, givenName, email });
  await manager.insert(Account, { id: accountId, personId, kind: 'LOCAL', email, passwordHash });
  await manager.insert(RoleGrant, { id: randomUUID(), accountId, role: 'ADMIN', fromDate });
  // Whoever reads the trail finds where all the other accounts come from.
  await appendAsPlatform(manager, {
    act: 'firstAccountOpen',
    objectType: 'Account',
    objectId: accountId,
    detail: { role: 'ADMIN' },
  });
}
