import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCampaign } from '../support/factories';
import { criteriaOf, makeJudgedAudits } from '../support/judged-audits';

let api: TestApi;
let campaignId: string;
let criteria: { id: string; code: string }[];
let editor: ApiClient;

const MINUTES: [number | null, number | null][] = [
  [5, 10],
  [15, null],
  [20, 25],
  [null, 30],
  [12, 8],
  // Beyond the first five services: not counted before there are ten.
  [600, 600],
];

const BURDEN = `query ($id: ID!) { campaignBurden(campaignId: $id) { totalMinutes criteria {
  criterion { id } auditCount gradeCount totalMinutes medianMinutes lowerQuartileMinutes upperQuartileMinutes } } }`;
const burdenFor = async (client: ApiClient, id = campaignId): Promise<Json> =>
  (await client.run(BURDEN, { id: globalId('Campaign', id) })).data['campaignBurden'];

beforeAll(async () => {
  api = await openApi();
  campaignId = await makeCampaign(api);
  criteria = await criteriaOf(api, campaignId);
  await makeJudgedAudits(api, campaignId, MINUTES.length, (criterion, audit) => [
    'CONFORM',
    'CONFORM',
    criterion === 1 ? MINUTES[audit]! : criterion === 3 && audit < 4 ? [1, 1] : [null, null],
  ]);
  editor = api.as((await makeAccount(api, { roles: ['TEMPLATE_EDITOR'] })).accountId);
});
afterAll(() => api.close());

describe('what criteria cost', () => {
  test('is summed over the grades that say it, from five services on', async () => {
    // 5, 8, 10, 12, 15, 20, 25, 30
    expect(await burdenFor(editor)).toEqual({
      totalMinutes: 125,
      criteria: [
        {
          criterion: { id: globalId('Criterion', criteria[1]!.id) },
          auditCount: 5,
          gradeCount: 8,
          totalMinutes: 125,
          medianMinutes: 13.5,
          lowerQuartileMinutes: 9.5,
          upperQuartileMinutes: 21.25,
        },
      ],
    });
  });

  test('is for authors of templates, coordination and steering committee', async () => {
    for (const role of ['COORDINATOR', 'STEERING_MEMBER']) {
      const { accountId } = await makeAccount(api, { roles: [role] });
      expect((await burdenFor(api.as(accountId))).totalMinutes).toBe(125);
    }
    for (const role of ['ANALYST', 'OBSERVER', 'AUDITOR']) {
      const { accountId } = await makeAccount(api, { roles: [role] });
      expect(await burdenFor(api.as(accountId))).toBeNull();
    }
  });

  test('is nothing where nobody noted the time', async () => {
    expect(await burdenFor(editor, await makeCampaign(api))).toBeNull();
  });
});
