import { nextFiness } from '../factories';
import type { WorldRows } from './world-rows';

const SINCE = '2020-01-01';

/** Programme staff and their roles; each is an account, a person and its grants under the same name. */
const STAFF: Readonly<Record<string, readonly string[]>> = {
  roleless: [],
  coordinator: ['COORDINATOR'],
  'tied coordinator': ['COORDINATOR'],
  'steering member': ['STEERING_MEMBER'],
  'tied steering member': ['STEERING_MEMBER'],
  editor: ['TEMPLATE_EDITOR'],
  analyst: ['ANALYST'],
  observer: ['OBSERVER'],
  admin: ['ADMIN'],
};

/** Who acts for which service. */
const SERVICE_STAFF: Readonly<Record<string, readonly [string, string]>> = {
  'manager A': ['A', 'SERVICE_MANAGER'],
  'contributor A': ['A', 'SERVICE_CONTRIBUTOR'],
  'reader A': ['A', 'SERVICE_READER'],
  'manager B': ['B', 'SERVICE_MANAGER'],
  'manager C': ['C', 'SERVICE_MANAGER'],
};

/** Auditors; `hidden` ones are known only to teams that no service was shown. */
const AUDITORS: Readonly<Record<string, string>> = {
  'lead A': 'RADIOLOGIST',
  'member A': 'RADIOGRAPHER',
  'watcher A': 'RADIOLOGIST',
  'proposed A': 'MEDICAL_PHYSICIST',
  'declined A': 'RADIOGRAPHER',
  'declarer A': 'RADIOGRAPHER',
  'recused A': 'RADIOLOGIST',
  'replaced A': 'RADIOGRAPHER',
  'hidden A': 'RADIOLOGIST',
  'grantless A': 'MEDICAL_PHYSICIST',
  'lead B': 'RADIOLOGIST',
  'member B': 'RADIOGRAPHER',
  elsewhere: 'RADIOLOGIST',
  'late mate': 'RADIOGRAPHER',
};

/** Every account of the world, by name. */
export const VIEWERS: readonly string[] = [
  ...Object.keys(STAFF),
  'former',
  'disabled',
  ...Object.keys(SERVICE_STAFF),
  ...Object.keys(AUDITORS),
];

/** What no answer to a service may hold before it is shown its team. */
export function secretsOf(auditor: string): string[] {
  return [`Nom${wordOf(auditor)}`, `Prenom${wordOf(auditor)}`, mailOf(auditor), rppsOf(auditor)];
}

const wordOf = (name: string): string => name.replace(/\W/g, '');
const mailOf = (name: string): string => `${wordOf(name).toLowerCase()}@world.example`;
const rppsOf = (name: string): string => `1${String(Object.keys(AUDITORS).indexOf(name)).padStart(10, '9')}`;

/** Organisations, services, people with their accounts and grants, auditors with all that is known of them. */
export function addPeople(rows: WorldRows): void {
  for (const name of ['A', 'B', 'C', 'X', 'Y']) {
    rows.add('organisation', name, {
      kind: 'LEGAL_ENTITY',
      finess_ej: nextFiness(),
      siren: `${wordOf(name)}-siren`,
      name: `Entité ${name}`,
    });
  }
  const organisation = (name: string): string => id(rows, 'organisation', name);
  rows.add('organisation_link', 'A-X', {
    organisation_id: organisation('A'),
    linked_organisation_id: organisation('X'),
    kind: 'GHT',
    from_date: SINCE,
    source: 'DECLARED',
  });
  for (const name of ['A', 'B', 'C']) addService(rows, name, organisation(name));
  for (const [name, roles] of Object.entries(STAFF)) {
    const account = addAccount(rows, name);
    for (const role of roles) grant(rows, `${name} ${role}`, { account_id: account, role });
  }
  addOutdated(rows);
  for (const [name, [service, role]] of Object.entries(SERVICE_STAFF)) {
    const account_id = addAccount(rows, name);
    grant(rows, `${name} ${role}`, {
      account_id,
      role,
      audited_service_id: id(rows, 'audited_service', service),
    });
  }
  for (const [name, profession] of Object.entries(AUDITORS))
    // One member works elsewhere than all the others: with them on his team, nobody shares an employer.
    addAuditor(rows, name, profession, organisation(name === 'member B' ? 'Y' : 'X'));
  for (const name of ['tied coordinator', 'tied steering member']) {
    affiliate(rows, `${name} at A`, name, organisation('A'), { kind: 'CONSULTING' });
  }
  addFacts(rows);
  addOperations(rows);
}

/** Recorded facts about auditors: with a place, and with one another. */
function addFacts(rows: WorldRows): void {
  const fact = { kind: 'PERSONAL_TIE', from_date: SINCE, source: 'DECLARED' };
  for (const name of ['lead A', 'lead B']) {
    rows.add('conflict_fact', name, {
      ...fact,
      person_id: id(rows, 'person', name),
      // Whoever is at the other end reads it, and has no hand in it.
      ...(name === 'lead A'
        ? { other_person_id: id(rows, 'person', 'member A') }
        : { other_organisation_id: id(rows, 'organisation', 'Y') }),
      description: `Fait secret de ${name}`,
    });
  }
  rows.add('conflict_fact', 'elsewhere with late mate', {
    ...fact,
    person_id: id(rows, 'person', 'elsewhere'),
    other_person_id: id(rows, 'person', 'late mate'),
    description: 'Fait secret de elsewhere',
  });
}

function id(rows: WorldRows, table: string, name: string): string {
  for (const [found, named] of rows.names(table)) if (named === name) return found;
  throw new Error(`the world has no ${table} ${name}`);
}

function addService(rows: WorldRows, name: string, organisationId: string): void {
  const service = rows.add('audited_service', name, {
    organisation_id: organisationId,
    finess_et: nextFiness(),
    name: `Imagerie ${name}`,
    sector: 'PUBLIC',
    department_code: '75',
    department_name: 'Paris',
    region_code: name === 'C' ? '84' : '11',
    region_name: 'Région',
    modalities: ['CT'],
    scanners: 1,
  });
  rows.add('service_organisation', name, {
    audited_service_id: service,
    organisation_id: organisationId,
    from_date: SINCE,
    source: 'REGISTRY',
  });
}

function addAccount(rows: WorldRows, name: string, cells: Record<string, unknown> = {}): string {
  const person_id = rows.add('person', name, {
    family_name: `Nom${wordOf(name)}`,
    given_name: `Prenom${wordOf(name)}`,
    email: mailOf(name),
  });
  return rows.add('account', name, { person_id, email: mailOf(name), ...cells });
}

function grant(rows: WorldRows, name: string, cells: Record<string, unknown>): void {
  rows.add('role_grant', name, { from_date: SINCE, ...cells });
}

/** Accounts that may do nothing any more, and one that may not yet. */
function addOutdated(rows: WorldRows): void {
  const former = addAccount(rows, 'former');
  grant(rows, 'former COORDINATOR ended', { account_id: former, role: 'COORDINATOR', to_date: '2026-12-31' });
  grant(rows, 'former STEERING_MEMBER revoked', {
    account_id: former,
    role: 'STEERING_MEMBER',
    revoked_at: '2026-06-01T00:00:00Z',
  });
  grant(rows, 'former ADMIN future', { account_id: former, role: 'ADMIN', from_date: '2028-01-01' });
  grant(rows, 'former SERVICE_MANAGER ended', {
    account_id: former,
    role: 'SERVICE_MANAGER',
    audited_service_id: id(rows, 'audited_service', 'A'),
    to_date: '2026-12-31',
  });
  const disabled = addAccount(rows, 'disabled', { disabled_at: '2026-12-01T00:00:00Z' });
  grant(rows, 'disabled COORDINATOR', { account_id: disabled, role: 'COORDINATOR' });
}

function affiliate(
  rows: WorldRows,
  name: string,
  person: string,
  organisation_id: string,
  cells: Record<string, unknown>,
): void {
  rows.add('affiliation', name, {
    person_id: id(rows, 'person', person),
    organisation_id,
    kind: 'EMPLOYMENT',
    from_date: SINCE,
    source: 'DECLARED',
    ...cells,
  });
}

function addAuditor(rows: WorldRows, name: string, profession: string, employer: string): void {
  const account_id = addAccount(rows, name);
  grant(rows, `${name} AUDITOR`, {
    account_id,
    role: 'AUDITOR',
    ...(name.startsWith('grantless') ? { to_date: '2026-12-31' } : {}),
  });
  const auditor_id = rows.add('auditor', name, {
    person_id: id(rows, 'person', name),
    rpps: rppsOf(name),
    profession,
    qualification: 'QUALIFIED',
    is_lead_eligible: true,
    modalities: ['CT'],
    regions: ['11'],
    yearly_maximum: 52,
    registry_warnings: ['NAME_DIFFERS'],
  });
  affiliate(rows, `${name} employed`, name, employer, {});
  if (!/^(lead|elsewhere)/.test(name)) return;
  affiliate(rows, `${name} formerly employed`, name, employer, {
    from_date: '2010-01-01',
    to_date: '2015-01-01',
  });
  affiliate(rows, `${name} consulting`, name, id(rows, 'organisation', 'Y'), { kind: 'CONSULTING' });
  rows.add('auditor_unavailability', name, { auditor_id, from_date: '2027-08-01', to_date: '2027-08-31' });
  for (const state of name === 'elsewhere' ? ['EXPIRED'] : ['DRAFT', 'SIGNED', 'SUPERSEDED']) {
    const isSigned = state !== 'DRAFT';
    const declaration_id = rows.add('declaration_of_interests', `${name} ${state}`, {
      auditor_id,
      state,
      signed_at: isSigned ? '2026-12-01T08:00:00Z' : null,
      expires_on: isSigned ? '2027-12-01' : null,
    });
    rows.add('interest', `${name} ${state}`, {
      declaration_id,
      position: 1,
      kind: 'FINANCIAL',
      organisation_id: id(rows, 'organisation', 'Y'),
      description: `Intérêt secret de ${name}`,
    });
  }
}

function addOperations(rows: WorldRows): void {
  for (const name of ['coordinator', 'tied coordinator']) {
    const operation_id = rows.add('operation', name, {
      kind: 'AUDITORS_IMPORT',
      state: 'DONE',
      total_count: 1,
      result: { created: 1, changed: 0, refused: 0 },
      account_id: id(rows, 'account', name),
      deadline_at: '2027-02-01T00:00:00Z',
    });
    rows.add('operation_problem', name, {
      operation_id,
      position: 1,
      line: 1,
      severity: 'WARNING',
      code: 'FIELD_INVALID',
      field: 'rpps',
      value: 'x',
    });
  }
  for (const name of ['manager A', 'lead A', 'coordinator']) {
    const account_id = id(rows, 'account', name);
    rows.link('idempotency_key', {
      account_id,
      mutation: 'gradeSelf',
      key: account_id,
      content_hash: 'x',
      result: {},
    });
  }
}
