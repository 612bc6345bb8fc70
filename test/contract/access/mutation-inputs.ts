import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';
import { globalId } from '../../../server/kernel/ids';
import type { StateTable } from '../../../server/kernel/states';
import { worldId } from '../../support/world';
import type { WorldFacts } from '../../support/world/world-facts';
import type { World } from '../../support/world';
import { nameIn } from '../../support/world/world-facts';
import { schema } from './ask';

type Table = StateTable<string, never>;
export type Mutation = GraphQLField<unknown, unknown>;

const server = path.join(__dirname, '../../../server');

/** Every state table of the platform. */
const tables: readonly Table[] = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.states.ts'))
  .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(path.join(server, file))))
  .filter((value): value is Table => typeof value === 'object' && value !== null && 'moves' in value);

/** Every mutation of the API. */
export const mutations: readonly Mutation[] = Object.values(schema.getMutationType()?.getFields() ?? {});

/** Types that an id of an input names otherwise than by its own name. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  declarationId: 'DeclarationOfInterests',
  linkedOrganisationId: 'Organisation',
  otherOrganisationId: 'Organisation',
  otherAuditedServiceId: 'AuditedService',
  otherPersonId: 'Person',
  waitsForId: 'CorrectiveAction',
};

/** The type that an id of an input is of. */
export function typeOfId(field: string): string {
  return NAMED_OTHERWISE[field] ?? (field[0] ?? '').toUpperCase() + field.slice(1).replace(/Ids?$/, '');
}

/** Fields of a mutation's input. */
export function inputFieldsOf(mutation: Mutation): GraphQLInputField[] {
  const type = mutation.args[0] && getNamedType(mutation.args[0].type);
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

/** Acts whose object is not the first that they must be given. */
const ABOUT: Readonly<Record<string, string>> = {
  assignmentPropose: 'auditId',
  caseListSet: 'auditId',
  matchingPin: 'auditId',
  matchingForbid: 'auditId',
  affiliationDeclare: 'personId',
  conflictFactDeclare: 'personId',
  personalDataExport: 'personId',
  followUpItemState: 'documentaryFollowUpId',
  followUpItemConclude: 'documentaryFollowUpId',
  documentaryFollowUpNameReviewer: 'documentaryFollowUpId',
  correctiveActionAddDependency: 'correctiveActionId',
  correctiveActionRemoveDependency: 'correctiveActionId',
  radiationEventRecord: 'auditedServiceId',
  scaleTrialRecord: 'radiationEventId',
  panelTrialRecord: 'panelCaseId',
  surveyAnswer: 'auditId',
  webhookEndpointCreate: 'auditedServiceId',
};

/** The id that says what an act is about: the first one that it must be given. */
export function subjectField(mutation: Mutation): GraphQLInputField | undefined {
  const about = ABOUT[mutation.name];
  if (about) return inputFieldsOf(mutation).find((field) => field.name === about);
  return inputFieldsOf(mutation)
    .filter((field) => isNonNullType(field.type) && getNamedType(field.type).name === 'ID')
    .sort((one, other) => rank(one.name) - rank(other.name))[0];
}

/** What stands closest to the act comes first: the object with the lock, then the audit, then what is only named. */
function rank(field: string): number {
  const order = [
    'auditId',
    'assignmentId',
    'auditedServiceId',
    'campaignId',
    'criterionId',
    'sectionId',
    'organisationId',
  ];
  return order.indexOf(field);
}

/** States in which an act is legal, where a state table knows it. */
export function legalStates(act: string, type: string): readonly string[] | null {
  const moves = tables.filter((table) => table.noun === type).flatMap((table) => table.moves);
  const legal = moves.filter((move) => move.act === act).flatMap((move) => move.from);
  return legal.length > 0 ? legal : null;
}

/** Acts that need an object in a state that no table says. */
const WANTED: Readonly<Record<string, RegExp>> = {
  findingCreate: /\.ON_SITE$/,
  // Of B a shared one: whoever sees it may not, since drafts show themselves to nobody else.
  findingUpdate: /^A.*\/DRAFT$|^B.*\/SHARED$/,
  findingDiscard: /^A.*\/DRAFT$|^B.*\/SHARED$/,
  correctiveActionPropose: /PLAN_DUE\/FINAL$/,
  correctiveActionAddDependency: /FOLLOW_UP\/REOPENED$/,
  correctiveActionRemoveDependency: /FOLLOW_UP\/AGREED$/,
  followUpItemState: /\.FOLLOW_UP\/follow-up$/,
  followUpItemConclude: /\.CLOSED\/follow-up$/,
  documentaryFollowUpNameReviewer: /\.CLOSED\/follow-up$/,
  planSubmit: /\.PLAN_DUE$/,
  planReturn: /\.PLAN_DUE$/,
  draftReportSign: /\.DRAFT_REPORT$/,
  reportSign: /\.FINALISATION$/,
  reportAmendmentPropose: /\.REPORT_ISSUED$/,
  reportAmendmentSign: /\.FOLLOW_UP$/,
  reportAmendmentWithdraw: /\.FOLLOW_UP$/,
  attestationIssue: /\.REPORT_ISSUED$/,
  contradictoryAnswer: /\.CONTRADICTORY$/,
  auditAgreeTeam: /\.RECUSAL_WINDOW$/,
  campaignCreate: /^draft$/,
  synthesisPrepare: /^FOLLOW_UP$/,
  serviceComparisonRequest: /\.CLOSED$/,
  gradeRecord: /\.ON_SITE$/,
  gradesRecord: /\.ON_SITE$/,
  measureRecord: /\.ON_SITE$/,
  consensusPropose: /\.ON_SITE$/,
  consensusAgree: /ON_SITE\/s1 consensus$/,
  consensusAgreeAll: /\.ON_SITE$/,
  sectionSubmit: /\.ON_SITE$/,
  caseListSet: /\.SELF_ASSESSMENT$/,
  gradeSelf: /\.SELF_ASSESSMENT$/,
  gradesSelf: /\.SELF_ASSESSMENT$/,
  evidenceAdd: /\.SELF_ASSESSMENT$/,
  evidenceTakeOver: /\.SELF_ASSESSMENT$/,
  evidenceRelease: /\.CONTRADICTORY\/evidence$/,
  evidenceRefuse: /\.CONTRADICTORY\/evidence$/,
  evidenceAccept: /\.ON_SITE\/evidence$/,
  evidenceTurnDown: /\.ON_SITE\/evidence$/,
  evidenceRequestCreate: /\.ON_SITE$/,
  evidenceRequestsFromTemplate: /\.ON_SITE$/,
  evidenceRequestAnswer: /\.ON_SITE\/request$/,
  doseImportPrepare: /\.ON_SITE$/,
  auditEscalateSafety: /\.ON_SITE$/,
  auditPlanVisit: /\.TEAM_CONFIRMED$/,
  assignmentPropose: /\.ON_SITE$/,
  matchingPin: /\.PLANNED$/,
  matchingForbid: /\.PLANNED$/,
  recusalFile: /\.RECUSAL_WINDOW\/(lead|member)$/,
  auditPlan: /\.CONFIRMED$/,
  surveyAnswer: /\.REPORT_ISSUED$/,
  surveyOpen: /^ON_SITE$/,
  surveyClose: /^CLOSED$/,
  practiceShare: /\.PLAN_DUE\/FINAL$/,
  // Published ones are seen by all, so that whoever may not is told so.
  outsideRecommendationAnswer: /^published$/,
  outsideRecommendationAdopt: /^published$/,
  outsideRecommendationDecline: /^published$/,
  outsideRecommendationWithdraw: /^published$/,
  outsideRecommendationNote: /^published$/,
  outsideRecommendationPublish: /^published$/,
};

/** The object of a service that an act is tried on, by its name; null where the act has none of that service. */
export function targetOf(
  world: World,
  facts: WorldFacts,
  mutation: Mutation,
  service: 'A' | 'B',
): string | null {
  const field = subjectField(mutation);
  if (!field) return null;
  const type = typeOfId(field.name);
  const legal = legalStates(mutation.name, type);
  const wanted = WANTED[mutation.name];
  const all = [...(facts.rows.get(type)?.values() ?? [])].map((row) => ({
    row,
    name: nameIn(world, type, row.id),
  }));
  const own = all.filter(
    ({ name }) =>
      name === service || name.startsWith(`${service}.`) || new RegExp(` ${service}\\b`).test(name),
  );
  // What belongs to no service is tried once: as A's where A has none of its own, else as B's.
  const isTriedHere = own.length === 0 && (service === 'A' || all.some(({ name }) => / A\b/.test(name)));
  const of = isTriedHere ? all.filter(({ name }) => service === 'A' || !/ A\b/.test(name)) : own;
  const fitting = of.filter(({ row, name }) => {
    if (wanted) return wanted.test(name);
    return !legal || legal.includes(String(row['state']));
  });
  // Where nobody of the service is in the state, any object shows who may.
  return (fitting[0] ?? of[0])?.name ?? null;
}

const WORDS: Readonly<Record<string, (field: string) => unknown>> = {
  UUID: () => randomUUID(),
  Int: (field) => (field === 'expectedVersion' ? 1 : 2),
  Boolean: () => true,
  Date: () => '2027-06-01',
  DateTime: () => '2027-01-10T08:00:00Z',
  String: (field) =>
    FORMED[field] ??
    (field.toLowerCase().includes('email') ? `${randomUUID()}@example.org` : 'Un texte sans histoire'),
};

/** Texts that have a form. */
const FORMED: Readonly<Record<string, string>> = {
  sha256: 'a'.repeat(64),
  contentSha256: 'a'.repeat(64),
  mediaType: 'text/csv',
  sourceCode: 'ASN-2019-DC-0667',
  url: 'https://93.184.215.14/niveaux',
  // Codes, not sentences.
  code: 'CODE-1',
  // A level of the world's scales.
  value: '1',
  csv: 'exam;population;quantity;unit;nrd',
};

/** The input of an act on an object, whatever else it needs taken from the same service. */
export function inputFor(facts: WorldFacts, mutation: Mutation, id: string | null, service: string): object {
  const subject = subjectField(mutation)?.name;
  const value = (field: GraphQLInputField): unknown => {
    const nullable = getNullableType(field.type);
    const named = getNamedType(field.type);
    if (isListType(nullable) && field.name === 'evidenceIds') return [otherId(facts, field.name, service)];
    // A scale has two levels at least, and no code twice.
    if (isListType(nullable) && named.name === 'ScaleLevelInput' && isInputObjectType(named))
      return ['0', '1'].map((code) => ({ ...filled(named), code }));
    if (isListType(nullable))
      return LISTED.has(named.name) && isInputObjectType(named) ? [filled(named)] : [];
    // The coordination hands out other roles than the administration does.
    if (mutation.name === 'roleGrant' && field.name === 'role' && service === 'B') return 'AUDITOR';
    // Of a report, the variant that everybody reads who sees it.
    if (named.name === 'ReportAudience') return 'G4';
    if (isEnumType(named)) return named.getValues()[0]?.name;
    if (isInputObjectType(named)) return filled(named);
    if (named.name !== 'ID') return WORDS[named.name]?.(field.name);
    // A coordinator's endpoint belongs to no service.
    if (mutation.name === 'webhookEndpointCreate' && service === 'B') return null;
    return field.name === subject ? id : otherId(facts, field.name, service);
  };
  const filled = (type: GraphQLInputObjectType): object =>
    Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || field.name === subject)
        .map((field) => [field.name, value(field)]),
    );
  const type = mutation.args[0] && getNamedType(mutation.args[0].type);
  return isInputObjectType(type) ? filled(type) : {};
}

/** Lists of these may not be empty. */
const LISTED = new Set([
  'AmendedFindingInput',
  'SurveyRatingInput',
  'GradeRowInput',
  'CaseReviewRowInput',
  'CaseDecisionInput',
  'CaseProposalInput',
  'ConsensusProposalInput',
]);

/** What an act names beside its object. */
function otherId(facts: WorldFacts, field: string, service: string): string {
  const type = typeOfId(field);
  const consensus = facts.rows.get('Grade')?.get(worldId('grade', `${service}.ON_SITE/s1 consensus`));
  if (type === 'Grade') return globalId(type, consensus?.id ?? '');
  if (type === 'Evidence') return globalId(type, worldId('evidence', `${service}.ON_SITE/evidence`));
  if (type === 'CaseOutcome') return globalId(type, worldId('case_outcome', `${service}.ON_SITE/1`));
  if (type === 'CorrectiveAction')
    return globalId(type, worldId('corrective_action', `${service}.FOLLOW_UP/IN_PROGRESS`));
  if (type === 'Finding') return globalId(type, worldId('finding', `${service}.REPORT_ISSUED/FINAL`));
  if (type === 'FollowUpItem') return globalId(type, worldId('follow_up_item', `${service}.CLOSED/VERIFIED`));
  if (type === 'Criterion') return globalId(type, String(consensus?.['criterionId']));
  if (type === 'Auditor') return globalId(type, worldId('auditor', 'late mate'));
  if (type === 'AuditedService') return globalId(type, worldId('audited_service', service));
  if (type === 'Organisation') return globalId(type, worldId('organisation', 'Y'));
  if (type === 'Campaign') return globalId(type, worldId('campaign', 'open'));
  if (type === 'Survey') return globalId(type, worldId('survey', 'REPORT_ISSUED'));
  return globalId(type, [...(facts.rows.get(type)?.keys() ?? [])][0] ?? '');
}
