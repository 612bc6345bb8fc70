import {
  AgreeSettlementDocument,
  DisputesDocument,
  DrawRecordsDocument,
  EvidenceKindsDocument,
  ListRecordsDocument,
  ProposeSettlementDocument,
  RecordsDocument,
  ReviewRecordsDocument,
  SubmitReviewsDocument,
  type CaseReviewRowInput,
  type RecordsQuery,
} from '../generated/operations';
import { chanceFrom } from '../chance';
import { RequestFailed, type Client } from '../client';
import { differencesOfDraw } from '../draw-again';
import { everyPage } from '../pages';
import { leadOf, mateOf, type Case, type Stage } from '../stage';
import { judgedRecord, judgedRecordAgain, recordLines, recordList } from './records-made-up';

/** What a sample shows to one reader. */
export type RecordsRead = NonNullable<RecordsQuery['caseSample']>;

/** Code of the evidence that is judged: requests for examinations. */
const REQUESTS = 'E-REQ';
const DRAWN = 24;
/** Records that an auditor judges before he hands them in. */
const BATCH = 12;

/** The service lists its requests by pseudonymous numbers, with their strata. */
export async function list(_stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  const kinds = await everyPage(
    async (after) => (await manager.query(EvidenceKindsDocument, { after })).evidenceKinds,
  );
  const kind = kinds.find(({ code }) => code === REQUESTS);
  if (!kind) throw new RequestFailed(`the catalogue has no ${REQUESTS}`);
  const { caseSample } = await manager.act(ListRecordsDocument, {
    auditId: audit.id,
    evidenceKindId: kind.id,
    text: recordList(audit),
  });
  audit.sample = caseSample;
}

/** The lead draws with a word of his own; the service, which alone holds the list, makes the draw again. */
export async function draw({ checks }: Stage, audit: Case): Promise<void> {
  const { id, version } = sampleOf(audit);
  await leadOf(audit).auditor.client.act(DrawRecordsDocument, {
    caseSampleId: id,
    expectedVersion: version,
    size: DRAWN,
    word: `mot de l’équipe ${audit.index + 1}`,
  });
  const { cases, listSha256, nonceSha256, nonce, word, seed } = await readRecords(audit.service.manager, id);
  const differences = differencesOfDraw({
    lines: recordLines(audit),
    listSha256,
    nonceSha256,
    nonce: nonce ?? '',
    word: word ?? '',
    seed: seed ?? '',
    drawn: cases.nodes.map(({ recordNumber }) => recordNumber),
  });
  checks.hold('whoever holds the list makes the draw again from its seed', differences.length === 0);
}

/** Both auditors judge every record, each blind to the other, and submit. */
export async function judge(stage: Stage, audit: Case): Promise<void> {
  const { id } = sampleOf(audit);
  const lead = leadOf(audit).auditor.client;
  const mate = mateOf(audit).auditor.client;
  const { cases, criteria } = await readRecords(lead, id);
  const chance = chanceFrom(audit.service.number * 1000 + 3);
  const first: CaseReviewRowInput[] = [];
  const second: CaseReviewRowInput[] = [];
  for (const { id: sampledCaseId } of cases.nodes)
    for (const { criterion, values } of criteria) {
      const value = judgedRecord(chance, values);
      const row = { sampledCaseId, criterionId: criterion?.id ?? null };
      first.push({ ...row, value });
      second.push({ ...row, value: judgedRecordAgain(chance, values, value) });
    }
  const size = BATCH * criteria.length;
  await handIn(lead, id, first, size);
  const seen = await readRecords(mate, id);
  stage.checks.hold('an auditor reads no review of the other', seen.reviews.totalCount === 0);
  await handIn(mate, id, second, size);
}

/** Where they judged differently, the lead proposes what should hold, and the other agrees. */
export async function settle({ checks, coordinator }: Stage, audit: Case): Promise<void> {
  const { id } = sampleOf(audit);
  const lead = leadOf(audit).auditor.client;
  const disputes = await everyPage(
    async (after) => (await lead.query(DisputesDocument, { id, after })).caseSample?.outcomes,
  );
  if (disputes.length > 0) {
    const decisions = disputes.map(({ id: caseOutcomeId, version, ratings }) => ({
      caseOutcomeId,
      expectedVersion: version,
      value: ratings[0] ?? '',
    }));
    const { caseOutcomes } = await lead.act(ProposeSettlementDocument, { caseSampleId: id, decisions });
    await mateOf(audit).auditor.client.act(AgreeSettlementDocument, {
      caseSampleId: id,
      proposals: caseOutcomes.map((outcome) => ({
        caseOutcomeId: outcome.id,
        expectedVersion: outcome.version,
      })),
    });
  }
  const [team, service, programme] = await Promise.all(
    [lead, audit.service.manager, coordinator].map((client) => readRecords(client, id)),
  );
  checks.hold(
    'only the team reads what a sample says before there is a report',
    (team?.results.length ?? 0) > 0 && service?.results.length === 0 && programme?.results.length === 0,
  );
  checks.hold('the coordination reads the number of no record', programme?.cases.nodes.length === 0);
}

async function handIn(
  client: Client,
  caseSampleId: string,
  reviews: readonly CaseReviewRowInput[],
  size: number,
): Promise<void> {
  for (let from = 0; from < reviews.length; from += size) {
    const batch = reviews.slice(from, from + size);
    await client.act(ReviewRecordsDocument, {
      caseSampleId,
      reviews: batch,
      errorPolicy: 'ALL_OR_NOTHING',
    });
  }
  await client.act(SubmitReviewsDocument, { caseSampleId });
}

/** What a client reads of a sample. @throws RequestFailed when he does not see it */
export async function readRecords(client: Client, id: string): Promise<RecordsRead> {
  const { caseSample } = await client.query(RecordsDocument, { id });
  if (!caseSample) throw new RequestFailed(`${client.email} does not see the sample`);
  return caseSample;
}

function sampleOf({ sample, service }: Case): { id: string; version: number } {
  if (!sample) throw new Error(`${service.name} has listed no records`);
  return sample;
}
