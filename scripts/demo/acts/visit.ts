import { RequestFailed, type Client } from '../client';
import {
  AgreeAllConsensusDocument,
  EndVisitDocument,
  GradesDocument,
  ProposeConsensusDocument,
  RecordGradesDocument,
  StartVisitDocument,
  SubmitSectionDocument,
  type GradesQuery,
  type GradeStage,
  type GradeValue,
} from '../generated/operations';
import { leadOf, mateOf, moved, moveOf, type Case, type Stage } from '../stage';
import { criteriaOf, gradeRow, judged, judgedAgain } from './judgement';
import { proposalsTo } from './proposals';

/** The opening meeting. */
export async function start(stage: Stage, audit: Case): Promise<void> {
  const { client } = leadOf(audit).auditor;
  await moved(stage, audit, client.act(StartVisitDocument, moveOf(audit)), 'ON_SITE');
}

const DIFFERENCE = 'Les demandes lues sur place pendant la visite montraient autre chose que l’échantillon.';

/**
 * Both auditors grade every criterion, each blind to the other, and submit their sections. A measured criterion takes what
 * its facts propose, but for one on which the lead thinks otherwise, and says why.
 */
export async function grade(stage: Stage, audit: Case): Promise<void> {
  const lead = leadOf(audit).auditor.client;
  const mate = mateOf(audit).auditor.client;
  const proposals = audit.sample ? await proposalsTo(lead, audit) : new Map<string, GradeValue>();
  const [differing] = proposals.keys();
  const thought = criteriaOf(stage.template).map(({ id }) => ({ id, value: judged(audit.chance, 0.68) }));
  const again = thought.map(({ id, value }) => ({ id, value: judgedAgain(audit.chance, value) }));
  const first = thought.map(({ id, value }) => {
    const proposed = proposals.get(id);
    if (proposed === undefined) return gradeRow(id, value);
    return id === differing ? gradeRow(id, otherThan(proposed), DIFFERENCE) : gradeRow(id, proposed);
  });
  const second = again.map(({ id, value }) => gradeRow(id, proposals.get(id) ?? value));
  await record(stage, audit, lead, first);
  if (audit.index < 3) {
    const seen = await gradesOf(mate, audit, ['AUDITOR']);
    stage.checks.hold('an auditor does not see the blind grades of the other', seen.length === 0);
  }
  await record(stage, audit, mate, second);
  await submitSections(stage, audit, lead);
  await submitSections(stage, audit, mate);
}

function otherThan(value: GradeValue): GradeValue {
  return value === 'PARTIAL' ? 'CONFORM' : 'PARTIAL';
}

async function record(
  { ledger }: Stage,
  audit: Case,
  client: Client,
  grades: { criterionId: string; value: GradeValue }[],
): Promise<void> {
  const written = await client.act(RecordGradesDocument, {
    auditId: audit.id,
    grades,
    errorPolicy: 'ALL_OR_NOTHING',
  });
  for (const { id } of written.grades) ledger.note('grades', id, 'AUDITOR');
}

async function submitSections({ ledger, template }: Stage, audit: Case, client: Client): Promise<void> {
  for (const { id } of template.sections) {
    const done = await client.act(SubmitSectionDocument, { auditId: audit.id, sectionId: id });
    for (const agreed of done.consensusGrades) ledger.note('grades', agreed.id, 'CONSENSUS');
  }
}

/** Where the two differ the lead proposes the team's grade, what the facts say if there are any, and the other one agrees. */
export async function agree(stage: Stage, audit: Case): Promise<void> {
  const lead = leadOf(audit).auditor.client;
  const mate = mateOf(audit).auditor.client;
  const proposals = audit.sample ? await proposalsTo(lead, audit) : new Map<string, GradeValue>();
  for (const { criterionId, value } of disputed(await gradesOf(lead, audit, ['AUDITOR']))) {
    const row = gradeRow(criterionId, proposals.get(criterionId) ?? value);
    const { grade: proposal } = await lead.act(ProposeConsensusDocument, { auditId: audit.id, ...row });
    stage.ledger.note('grades', proposal.id, 'CONSENSUS');
  }
  const open = (await gradesOf(mate, audit, ['CONSENSUS'])).filter(({ isAgreed }) => !isAgreed);
  if (open.length > 0) {
    const proposals = open.map(({ id, version }) => ({ gradeId: id, expectedVersion: version }));
    await mate.act(AgreeAllConsensusDocument, { auditId: audit.id, proposals });
  }
}

/** The closing meeting. */
export async function end(stage: Stage, audit: Case): Promise<void> {
  const { client } = leadOf(audit).auditor;
  await moved(stage, audit, client.act(EndVisitDocument, moveOf(audit)), 'DRAFT_REPORT');
}

type GradeRead = NonNullable<GradesQuery['audit']>['grades']['nodes'][number];

/** All grades of some stages that a client sees, page by page. */
export async function gradesOf(client: Client, { id }: Case, stages: GradeStage[]): Promise<GradeRead[]> {
  const found: GradeRead[] = [];
  for (let after: string | null = null; ;) {
    const answer: GradesQuery = await client.query(GradesDocument, { auditId: id, stages, after });
    if (!answer.audit) throw new RequestFailed(`${client.email} does not see the audit`);
    const { nodes, pageInfo } = answer.audit.grades;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor ?? null;
  }
}

const SEVEREST_FIRST: readonly GradeValue[] = [
  'NON_CONFORM',
  'PARTIAL',
  'CONFORM',
  'NOT_EVALUATED',
  'NOT_APPLICABLE',
];

/** Criteria on which the raters differ, with the more severe of their grades. */
function disputed(grades: readonly GradeRead[]): { criterionId: string; value: GradeValue }[] {
  const given = new Map<string, GradeValue[]>();
  for (const { criterion, value } of grades) {
    if (criterion) given.set(criterion.id, [...(given.get(criterion.id) ?? []), value]);
  }
  return [...given].flatMap(([criterionId, values]) => {
    const [severest] = SEVEREST_FIRST.filter((value) => values.includes(value));
    return new Set(values).size > 1 && severest ? [{ criterionId, value: severest }] : [];
  });
}
