import { openApi, type TestApi } from '../support/api';
import { makeAccount, makeTeamedAudit } from '../support/factories';
import { post } from '../support/post';
import { tokenOf } from '../support/refusals';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/**
 * One field fails where null is not allowed, so that the answer stands while the field beside it still reads: what that
 * reads afterwards must not open a connection that nobody gives back.
 */
const CUT_SHORT = `{ viewer {
  services { auditedService { audits(first: 101) { nodes { id } } } }
  account { roleGrants { id auditedService { id organisations { organisation { id } } audits(first: 5) { totalCount nodes { id assignments(first: 2) { totalCount } } } } } }
  person { id } } }`;

const held = (): Promise<{ state: string }[]> =>
  api.sql(`select state from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`);

describe('a request whose answer stands before all of it is read', () => {
  it('gives its connection back, however often it comes', async () => {
    const { serviceId } = await makeTeamedAudit(api);
    const { accountId } = await makeAccount(api, { services: { [serviceId]: 'SERVICE_MANAGER' } });
    const headers = { authorization: `Bearer ${tokenOf(api, accountId)}` };
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => post(api.url, { query: CUT_SHORT }, headers)),
      );
      for (const { json, codes } of answers) {
        expect(json.data).toEqual({ viewer: null });
        expect(codes).toContain('PAGE_SIZE_MISSING');
      }
    }
    const { json } = await post(api.url, { query: '{ viewer { account { id } } }' }, headers);
    expect(json.data.viewer.account.id).toEqual(expect.any(String));
    expect(await held()).toEqual([]);
  });
});
