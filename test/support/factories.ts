import { randomUUID } from 'node:crypto';
import type { TestApi } from './api';

let counter = 0;

/** A number that no other object of this suite has. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}

/** A FINESS with a right key (Luhn over nine digits), unique in the suite. */
export function nextFiness(): string {
  const body = `75${String(nextNumber()).padStart(6, '0')}`;
  const sum = [...body].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

async function insert(api: TestApi, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
  );
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  await api.sql(`insert into ${table} (${columns.join(', ')}) values (${places})`, values);
}

/** Inserts a row under a new id, unless it brings one; gives the id. */
export async function insertRow(api: TestApi, table: string, row: Record<string, unknown>): Promise<string> {
  const id = typeof row['id'] === 'string' ? row['id'] : randomUUID();
  await insert(api, table, { ...row, id });
  return id;
}

/** A person; gives the id. */
export function makePerson(api: TestApi, familyName = `Person${nextNumber()}`): Promise<string> {
  return insertRow(api, 'person', { family_name: familyName, given_name: 'Test', email: null });
}

/** An account with roles in force since long; gives account and person. */
export async function makeAccount(
  api: TestApi,
  options: { roles?: string[]; services?: Record<string, string>; personId?: string } = {},
): Promise<{ accountId: string; personId: string }> {
  const personId = options.personId ?? (await makePerson(api));
  const accountId = await insertRow(api, 'account', {
    person_id: personId,
    email: `account${nextNumber()}@example.org`,
  });
  const since = { account_id: accountId, from_date: '2020-01-01' };
  for (const role of options.roles ?? []) await insertRow(api, 'role_grant', { ...since, role });
  for (const [service, role] of Object.entries(options.services ?? {})) {
    await insertRow(api, 'role_grant', { ...since, role, audited_service_id: service });
  }
  return { accountId, personId };
}

/** A coordinator's account; gives the account id. */
export async function makeCoordinator(api: TestApi): Promise<string> {
  return (await makeAccount(api, { roles: ['COORDINATOR'] })).accountId;
}

/** An organisation (legal entity); gives the id. */
export function makeOrganisation(api: TestApi): Promise<string> {
  const number = nextNumber();
  return insertRow(api, 'organisation', {
    kind: 'LEGAL_ENTITY',
    finess_ej: nextFiness(),
    name: `Entité ${number}`,
  });
}

/** An audited service (in Paris) of an organisation of its own or a given one, with a manager's account. */
export async function makeService(
  api: TestApi,
  options: { organisationId?: string; name?: string; columns?: Record<string, unknown> } = {},
): Promise<{ serviceId: string; organisationId: string; managerId: string }> {
  const organisationId = options.organisationId ?? (await makeOrganisation(api));
  const serviceId = await insertRow(api, 'audited_service', {
    organisation_id: organisationId,
    finess_et: nextFiness(),
    name: options.name ?? `Imagerie ${nextNumber()}`,
    sector: 'PUBLIC',
    department_code: '75',
    department_name: 'Paris',
    region_code: '11',
    region_name: 'Île-de-France',
    modalities: ['CT'],
    scanners: 1,
    ...options.columns,
  });
  await insertRow(api, 'service_organisation', {
    audited_service_id: serviceId,
    organisation_id: organisationId,
    from_date: '2000-01-01',
    source: 'REGISTRY',
  });
  const { accountId } = await makeAccount(api, { services: { [serviceId]: 'SERVICE_MANAGER' } });
  return { serviceId, organisationId, managerId: accountId };
}

/** A qualified auditor with an account and a signed declaration, employed by an organisation of his own. */
export async function makeAuditor(
  api: TestApi,
  options: {
    profession?: string;
    qualification?: string;
    isLeadEligible?: boolean;
    isDeclared?: boolean;
    organisationId?: string;
  } = {},
): Promise<{ auditorId: string; accountId: string; personId: string; organisationId: string }> {
  const { accountId, personId } = await makeAccount(api, { roles: ['AUDITOR'] });
  const auditorId = await insertRow(api, 'auditor', {
    person_id: personId,
    profession: options.profession ?? 'RADIOLOGIST',
    qualification: options.qualification ?? 'QUALIFIED',
    is_lead_eligible: options.isLeadEligible ?? true,
    yearly_maximum: 10,
  });
  const organisationId = options.organisationId ?? (await makeOrganisation(api));
  await insertRow(api, 'affiliation', {
    person_id: personId,
    organisation_id: organisationId,
    kind: 'EMPLOYMENT',
    from_date: '2015-01-01',
    source: 'DECLARED',
  });
  if (options.isDeclared ?? true) {
    await insertRow(api, 'declaration_of_interests', {
      auditor_id: auditorId,
      state: 'SIGNED',
      signed_at: '2026-12-01T08:00:00Z',
      expires_on: '2027-12-01',
    });
  }
  return { auditorId, accountId, personId, organisationId };
}

/** The published version of a template by its code; gives its id. */
export async function templateVersionId(api: TestApi, code = 'T1-CT-JUST'): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    `select v.id from template_version v join audit_template t on t.id = v.audit_template_id
     where t.code = $1 and v.state = 'PUBLISHED' order by v.number desc limit 1`,
    [code],
  );
  if (!row) throw new Error(`no published version of ${code}`);
  return row.id;
}

/** A campaign in a state, with the rules and delays in force; gives the id. */
export async function makeCampaign(
  api: TestApi,
  options: { state?: string; template?: string; visitsFrom?: string; visitsTo?: string } = {},
): Promise<string> {
  const rules = await api.sql<{ value: unknown }>(
    `select coalesce(jsonb_agg(jsonb_build_object('code', code, 'number', number, 'predicate', predicate,
       'label', jsonb_build_object('fr', label_fr, 'en', label_en), 'steps', steps) order by code), '[]') as value
     from conflict_rule where is_evaluated and is_enabled_by_default`,
  );
  const deadlines = await api.sql<{ value: unknown }>(
    `select coalesce(jsonb_agg(jsonb_build_object('code', code, 'days', days, 'months', months,
       'label', jsonb_build_object('fr', label_fr, 'en', label_en)) order by code), '[]') as value from deadline_rule`,
  );
  return insertRow(api, 'campaign', {
    code: `C-${nextNumber()}`,
    title: 'Campagne d’essai',
    state: options.state ?? 'RUNNING',
    template_version_id: await templateVersionId(api, options.template),
    conflict_rules: JSON.stringify(rules[0]?.value),
    deadlines: JSON.stringify(deadlines[0]?.value),
    call_closes_on: '2027-02-01',
    visits_from: options.visitsFrom ?? '2027-01-01',
    visits_to: options.visitsTo ?? '2027-12-31',
  });
}

/** An audit in a state; columns of the audit table may be given beside it. */
export async function makeAudit(
  api: TestApi,
  options: {
    campaignId?: string;
    serviceId?: string;
    state?: string;
    columns?: Record<string, unknown>;
  } = {},
): Promise<{ auditId: string; campaignId: string; serviceId: string }> {
  const campaignId = options.campaignId ?? (await makeCampaign(api));
  const serviceId = options.serviceId ?? (await makeService(api)).serviceId;
  const [campaign] = await api.sql<{ template_version_id: string }>(
    'select template_version_id from campaign where id = $1',
    [campaignId],
  );
  const auditId = await insertRow(api, 'audit', {
    reference: `AUD-2027-${String(nextNumber()).padStart(5, '0')}`,
    campaign_id: campaignId,
    audited_service_id: serviceId,
    template_version_id: campaign?.template_version_id,
    state: options.state ?? 'PLANNED',
    ...options.columns,
  });
  return { auditId, campaignId, serviceId };
}

/** Puts an auditor on an audit's team. */
export function makeAssignment(
  api: TestApi,
  options: {
    auditId: string;
    auditorId: string;
    seat?: string;
    isLead?: boolean;
    state?: string;
    columns?: Record<string, unknown>;
  },
): Promise<string> {
  return insertRow(api, 'assignment', {
    audit_id: options.auditId,
    auditor_id: options.auditorId,
    seat: options.seat ?? 'RADIOLOGIST',
    is_lead: options.isLead ?? false,
    state: options.state ?? 'CONFIRMED',
    attested_at: '2027-01-05T08:00:00Z',
    ...options.columns,
  });
}

/** An audit with its usual team: a leading radiologist and a radiographer, and the service's manager. */
export async function makeTeamedAudit(
  api: TestApi,
  options: {
    state?: string;
    campaignId?: string;
    columns?: Record<string, unknown>;
    assignmentState?: string;
  } = {},
) {
  const service = await makeService(api);
  const audit = await makeAudit(api, { ...options, serviceId: service.serviceId });
  const lead = await makeAuditor(api, { profession: 'RADIOLOGIST' });
  const mate = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
  const state = options.assignmentState ?? 'CONFIRMED';
  const leadAssignmentId = await makeAssignment(api, {
    auditId: audit.auditId,
    auditorId: lead.auditorId,
    isLead: true,
    state,
  });
  const mateAssignmentId = await makeAssignment(api, {
    auditId: audit.auditId,
    auditorId: mate.auditorId,
    seat: 'RADIOGRAPHER',
    state,
  });
  return { ...audit, ...service, lead, mate, leadAssignmentId, mateAssignmentId };
}
