import { reviewFactsDaily } from '../../server/audits';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { FAR_AWAY, makeFact } from '../support/conflict-factories';
import {
  insertRow,
  makeAccount,
  makeAssignment,
  makeAudit,
  makeAuditor,
  makeCoordinator,
  makeOrganisation,
  makeService,
  makeTeamedAudit,
} from '../support/factories';
import { makeGradableAudit } from '../support/grades-factories';
import { fileText, importFile } from '../support/import-factories';
import {
  codesOf,
  makeLink,
  makeOpenAudit,
  makeShownAudit,
  setRuleLevel,
  storedRow,
} from '../support/teams-factories';
import { signAs } from '../support/signing';

let api: TestApi;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinator = api.as(await makeCoordinator(api));
});
afterAll(() => api.close());
beforeEach(() => api.clock.set('2027-01-11T08:00:00Z'));

const ALERTS = `query ($auditors: [ID!]!) { conflictAlerts(first: 20, filter: { auditorIds: $auditors }) { nodes {
  id ruleCode level state cause facts version substitute { id } audit { id } availableTransitions { act isAvailable reason } } } }`;

/** Alerts of an auditor as a client reads them, by rule. */
async function alertsOf(auditorId: string, client = coordinator): Promise<Json[]> {
  const answer = await client.run(ALERTS, { auditors: [globalId('Auditor', auditorId)] });
  expect(answer.errors).toBeUndefined();
  const alerts: Json[] = answer.data['conflictAlerts'].nodes;
  return alerts.sort((a, b) => (String(a['ruleCode']) < String(b['ruleCode']) ? -1 : 1));
}

const statesOf = async (auditorId: string): Promise<string[]> =>
  (await alertsOf(auditorId)).map(({ ruleCode, level, state }) => `${ruleCode} ${level} ${state}`);

/** What upkeep does once a day. */
async function aDayLater(): Promise<void> {
  const dataSource = await connectTo(api);
  try {
    await reviewFactsDaily(dataSource, api.clock);
  } finally {
    await dataSource.destroy();
  }
}

/** The auditor declares a job in an organisation. */
async function takeJob(account: string, organisationId: string, fromDate = '2027-01-11'): Promise<string> {
  const payload = await api
    .as(account)
    .act(
      'affiliationDeclare',
      { organisationId: globalId('Organisation', organisationId), kind: 'EMPLOYMENT', fromDate },
      'affiliation { id }',
    );
  expect(codesOf(payload)).toEqual([]);
  return String(payload['affiliation']['id']);
}

describe('a new job after acceptance', () => {
  it('freezes the assignment: nothing of the audit is seen or done; its end opens the way again', async () => {
    const audit = await makeGradableAudit(api);
    const { organisation_id: organisationId } = (
      await api.sql('select organisation_id from audited_service where id = $1', [audit.serviceId])
    )[0] as { organisation_id: string };
    const affiliationId = await takeJob(audit.leadAccountId, organisationId, '2027-01-01');
    expect(await statesOf(audit.leadId)).toEqual(['C01 BLOCK OPEN', 'C03 BLOCK OPEN']);
    expect(await statesOf(audit.mateId)).toEqual([]);

    const [{ criterionIds, sectionId }] = audit.sections as [(typeof audit.sections)[number]];
    const grade = { auditId: audit.auditId, criterionId: criterionIds[0], value: 'CONFORM' };
    const seen = async (client: ApiClient): Promise<boolean> => {
      const { data } = await client.run('query ($id: ID!) { audit(id: $id) { id } }', {
        id: audit.auditId,
      });
      return data.audit !== null;
    };
    expect(codesOf(await audit.lead.act('gradeRecord', grade))).toEqual(['NOT_FOUND']);
    expect(codesOf(await audit.lead.act('sectionSubmit', { auditId: audit.auditId, sectionId }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(await seen(audit.lead)).toBe(false);
    expect(codesOf(await audit.mate.act('gradeRecord', grade))).toEqual([]);
    expect(await seen(audit.mate)).toBe(true);

    expect(codesOf(await audit.lead.act('affiliationEnd', { affiliationId, toDate: '2027-01-10' }))).toEqual(
      [],
    );
    // He worked there yesterday: what is past still counts for C03.
    expect(await statesOf(audit.leadId)).toEqual(['C01 BLOCK VANISHED', 'C03 BLOCK OPEN']);
    api.clock.set('2032-01-10T08:00:00Z');
    await api.sql(
      `update declaration_of_interests set signed_at = '2031-12-01T08:00:00Z' where auditor_id = $1`,
      [audit.leadId],
    );
    // Nothing but time has passed: upkeep looks at it again, once a day.
    await aDayLater();
    expect(codesOf(await audit.lead.act('gradeRecord', grade))).toEqual([]);
    expect(await seen(audit.lead)).toBe(true);
    expect(await statesOf(audit.leadId)).toEqual(['C01 BLOCK VANISHED', 'C03 BLOCK VANISHED']);
  });

  it('keeps who is called on from accepting and the team from being confirmed, and says so beforehand', async () => {
    const open = await makeOpenAudit(api);
    const { auditor, auditId } = open;
    const assignmentId = await makeAssignment(api, {
      auditId,
      auditorId: auditor.auditorId,
      state: 'PROPOSED',
    });
    await takeJob(auditor.accountId, open.organisationId);
    const own = api.as(auditor.accountId);
    const { data } = await own.run(
      'query ($id: ID!) { assignment(id: $id) { availableTransitions { act isAvailable reason } } }',
      { id: globalId('Assignment', assignmentId) },
    );
    expect(data['assignment'].availableTransitions).toContainEqual({
      act: 'assignmentAccept',
      isAvailable: false,
      reason: 'ASSIGNMENT_FROZEN',
    });
    const accept = {
      assignmentId: globalId('Assignment', assignmentId),
      expectedVersion: 1,
      attestsNoConflict: true,
    };
    expect(codesOf(await own.act('assignmentAccept', accept))).toEqual(['ASSIGNMENT_FROZEN']);

    const shown = await makeShownAudit(api, { is_team_agreed: true });
    await takeJob(shown.mate.accountId, shown.organisationId);
    const confirm = { auditId: globalId('Audit', shown.auditId), expectedVersion: 1 };
    expect(codesOf(await coordinator.act('auditConfirmTeam', confirm))).toEqual(['ASSIGNMENT_FROZEN']);
    expect(await storedRow(api, 'assignment', shown.mateAssignmentId)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('waits for a proposal that is under way, and looks at it', async () => {
    const { auditor, auditId, organisationId } = await makeOpenAudit(api);
    const dataSource = await connectTo(api, null);
    try {
      const declared = await dataSource.transaction(async (manager) => {
        // What a proposal does, up to its end.
        await manager.query('select 1 from auditor where id = $1 for update', [auditor.auditorId]);
        await manager.query(
          `insert into assignment (id, audit_id, auditor_id, seat, state, respond_by)
           values (gen_random_uuid(), $1, $2, 'RADIOLOGIST', 'PROPOSED', '2027-02-01')`,
          [auditId, auditor.auditorId],
        );
        const declaring = takeJob(auditor.accountId, organisationId);
        let isOver = false;
        void declaring.finally(() => (isOver = true));
        const waits = () =>
          api.sql(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
        while (!isOver && (await waits()).length === 0)
          await new Promise((resolve) => setTimeout(resolve, 20));
        // In a list: given by itself, it would be waited for before the end.
        return [declaring];
      });
      await Promise.all(declared);
    } finally {
      await dataSource.destroy();
    }
    expect(await statesOf(auditor.auditorId)).toContain('C01 BLOCK OPEN');
  });

  it('keeps him from signing', async () => {
    const audit = await makeTeamedAudit(api, {
      state: 'DRAFT_REPORT',
      columns: { visit_on: '2027-01-04' },
    });
    await takeJob(audit.lead.accountId, audit.organisationId);
    const sign = (who: { accountId: string }) => signAs(api, who.accountId, audit.auditId, 'DRAFT');
    expect(codesOf(await sign(audit.lead))).toEqual(['NOT_FOUND']);
    expect(codesOf(await sign(audit.mate))).toEqual([]);
  });

  it('is told to the coordination with a clean substitute, to himself without one, to the service not at all', async () => {
    await api.sql(`update auditor set qualification = 'RETIRED'`);
    const shown = await makeShownAudit(api);
    const { lead, auditId, organisationId } = shown;
    const tied = await makeAuditor(api, { organisationId });
    const notLead = await makeAuditor(api, { isLeadEligible: false });
    const clean = await makeAuditor(api);
    await takeJob(lead.accountId, organisationId);
    const [alert] = await alertsOf(lead.auditorId);
    expect(alert).toMatchObject({
      ruleCode: 'C01',
      cause: 'affiliationDeclare',
      substitute: { id: globalId('Auditor', clean.auditorId) },
      audit: { id: globalId('Audit', auditId) },
      availableTransitions: [{ act: 'conflictAlertOverride', isAvailable: false, reason: 'CONFLICT_BLOCKS' }],
    });
    const { data } = await coordinator.run(
      'query ($id: ID!) { substitutesFor(conflictAlertId: $id) { auditor { id } warnings load kilometres } }',
      { id: alert?.['id'] },
    );
    expect(data['substitutesFor']).toEqual([
      { auditor: { id: globalId('Auditor', clean.auditorId) }, warnings: [], load: 0, kilometres: null },
    ]);
    expect([tied.auditorId, notLead.auditorId]).not.toContain(clean.auditorId);

    const [own] = await alertsOf(lead.auditorId, api.as(lead.accountId));
    expect(own).toMatchObject({ ruleCode: 'C01', state: 'OPEN', cause: null, substitute: null });
    expect(own?.['facts']).toHaveLength(1);
    expect(await alertsOf(lead.auditorId, api.as(shown.managerId))).toEqual([]);
    expect(await alertsOf(lead.auditorId, api.as(shown.mate.accountId))).toEqual([]);

    const replaced = await coordinator.act('assignmentReplace', {
      assignmentId: globalId('Assignment', shown.leadAssignmentId),
      expectedVersion: 1,
      reason: 'Nouvel emploi dans le service audité.',
    });
    expect(codesOf(replaced)).toEqual([]);
    expect(await statesOf(lead.auditorId)).toEqual(['C01 BLOCK LEFT', 'C03 BLOCK LEFT']);
    const propose = { auditId: globalId('Audit', auditId), seat: 'RADIOLOGIST', isLead: true };
    const proposed = await coordinator.act('assignmentPropose', {
      ...propose,
      auditorId: globalId('Auditor', clean.auditorId),
    });
    expect(codesOf(proposed)).toEqual([]);
  });
});

it('a colleague of the one who is frozen can take his seat: he will not sit beside him', async () => {
  await api.sql(`update auditor set qualification = 'RETIRED'`);
  const shown = await makeShownAudit(api);
  const colleague = await makeAuditor(api, { organisationId: shown.lead.organisationId });
  await makeAuditor(api, { organisationId: shown.mate.organisationId });
  await takeJob(shown.lead.accountId, shown.organisationId);
  const [alert] = await alertsOf(shown.lead.auditorId);
  expect(alert?.['substitute']).toEqual({ id: globalId('Auditor', colleague.auditorId) });
});

describe('a merger of two hospital groups during a campaign', () => {
  it('freezes who is now on both sides, proposes who is on neither, and opens the way when it is undone', async () => {
    await api.sql(`update auditor set qualification = 'RETIRED'`);
    const shown = await makeShownAudit(api);
    const grouping = (name: string) => insertRow(api, 'organisation', { kind: 'GROUPING', name });
    const [one, other] = [await grouping('GHT du Nord'), await grouping('GHT du Sud')];
    await makeLink(api, shown.mate.organisationId, one);
    await makeLink(api, shown.organisationId, other);
    const sameSide = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
    await makeLink(api, sameSide.organisationId, one);
    const elsewhere = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
    const declared = await coordinator.act(
      'organisationLinkDeclare',
      {
        organisationId: globalId('Organisation', one),
        linkedOrganisationId: globalId('Organisation', other),
        kind: 'GHT',
        fromDate: '2027-01-01',
      },
      'organisationLink { id }',
    );
    expect(codesOf(declared)).toEqual([]);
    expect(await statesOf(shown.mate.auditorId)).toEqual(['C02 BLOCK OPEN']);
    expect(await statesOf(shown.lead.auditorId)).toEqual([]);
    const [alert] = await alertsOf(shown.mate.auditorId);
    expect(alert).toMatchObject({
      cause: 'organisationLinkDeclare',
      substitute: { id: globalId('Auditor', elsewhere.auditorId) },
    });
    const ended = await coordinator.act('organisationLinkEnd', {
      organisationLinkId: declared['organisationLink']['id'],
      toDate: '2027-01-10',
    });
    expect(codesOf(ended)).toEqual([]);
    expect(await statesOf(shown.mate.auditorId)).toEqual(['C02 BLOCK VANISHED']);
  });
});

describe('recusals', () => {
  it('a member who was recused no longer stands in the way of his team mate', async () => {
    const shown = await makeShownAudit(api);
    await takeJob(shown.mate.accountId, shown.lead.organisationId, '2026-12-01');
    expect(await statesOf(shown.mate.auditorId)).toEqual(['C12 BLOCK OPEN']);
    expect(await statesOf(shown.lead.auditorId)).toEqual(['C12 BLOCK OPEN']);
    const recusal = await insertRow(api, 'recusal', {
      audit_id: shown.auditId,
      assignment_id: shown.leadAssignmentId,
      reason: 'Ancien associé du chef de service.',
      decide_by: '2027-01-20',
    });
    const granted = await coordinator.act('recusalGrant', {
      recusalId: globalId('Recusal', recusal),
      expectedVersion: 1,
      reason: 'Le lien est établi.',
    });
    expect(codesOf(granted)).toEqual([]);
    expect(await statesOf(shown.lead.auditorId)).toEqual(['C12 BLOCK LEFT']);
    expect(await statesOf(shown.mate.auditorId)).toEqual(['C12 BLOCK VANISHED']);
  });

  it('nor does one who stepped down himself; who did is told nothing about the other', async () => {
    const shown = await makeShownAudit(api);
    await takeJob(shown.mate.accountId, shown.lead.organisationId, '2026-12-01');
    const [told] = await alertsOf(shown.lead.auditorId, api.as(shown.lead.accountId));
    expect(told).toMatchObject({ ruleCode: 'C12', facts: [] });
    const left = await api.as(shown.lead.accountId).act('assignmentDeclareConflict', {
      assignmentId: globalId('Assignment', shown.leadAssignmentId),
      expectedVersion: 1,
      reason: 'Un collègue est dans l’équipe.',
    });
    expect(codesOf(left)).toEqual([]);
    expect(await statesOf(shown.mate.auditorId)).toEqual(['C12 BLOCK VANISHED']);
  });
});

describe('a signed declaration', () => {
  it('freezes what it tells of, not before it is signed; the coordination may let a review pass, with a reason', async () => {
    const shown = await makeShownAudit(api);
    await setRuleLevel(api, shown.campaignId, 'C07', 'REVIEW');
    const own = api.as(shown.lead.accountId);
    const interests = [
      {
        kind: 'FAMILY',
        auditedServiceId: globalId('AuditedService', shown.serviceId),
        description: 'Ma sœur y est cadre.',
      },
    ];
    const draft = await own.act('declarationCreate', { interests }, 'declaration { id version }');
    expect(await statesOf(shown.lead.auditorId)).toEqual([]);
    const signed = await own.act('declarationSign', {
      declarationId: draft['declaration']['id'],
      expectedVersion: draft['declaration']['version'],
    });
    expect(codesOf(signed)).toEqual([]);
    const [alert] = await alertsOf(shown.lead.auditorId);
    expect(alert).toMatchObject({
      ruleCode: 'C07',
      level: 'REVIEW',
      state: 'OPEN',
      cause: 'declarationSign',
    });
    const override = {
      conflictAlertId: alert?.['id'],
      expectedVersion: alert?.['version'],
      reason: 'La sœur ne travaille plus en imagerie.',
    };
    expect(codesOf(await own.act('conflictAlertOverride', override))).toEqual(['NOT_FOUND']);
    expect(codesOf(await api.as(shown.managerId).act('conflictAlertOverride', override))).toEqual([
      'NOT_FOUND',
    ]);
    expect(codesOf(await coordinator.act('conflictAlertOverride', override))).toEqual([]);
    expect(await statesOf(shown.lead.auditorId)).toEqual(['C07 REVIEW OVERRIDDEN']);
    const [kept] = await api.sql('select override_reason, rule_code from conflict where assignment_id = $1', [
      shown.leadAssignmentId,
    ]);
    expect(kept).toEqual({ override_reason: override.reason, rule_code: 'C07' });
    // What was let pass stays so, whatever else changes.
    await takeJob(shown.lead.accountId, await makeOrganisation(api));
    expect(await statesOf(shown.lead.auditorId)).toEqual(['C07 REVIEW OVERRIDDEN']);
    const confirm = { auditId: globalId('Audit', shown.auditId), expectedVersion: 1 };
    await api.sql('update audit set is_team_agreed = true where id = $1', [shown.auditId]);
    expect(codesOf(await coordinator.act('auditConfirmTeam', confirm))).toEqual([]);
  });

  it('a blocking conflict is not let pass', async () => {
    const shown = await makeShownAudit(api);
    await takeJob(shown.lead.accountId, shown.organisationId);
    const [alert] = await alertsOf(shown.lead.auditorId);
    const override = {
      conflictAlertId: alert?.['id'],
      expectedVersion: 1,
      reason: 'Personne d’autre n’est libre.',
    };
    expect(codesOf(await coordinator.act('conflictAlertOverride', override))).toEqual(['CONFLICT_BLOCKS']);
  });
});

describe('recorded facts', () => {
  const declare = (client: ApiClient, input: Record<string, unknown>): Promise<Json> =>
    client.act(
      'conflictFactDeclare',
      { description: 'Mariés depuis 2019', fromDate: '2019-06-01', ...input },
      'conflictFact { id kind person { id } otherPerson { id } }',
    );

  it('are declared by who they are about or by the coordination, and review what they touch', async () => {
    const shown = await makeShownAudit(api);
    const own = api.as(shown.mate.accountId);
    const spouse = { kind: 'PERSONAL_TIE', otherPersonId: globalId('Person', shown.lead.personId) };
    const declared = await declare(own, spouse);
    expect(codesOf(declared)).toEqual([]);
    expect(declared['conflictFact']['person']['id']).toBe(globalId('Person', shown.mate.personId));
    expect(await statesOf(shown.lead.auditorId)).toEqual(['C12 BLOCK OPEN']);
    const conflictFactId = declared['conflictFact']['id'];
    expect(codesOf(await own.act('conflictFactEnd', { conflictFactId, toDate: '2027-01-10' }))).toEqual([]);
    expect(await statesOf(shown.lead.auditorId)).toEqual(['C12 BLOCK VANISHED']);
    expect(codesOf(await own.act('conflictFactEnd', { conflictFactId, toDate: '2027-01-10' }))).toEqual([
      'TIE_ENDED',
    ]);

    const contract = {
      kind: 'TELERADIOLOGY_CONTRACT',
      organisationId: globalId('Organisation', shown.lead.organisationId),
      otherAuditedServiceId: globalId('AuditedService', shown.serviceId),
    };
    expect(codesOf(await declare(own, contract))).toEqual(['FORBIDDEN']);
    expect(codesOf(await declare(coordinator, contract))).toEqual([]);
    expect(await statesOf(shown.lead.auditorId)).toEqual(['C05 BLOCK OPEN', 'C12 BLOCK VANISHED']);
  });

  it('are refused when a side is missing, named twice, of the wrong kind, or the same', async () => {
    const auditor = await makeAuditor(api);
    const own = api.as(auditor.accountId);
    const me = globalId('Person', auditor.personId);
    const organisationId = globalId('Organisation', auditor.organisationId);
    const wrong = [
      { kind: 'PERSONAL_TIE' },
      { kind: 'PERSONAL_TIE', otherPersonId: me },
      { kind: 'PERSONAL_TIE', otherPersonId: me, otherOrganisationId: organisationId },
      { kind: 'FINANCIAL_INTEREST', otherParty: 'Imagix' },
      { kind: 'VENDOR_FUNDING', otherOrganisationId: organisationId },
    ];
    for (const input of wrong) expect(codesOf(await declare(own, input))).toEqual(['FACT_SIDES_WRONG']);
    const reversed = { kind: 'VENDOR_FUNDING', otherParty: 'Imagix', toDate: '2018-01-01' };
    expect(codesOf(await declare(own, reversed))).toEqual(['DATES_REVERSED']);
  });

  it('are read by the coordination and by whom they are about', async () => {
    const auditor = await makeAuditor(api);
    await makeFact(api, { kind: 'VENDOR_FUNDING', person_id: auditor.personId, other_party: 'Imagix' });
    const facts = async (account: string): Promise<Json[]> =>
      (
        await api
          .as(account)
          .run(
            'query { conflictFacts(last: 20, filter: { kinds: [VENDOR_FUNDING] }) { nodes { otherParty person { id } } } }',
          )
      ).data['conflictFacts'].nodes.filter(
        ({ person }: Json) => person?.id === globalId('Person', auditor.personId),
      );
    expect(await facts(auditor.accountId)).toHaveLength(1);
    expect(await facts((await makeAuditor(api)).accountId)).toEqual([]);
    expect(await facts((await makeService(api)).managerId)).toEqual([]);
    expect(await facts(await makeCoordinator(api))).toHaveLength(1);
  });
});

describe('an import of the registry', () => {
  it('that shows an auditor at the audited service freezes him; a dry run does not', async () => {
    const sites = fileText('scripts/demo/data/imaging-sites.csv');
    const people = fileText('scripts/demo/data/rpps.txt');
    await importFile(coordinator, 'auditedServicesImport', sites);
    await importFile(coordinator, 'auditorsImport', people);
    const [known] = await api.sql<{ id: string; rpps: string; person: string; service: string }>(
      `select u.id, u.rpps, u.person_id as person, f.audited_service_id as service from auditor u
       join affiliation f on f.person_id = u.person_id and f.audited_service_id is not null
       where u.rpps is not null order by u.rpps limit 1`,
    );
    if (!known) throw new Error('the file shows nobody at a site');
    const [header = '', ...lines] = people.trimEnd().split('\n');
    const text = [header, ...lines.filter((line) => line.startsWith(`8|${known.rpps}|`))].join('\n');
    // Before the file comes again, nobody knows of that workplace.
    await api.sql('delete from affiliation where person_id = $1', [known.person]);
    const { auditId } = await makeAudit(api, { serviceId: known.service });
    await insertRow(api, 'declaration_of_interests', {
      auditor_id: known.id,
      state: 'SIGNED',
      signed_at: '2026-12-01T08:00:00Z',
      expires_on: '2027-12-01',
    });
    await makeAssignment(api, { auditId, auditorId: known.id, state: 'CONFIRMED' });
    await importFile(coordinator, 'auditorsImport', text, true);
    expect(await statesOf(known.id)).toEqual([]);
    await importFile(coordinator, 'auditorsImport', text);
    expect(await statesOf(known.id)).toEqual(['C01 BLOCK OPEN', 'C03 BLOCK OPEN']);
    expect((await alertsOf(known.id))[0]).toMatchObject({ cause: 'auditorsImport' });
  });
});

describe('the ties of a coordinator', () => {
  it.each([
    ['a relative', (person: string, service: string) => ({ kind: 'PERSONAL_TIE', person, service })],
    [
      'a financial interest',
      (person: string, service: string) => ({ kind: 'FINANCIAL_INTEREST', person, service }),
    ],
  ])('%s at the service: the audit, its alerts and its conflicts are gone for him', async (_what, fact) => {
    const shown = await makeShownAudit(api);
    await takeJob(shown.lead.accountId, shown.organisationId);
    const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
    const client = api.as(accountId);
    const see = async () => {
      const { data } = await client.run(
        `query ($audit: ID!, $campaign: ID!, $services: [ID!]) { audit(id: $audit) { id }
           campaignConflicts(campaignId: $campaign, first: 5, filter: { auditedServiceIds: $services, levels: [BLOCK], ruleCodes: ["C01"] }) {
             totalCount conflicts { ruleCode } } }`,
        {
          audit: globalId('Audit', shown.auditId),
          campaign: globalId('Campaign', shown.campaignId),
          services: [globalId('AuditedService', shown.serviceId)],
        },
      );
      const pairs = data['campaignConflicts'].conflicts.filter(
        ({ ruleCode }: Json) => ruleCode === 'C01',
      ).length;
      return [data['audit'] !== null, pairs > 0, (await alertsOf(shown.lead.auditorId, client)).length > 0];
    };
    expect(await see()).toEqual([true, true, true]);
    const { kind, person, service } = fact(personId, shown.serviceId);
    const id = await makeFact(api, { kind, person_id: person, other_audited_service_id: service });
    expect(await see()).toEqual([false, false, false]);
    const end = await client.act('conflictFactEnd', {
      conflictFactId: globalId('ConflictFact', id),
      toDate: '2027-01-10',
    });
    expect(codesOf(end)).toEqual(['NOT_FOR_ONESELF']);
    await api.sql(`update conflict_fact set to_date = '2027-01-10' where id = $1`, [id]);
    expect(await see()).toEqual([true, true, true]);
  });

  it('his employer’s group, a relative’s workplace and his own declared interest hide audits as well', async () => {
    const hides = async (tie: (personId: string, service: Json) => Promise<unknown>): Promise<boolean> => {
      const { auditId, ...service } = await makeOpenAudit(api);
      const { accountId, personId } = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
      const seen = async () =>
        (
          await api
            .as(accountId)
            .run('query ($id: ID!) { audit(id: $id) { id } }', { id: globalId('Audit', auditId) })
        ).data['audit'] !== null;
      expect(await seen()).toBe(true);
      await tie(personId, service);
      return !(await seen());
    };
    const employ = (personId: string, organisationId: string) =>
      insertRow(api, 'affiliation', {
        person_id: personId,
        organisation_id: organisationId,
        kind: 'EMPLOYMENT',
        from_date: '2020-01-01',
        source: 'DECLARED',
      });
    expect(
      await hides(async (personId, { organisationId }) => {
        const own = await makeOrganisation(api);
        await employ(personId, own);
        await makeLink(api, own, organisationId, { kind: 'GROUP' });
      }),
    ).toBe(true);
    expect(
      await hides(async (personId, { organisationId }) => {
        const relative = await makeAccount(api, {});
        await employ(relative.personId, organisationId);
        await makeFact(api, {
          kind: 'PERSONAL_TIE',
          person_id: relative.personId,
          other_person_id: personId,
        });
      }),
    ).toBe(true);
    expect(
      await hides(async (personId, { serviceId }) => {
        const auditorId = await insertRow(api, 'auditor', { person_id: personId, profession: 'RADIOLOGIST' });
        const declaration = await insertRow(api, 'declaration_of_interests', {
          auditor_id: auditorId,
          state: 'SIGNED',
          signed_at: '2026-12-01T08:00:00Z',
        });
        await insertRow(api, 'interest', {
          declaration_id: declaration,
          position: 1,
          kind: 'FAMILY',
          description: 'Un frère',
          audited_service_id: serviceId,
        });
      }),
    ).toBe(true);
  });
});

describe('campaignConflicts', () => {
  const QUESTION = `query ($campaign: ID!, $first: Int!, $after: String, $filter: CampaignConflictFilter) {
    campaignConflicts(campaignId: $campaign, first: $first, after: $after, filter: $filter) {
      totalCount hasNextPage endCursor conflicts { ruleCode level facts auditor { id } auditedService { name } } } }`;

  it('pages through all that stands between auditors and services; only for the coordination', async () => {
    await api.sql('update application set state = $1', ['REJECTED']);
    const open = await makeOpenAudit(api);
    const other = await makeService(api, { columns: FAR_AWAY });
    await insertRow(api, 'application', {
      campaign_id: open.campaignId,
      audited_service_id: other.serviceId,
      state: 'CONFIRMED',
    });
    const tied = await makeAuditor(api, { organisationId: other.organisationId });
    const unsigned = await makeAuditor(api, { isDeclared: false });
    const auditorIds = [tied, unsigned, open.auditor].map(({ auditorId }) => globalId('Auditor', auditorId));
    const ask = async (variables: Record<string, unknown>, client = coordinator): Promise<Json> =>
      (
        await client.run(QUESTION, {
          campaign: globalId('Campaign', open.campaignId),
          first: 100,
          filter: { auditorIds },
          ...variables,
        })
      ).data['campaignConflicts'];
    const whole = await ask({});
    expect(
      whole['conflicts'].map(({ ruleCode, auditor, auditedService }: Json) => [
        ruleCode,
        auditor.id,
        auditedService?.name ?? null,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['C01', globalId('Auditor', tied.auditorId), expect.stringContaining('Imagerie')],
        ['C03', globalId('Auditor', tied.auditorId), expect.stringContaining('Imagerie')],
        ['C15', globalId('Auditor', unsigned.auditorId), null],
      ]),
    );
    expect(whole).toMatchObject({ totalCount: 3, hasNextPage: false });
    const pages: Json[] = [];
    for (let after: Json = null; pages.length < 5;) {
      const page = await ask({ first: 1, after });
      pages.push(...page['conflicts']);
      if (!page['hasNextPage']) break;
      after = page['endCursor'];
    }
    expect(pages).toEqual(whole['conflicts']);
    const narrow = await ask({ filter: { auditorIds, ruleCodes: ['C15'] } });
    expect(narrow['conflicts'].map(({ ruleCode }: Json) => ruleCode)).toEqual(['C15']);
    expect(await ask({ filter: { auditorIds, levels: ['WARN'] } })).toMatchObject({ totalCount: 0 });
    const { managerId } = await makeService(api);
    const steering = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    for (const account of [managerId, open.auditor.accountId, steering.accountId])
      expect(await ask({}, api.as(account))).toBeNull();
  });
});

describe('a new day', () => {
  it('brings what was declared for it, and takes what ended the day before', async () => {
    const shown = await makeShownAudit(api);
    await takeJob(shown.lead.accountId, shown.organisationId, '2027-01-12');
    expect(await statesOf(shown.lead.auditorId)).toEqual([]);
    const dataSource = await connectTo(api);
    try {
      api.clock.set('2027-01-12T08:00:00Z');
      const done = await reviewFactsDaily(dataSource, api.clock);
      expect(done?.opened).toBeGreaterThanOrEqual(2);
      expect(await statesOf(shown.lead.auditorId)).toEqual(['C01 BLOCK OPEN', 'C03 BLOCK OPEN']);
      expect(await reviewFactsDaily(dataSource, api.clock)).toBeNull();
    } finally {
      await dataSource.destroy();
    }
  });
});
