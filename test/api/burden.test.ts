import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCampaign } from '../support/factories';
import { criteriaOf, makeJudgedAudits, type JudgedAudit } from '../support/judged-audits';
import { makeTie } from '../support/teams-factories';

let api: TestApi;
let campaignId: string;
let criteria: { id: string; code: string }[];
let editor: ApiClient;
let audits: JudgedAudit[];

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
  audits = await makeJudgedAudits(api, campaignId, MINUTES.length, (criterion, audit) => [
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

  test('is nothing for a reader with a tie in the lot, even where a sixth service could stand in', async () => {
    const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
    await makeTie(api, { personId, organisationId: audits[2]!.organisationId });
    expect(await burdenFor(api.as(accountId))).toBeNull();
    // An author of templates who belongs to one of the five knows its part: the rest would be four.
    const author = await makeAccount(api, {
      roles: ['TEMPLATE_EDITOR'],
      services: { [audits[0]!.serviceId]: 'SERVICE_MANAGER' },
    });
    expect(await burdenFor(api.as(author.accountId))).toBeNull();
    const [last] = audits.slice(-1);
    const free = await makeAccount(api, { roles: ['COORDINATOR'] });
    await makeTie(api, { personId: free.personId, organisationId: last!.organisationId });
    expect((await burdenFor(api.as(free.accountId))).totalMinutes).toBe(125);
  });

  test('is nothing where nobody noted the time', async () => {
    expect(await burdenFor(editor, await makeCampaign(api))).toBeNull();
  });
});
