import { policy } from '../../../server/identity/policy';
import { fail, startApi } from './api-server';

// This API without its walls, to see what they cost: every row and field is for everybody, and the database connections
// stand above the row policies. It still signs in, and still asks who that is.
for (const type of Object.values(policy.types)) {
  const withRow = [type.withRow, ...Object.keys(type.restricted ?? {})].join(' ');
  Object.assign(type, { rows: () => null, withRow, restricted: {} });
}
startApi(null).catch(fail);
