import fc from 'fast-check';
import type { TestApi } from './api';
import {
  insertRow,
  makeAccount,
  makeAuditor,
  makeCampaign,
  makeOrganisation,
  makeService,
} from './factories';

/** Places of a world by number: what is drawn refers to them. */
const ORGANISATIONS = 5;
const GROUPINGS = 2;
const SITES = 6;
const AUDITORS = 5;
const CAMPAIGNS = 3;

const upTo = (count: number) => fc.integer({ min: 0, max: count - 1 });
// Days around the one that is asked about, and around the ends of windows of two, three and five years.
const day = fc
  .tuple(
    fc.constantFrom(2021, 2022, 2023, 2024, 2025, 2026, 2027),
    fc.constantFrom('01-10', '01-11', '01-12', '06-01'),
  )
  .map(([year, rest]) => `${year}-${rest}`);
const period = fc
  .tuple(day, fc.option(day))
  .map(([a, b]) => (b !== null && b < a ? { from_date: b, to_date: a } : { from_date: a, to_date: b }));

const someSide = fc.record({
  kind: fc.constantFrom('person', 'organisation', 'site'),
  person: upTo(AUDITORS),
  organisation: upTo(ORGANISATIONS),
  site: upTo(SITES),
});

/** What is drawn: who is tied to what, when; places lie as drawn, so that some are neighbours. */
export const conflictWorld = fc.record({
  sites: fc.array(
    fc.record({ organisation: upTo(ORGANISATIONS), area: upTo(4), latitude: fc.integer({ min: 0, max: 9 }) }),
    {
      minLength: SITES,
      maxLength: SITES,
    },
  ),
  declared: fc.array(fc.boolean(), { minLength: AUDITORS, maxLength: AUDITORS }),
  ties: fc.array(
    fc.record({
      person: upTo(AUDITORS),
      organisation: upTo(ORGANISATIONS),
      site: fc.option(upTo(SITES)),
      kind: fc.constantFrom('EMPLOYMENT', 'LOCUM', 'TRAINING', 'CONSULTING', 'TELERADIOLOGY', 'OWNERSHIP'),
      period,
    }),
    { minLength: 6, maxLength: 14 },
  ),
  links: fc.array(
    fc.record({
      one: upTo(ORGANISATIONS + GROUPINGS),
      other: upTo(ORGANISATIONS + GROUPINGS),
      kind: fc.constantFrom('GHT', 'GROUP', 'HOLDING'),
      period,
    }),
    { maxLength: 7 },
  ),
  memberships: fc.array(fc.record({ site: upTo(SITES), organisation: upTo(ORGANISATIONS), period }), {
    maxLength: 3,
  }),
  interests: fc.array(
    fc.record({
      auditor: upTo(AUDITORS),
      kind: fc.constantFrom('FAMILY', 'LITIGATION', 'FINANCIAL', 'RESEARCH', 'OTHER'),
      organisation: upTo(ORGANISATIONS),
      site: fc.option(upTo(SITES)),
      period,
    }),
    { maxLength: 5 },
  ),
  facts: fc.array(
    fc.record({
      kind: fc.constantFrom(
        'TELERADIOLOGY_CONTRACT',
        'PERSONAL_TIE',
        'FINANCIAL_INTEREST',
        'EXTERNAL_INSPECTION',
        'JOINT_RESEARCH',
        'VENDOR_FUNDING',
        'PATIENT_BASIN',
      ),
      one: someSide,
      other: someSide,
      vendor: fc.constantFrom('Alpha', 'alpha ', 'Bêta'),
      period,
    }),
    { minLength: 5, maxLength: 12 },
  ),
  audits: fc.array(
    fc.record({
      campaign: upTo(CAMPAIGNS),
      site: upTo(SITES),
      team: fc.uniqueArray(upTo(AUDITORS), { maxLength: 3 }),
      end: fc.constantFrom('CONFIRMED', 'PROPOSED', 'CONFLICT_DECLARED', 'RECUSED'),
      visit: fc.option(day),
    }),
    { minLength: 3, maxLength: 8 },
  ),
});
export type ConflictWorld = typeof conflictWorld extends fc.Arbitrary<infer World> ? World : never;

/** Writes a world; gives the ids of its auditors, its services and its last campaign, in which all services take part. */
export async function buildConflictWorld(
  api: TestApi,
  world: ConflictWorld,
): Promise<{ auditorIds: string[]; serviceIds: string[]; campaignId: string }> {
  const organisations: string[] = [];
  for (let n = 0; n < ORGANISATIONS; n += 1) organisations.push(await makeOrganisation(api));
  for (let n = 0; n < GROUPINGS; n += 1)
    organisations.push(await insertRow(api, 'organisation', { kind: 'GROUPING', name: `Groupement ${n}` }));
  const organisation = (n: number): string => organisations[n] ?? '';
  const sites: string[] = [];
  for (const { organisation: n, area, latitude } of world.sites) {
    const columns = {
      department_code: `D${area}`,
      region_code: `R${area % 2}`,
      latitude: 45 + latitude / 10,
      longitude: 4,
    };
    sites.push((await makeService(api, { organisationId: organisation(n), columns })).serviceId);
  }
  const site = (n: number | null): string | null => (n === null ? null : (sites[n] ?? null));
  const auditors: { auditorId: string; personId: string }[] = [];
  for (const isDeclared of world.declared) auditors.push(await makeAuditor(api, { isDeclared }));
  const auditor = (n: number) => auditors[n] ?? { auditorId: '', personId: '' };
  for (const { person, organisation: n, site: named, kind, period: dates } of world.ties)
    await insertRow(api, 'affiliation', {
      person_id: auditor(person).personId,
      organisation_id: organisation(named === null ? n : (world.sites[named]?.organisation ?? n)),
      audited_service_id: site(named),
      kind,
      source: 'DECLARED',
      ...dates,
    });
  const linked = new Set<string>();
  for (const { one, other, kind, period: dates } of world.links) {
    const key = `${one} ${other} ${kind} ${dates.from_date}`;
    if (one === other || linked.has(key)) continue;
    linked.add(key);
    await insertRow(api, 'organisation_link', {
      organisation_id: organisation(one),
      linked_organisation_id: organisation(other),
      kind,
      source: 'REGISTRY',
      ...dates,
    });
  }
  const joined = new Set<string>();
  for (const { site: n, organisation: m, period: dates } of world.memberships) {
    const key = `${n} ${m} ${dates.from_date}`;
    if (joined.has(key)) continue;
    joined.add(key);
    await insertRow(api, 'service_organisation', {
      audited_service_id: site(n),
      organisation_id: organisation(m),
      source: 'DECLARED',
      ...dates,
    });
  }
  for (const [
    index,
    { auditor: n, kind, organisation: m, site: named, period: dates },
  ] of world.interests.entries()) {
    const [declaration] = await api.sql('select id from declaration_of_interests where auditor_id = $1', [
      auditor(n).auditorId,
    ]);
    if (!declaration) continue;
    await insertRow(api, 'interest', {
      declaration_id: declaration['id'],
      position: index + 1,
      kind,
      description: 'Intérêt',
      organisation_id: organisation(m),
      audited_service_id: site(named),
      ...dates,
    });
  }
  for (const { kind, one, other, vendor, period: dates } of world.facts) {
    // Nobody and nothing is tied to itself.
    if (JSON.stringify(one) === JSON.stringify(other) || one.person === other.person) continue;
    if (one.site === other.site || one.organisation === other.organisation) continue;
    const isOfPlaces = kind === 'TELERADIOLOGY_CONTRACT' || kind === 'PATIENT_BASIN';
    const side = (drawn: typeof one, prefix: string, isPerson: boolean) =>
      isPerson
        ? { [`${prefix}person_id`]: auditor(drawn.person).personId }
        : drawn.kind === 'site'
          ? { [`${prefix}audited_service_id`]: site(drawn.site) }
          : { [`${prefix}organisation_id`]: organisation(drawn.organisation) };
    await insertRow(api, 'conflict_fact', {
      kind,
      description: 'Fait',
      source: 'DECLARED',
      ...side(one, '', !isOfPlaces && (kind !== 'VENDOR_FUNDING' || one.kind === 'person')),
      ...(kind === 'VENDOR_FUNDING'
        ? { other_party: vendor }
        : side(other, 'other_', !isOfPlaces && other.kind === 'person')),
      ...dates,
    });
  }
  const campaigns: string[] = [];
  for (let n = 0; n < CAMPAIGNS; n += 1) {
    const year = 2027 - (CAMPAIGNS - 1 - n);
    campaigns.push(await makeCampaign(api, { visitsFrom: `${year}-01-01`, visitsTo: `${year}-12-31` }));
  }
  const planned = new Set<string>();
  for (const { campaign, site: n, team, end, visit } of world.audits) {
    if (planned.has(`${campaign} ${n}`)) continue;
    planned.add(`${campaign} ${n}`);
    const audit = await insertRow(api, 'audit', {
      reference: `W-${campaigns[campaign]}-${n}`,
      campaign_id: campaigns[campaign],
      audited_service_id: site(n),
      template_version_id: (await api.sql('select template_version_id as id from campaign limit 1'))[0]?.[
        'id'
      ],
      state: visit === null ? 'PLANNED' : 'CLOSED',
      visit_on: visit,
    });
    for (const [index, member] of team.entries()) {
      const state = index === 0 ? end : 'CONFIRMED';
      const assignment = await insertRow(api, 'assignment', {
        audit_id: audit,
        auditor_id: auditor(member).auditorId,
        seat: ['RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST'][index],
        state,
      });
      if (state === 'RECUSED')
        await insertRow(api, 'recusal', {
          audit_id: audit,
          assignment_id: assignment,
          state: 'GRANTED',
          reason: 'Récusation',
          decide_by: '2027-01-20',
        });
    }
  }
  const campaignId = campaigns.at(-1) ?? '';
  for (const id of sites)
    await insertRow(api, 'application', {
      campaign_id: campaignId,
      audited_service_id: id,
      state: 'CONFIRMED',
    });
  // Somebody who answers for a service may be tied to an auditor, too.
  await makeAccount(api, {
    personId: auditor(0).personId,
    services: { [sites[0] ?? '']: 'SERVICE_MANAGER' },
  });
  return { auditorIds: auditors.map(({ auditorId }) => auditorId), serviceIds: sites, campaignId };
}
