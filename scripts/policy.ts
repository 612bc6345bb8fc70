import { isObjectType } from 'graphql';
import { buildSchema } from '../schema/build-schema';
import { policyPage } from '../server/identity/policy-page';

// `npm run policy` prints who sees what and who may do what, in French: the policy table as those read it who answer for it.
const schema = buildSchema();

/** The first sentence of what the API says of a type. */
function describe(type: string): string {
  const found = schema.getType(type);
  return (isObjectType(found) && found.description?.split(/(?<=\.)\s/)[0]) || '';
}

process.stdout.write(policyPage(describe, (type) => describe(type) !== ''));
