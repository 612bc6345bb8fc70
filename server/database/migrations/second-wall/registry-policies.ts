import type { RowPolicies } from '../../row-level-security';
import {
  COORDINATOR,
  ME,
  MY_AUDITOR,
  MY_PERSON,
  PLATFORM,
  PROGRAMME,
  SIGNED_IN,
  STAFF,
  TAKES_PART,
} from './conditions';

const byPlatform = { insert: PLATFORM, update: PLATFORM, delete: PLATFORM } as const;
const byCoordination = {
  insert: `${COORDINATOR} or ${PLATFORM}`,
  update: `${COORDINATOR} or ${PLATFORM}`,
} as const;

const DRAFTS_OR = (version: string): string =>
  `${SIGNED_IN} and ((select app.sees_drafts()) or exists (select 1 from ${version}))`;
const ofVersion = {
  select: DRAFTS_OR(`template_version v where v.id = template_version_id and v.state <> 'DRAFT'`),
  ...byPlatform,
};
const ofCriterion = (column: string): RowPolicies => ({
  select: DRAFTS_OR(
    `criterion c join template_version v on v.id = c.template_version_id where c.id = ${column} and v.state <> 'DRAFT'`,
  ),
  ...byPlatform,
});

const MINE = `account_id = ${ME}`;
const MY_DECLARATION = `auditor_id = ${MY_AUDITOR}`;
const ofDeclaration = (condition: string): string =>
  `exists (select 1 from declaration_of_interests d where d.id = declaration_id and ${condition})`;

/** People and accounts, what is audited, who is audited and who audits: the tables that stand before any campaign. */
export const REGISTRY_POLICIES: Readonly<Record<string, RowPolicies>> = {
  person: {
    select: `${STAFF} or id = ${MY_PERSON} or exists (select 1 from auditor u where u.person_id = person.id)
      or (${PROGRAMME} and (id = any((select app.deciders())::uuid[])
        or exists (select 1 from affiliation f where f.person_id = person.id)))`,
    insert: `${STAFF} or ${PLATFORM}`,
    update: `${STAFF} or ${PLATFORM} or id = ${MY_PERSON}`,
  },
  account: {
    select: `${STAFF} or id = ${ME}`,
    insert: `${STAFF} or ${PLATFORM}`,
    update: `${STAFF} or ${PLATFORM} or id = ${ME}`,
    fixed: ['person_id'],
  },
  role_grant: {
    select: `${STAFF} or ${MINE} or audited_service_id = any((select app.managed_services())::uuid[])`,
    // Nobody gives himself a role, nor takes one back from himself.
    insert: `(${STAFF} and account_id <> ${ME}) or ${PLATFORM}`,
    update: `${STAFF} and account_id <> ${ME}`,
    fixed: ['account_id', 'role', 'audited_service_id'],
  },
  idempotency_key: {
    select: MINE,
    insert: MINE,
    update: MINE,
    delete: PLATFORM,
    fixed: ['account_id', 'mutation', 'key', 'content_hash'],
  },
  trail_entry: { select: 'false', insert: MINE },
  operation: {
    select: MINE,
    insert: MINE,
    update: `${MINE} or ${PLATFORM}`,
    fixed: ['account_id', 'kind', 'is_dry_run'],
  },
  operation_problem: {
    select: `exists (select 1 from operation o where o.id = operation_id and o.${MINE})`,
    insert: PLATFORM,
  },

  scale: { select: SIGNED_IN, ...byPlatform },
  evidence_kind: { select: SIGNED_IN, ...byPlatform },
  verification_level: { select: SIGNED_IN, ...byPlatform },
  reference_text: { select: SIGNED_IN, ...byPlatform },
  audit_template: { select: SIGNED_IN, ...byPlatform },
  conflict_rule: { select: SIGNED_IN, ...byPlatform },
  deadline_rule: { select: SIGNED_IN, ...byPlatform },
  template_version: {
    select: `${SIGNED_IN} and (state <> 'DRAFT' or (select app.sees_drafts()))`,
    ...byPlatform,
  },
  section: ofVersion,
  criterion: ofVersion,
  criterion_lineage: ofCriterion('to_criterion_id'),
  crosswalk: ofCriterion('criterion_id'),

  organisation: { select: TAKES_PART, ...byCoordination },
  organisation_link: { select: TAKES_PART, ...byCoordination },
  audited_service: { select: TAKES_PART, ...byCoordination },
  service_organisation: { select: TAKES_PART, ...byCoordination },

  auditor: {
    select: `${PROGRAMME} or id = ${MY_AUDITOR} or id = any((select app.known_auditors())::uuid[])`,
    insert: `${COORDINATOR} or ${PLATFORM}`,
    update: `${COORDINATOR} or ${PLATFORM} or id = ${MY_AUDITOR}`,
    fixed: ['person_id'],
  },
  auditor_unavailability: {
    select: `${PROGRAMME} or ${MY_DECLARATION}`,
    insert: `${COORDINATOR} or ${MY_DECLARATION}`,
    // Locked before it is removed.
    update: `${COORDINATOR} or ${MY_DECLARATION}`,
    delete: `${COORDINATOR} or ${MY_DECLARATION}`,
    fixed: ['auditor_id'],
  },
  affiliation: {
    select: `${PROGRAMME} or person_id = ${MY_PERSON} or (kind = 'EMPLOYMENT'
      and (to_date is null or to_date >= (now() at time zone 'Europe/Paris')::date)
      and exists (select 1 from auditor u where u.person_id = affiliation.person_id))`,
    insert: `${COORDINATOR} or person_id = ${MY_PERSON} or ${PLATFORM}`,
    update: `${COORDINATOR} or person_id = ${MY_PERSON} or ${PLATFORM}`,
    fixed: ['person_id'],
  },
  declaration_of_interests: {
    select: `${COORDINATOR} or ${MY_DECLARATION}`,
    insert: MY_DECLARATION,
    update: MY_DECLARATION,
    fixed: ['auditor_id'],
  },
  interest: {
    select: ofDeclaration(`(${COORDINATOR} or d.${MY_DECLARATION})`),
    insert: ofDeclaration(`d.${MY_DECLARATION}`),
    delete: ofDeclaration(`d.${MY_DECLARATION}`),
  },
};
