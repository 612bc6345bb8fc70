import { readConfig } from '../server/config';
import { prepareDatabase } from '../server/database/prepare-database';
import { FirstAccountError, openFirstAccount } from '../server/identity';
import { systemClock } from '../server/kernel/clock';

const USAGE = 'npm run first-account -- EMAIL GIVEN-NAME FAMILY-NAME';

/**
 * `npm run first-account -- EMAIL GIVEN-NAME FAMILY-NAME` opens the account of the administration on a database that has
 * none, and prints its password, once.
 */
async function firstAccount(): Promise<void> {
  const [email, givenName, familyName, ...more] = process.argv.slice(2);
  // A name of several words without quotes would be taken for another one.
  if (!email || !givenName || !familyName || more.length > 0)
    throw new FirstAccountError(`three values are needed, names of several words in quotes: ${USAGE}`);
  const database = await prepareDatabase(readConfig(process.env), (line) => console.log(line));
  try {
    const person = { email, givenName, familyName };
    const password = await openFirstAccount(database.dataSource, person, systemClock.now());
    console.log(`The account of the administration is open, for ${email}.`);
    console.log(`Its password, shown this once: ${password}`);
    console.log('Sign in (signIn) and choose another (passwordChange), then enrol a second factor');
    console.log('(secondFactorEnrol, secondFactorConfirm): production asks for both.');
  } finally {
    await database.close();
  }
}

firstAccount().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
