import { globalId } from '../../server/kernel/ids';
import { clientOf, openApi, type ApiClient, type TestApi } from '../support/api';
import { insertRow, makeCoordinator, makePerson, makeService } from '../support/factories';
import { errorsOf } from '../support/import-factories';
import { PASSWORD, tokenOf } from '../support/sign-in';

let api: TestApi;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinator = api.as(await makeCoordinator(api));
});

afterAll(() => api.close());

const id = (type: string, uuid: string): string => globalId(type, uuid);

describe('the account of an auditor', () => {
  it('is opened once, with the role, and signs in as that auditor', async () => {
    const personId = await makePerson(api);
    const auditorId = await insertRow(api, 'auditor', { person_id: personId, profession: 'RADIOGRAPHER' });
    const input = { auditorId: id('Auditor', auditorId), email: 'manip@example.org', password: PASSWORD };
    const { managerId } = await makeService(api);
    expect(errorsOf(await api.as(managerId).act('auditorAccountCreate', input))).toEqual([
      'NOT_FOUND input.auditorId',
    ]);
    expect(
      await coordinator.act(
        'auditorAccountCreate',
        input,
        'account { email person { id } roleGrants { role } }',
      ),
    ).toMatchObject({
      userErrors: [],
      account: {
        email: 'manip@example.org',
        person: { id: id('Person', personId) },
        roleGrants: [{ role: 'AUDITOR' }],
      },
    });
    const client = clientOf(api.url, await tokenOf(api, 'manip@example.org'));
    const { data } = await client.run('{ viewer { roles auditor { id profession } } }');
    expect(data['viewer']).toEqual({
      roles: ['AUDITOR'],
      auditor: { id: id('Auditor', auditorId), profession: 'RADIOGRAPHER' },
    });
    const again = { ...input, email: 'autre@example.org' };
    expect(errorsOf(await coordinator.act('auditorAccountCreate', again))).toEqual([
      'ALREADY_EXISTS input.auditorId',
    ]);
    expect(errorsOf(await client.act('auditorAccountCreate', again))).toEqual(['FORBIDDEN —']);
  });
});
