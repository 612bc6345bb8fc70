import fc from 'fast-check';
import { conflictsFor, conflictsOfCampaign, teamConflictsOf, type Ask } from '../../server/matching';
import type { FrozenConflictRule } from '../../server/templates';
import { openApi, type TestApi } from '../support/api';
import { buildConflictWorld, conflictWorld } from '../support/conflict-worlds';

const TODAY = '2027-01-11';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const sql: Ask = <T>(text: string, values: readonly unknown[]) => api.sql<T>(text, [...values]);

async function rulesOf(campaignId: string): Promise<FrozenConflictRule[]> {
  const [campaign] = await api.sql('select conflict_rules from campaign where id = $1', [campaignId]);
  return campaign?.['conflict_rules'] as FrozenConflictRule[];
}

/** One line for each conflict of a pair, its facts sorted. */
const line = (
  auditorId: string,
  serviceId: string,
  ruleCode: string,
  level: string,
  facts: object[],
): string =>
  `${auditorId} ${serviceId} ${ruleCode} ${level} ${facts
    .map((fact) => JSON.stringify(fact))
    .sort()
    .join()}`;

test('a whole campaign is what its pairs are, each asked by itself', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(conflictWorld, async (world) => {
      const { auditorIds, serviceIds, campaignId } = await buildConflictWorld(api, world);
      const rules = await rulesOf(campaignId);
      const whole = await conflictsOfCampaign(sql, rules, campaignId, TODAY);
      const pairs: string[] = [];
      for (const auditedServiceId of serviceIds)
        for (const auditorId of auditorIds) {
          const one = await conflictsFor(sql, rules, { campaignId, auditedServiceId }, [auditorId], TODAY);
          for (const { ruleCode, level, facts } of one.get(auditorId) ?? [])
            pairs.push(line(auditorId, auditedServiceId, ruleCode, level, facts));
        }
      const ofWorld = whole.filter(({ auditorId }) => auditorIds.includes(auditorId));
      const lines = ofWorld.flatMap(({ auditorId, serviceId, ruleCode, level, facts }) =>
        (serviceId === null ? serviceIds : [serviceId]).map((id) =>
          line(auditorId, id, ruleCode, level, facts),
        ),
      );
      expect(lines.sort()).toEqual(pairs.sort());
      ofWorld.forEach(({ ruleCode }) => seen.add(ruleCode));
    }),
    { numRuns: 12, seed: 20270111 },
  );
  // The worlds are rich enough to have something for every rule that is about auditors.
  expect([...seen].sort()).toEqual(
    Array.from({ length: 18 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`).filter(
      (code) => code !== 'C17',
    ),
  );
});

test('who may not sit on one team is what each of the two is told once the other sits there', async () => {
  await fc.assert(
    fc.asyncProperty(conflictWorld, async (world) => {
      const { auditorIds, serviceIds, campaignId } = await buildConflictWorld(api, world);
      const rules = await rulesOf(campaignId);
      const [audit] = await api.sql('select id from audit where campaign_id = $1 limit 1', [campaignId]);
      if (!audit) return;
      await api.sql('delete from recusal where audit_id in (select id from audit where campaign_id = $1)', [
        campaignId,
      ]);
      const apart = (await teamConflictsOf(sql, rules, campaignId, TODAY)).map(({ auditorIds: two }) =>
        [...two].sort().join(' '),
      );
      for (const mate of auditorIds) {
        await api.sql(
          'delete from assignment where audit_id in (select id from audit where campaign_id = $1)',
          [campaignId],
        );
        await api.sql(
          `insert into assignment (id, audit_id, auditor_id, seat, state) values (gen_random_uuid(), $1, $2, 'RADIOLOGIST', 'PROPOSED')`,
          [audit['id'], mate],
        );
        const found = await conflictsOfCampaign(sql, rules, campaignId, TODAY, { auditorIds, serviceIds });
        const told = found.filter(({ ruleCode }) => ruleCode === 'C12').map(({ auditorId }) => auditorId);
        const others = auditorIds.filter((id) => id !== mate && apart.includes([id, mate].sort().join(' ')));
        expect([...new Set(told)].sort()).toEqual(others.sort());
      }
    }),
    { numRuns: 5, seed: 20270112 },
  );
});
