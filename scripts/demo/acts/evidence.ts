import { RequestFailed, type Client } from '../client';
import {
  AcceptAnswerDocument,
  AddEvidenceDocument,
  AnswerRequestDocument,
  AskFromTemplateDocument,
  EvidenceRequestsDocument,
  RejectAnswerDocument,
  type EvidenceRequestsQuery,
} from '../generated/operations';
import { leadOf, type Case, type Stage } from '../stage';

type RequestRead = NonNullable<EvidenceRequestsQuery['audit']>['evidenceRequests']['nodes'][number];

/** Days after the beginning of a round until which a document holds. */
const HOLDS = 730;

/** The lead asks for all documents that the template wants to see, one request for each kind. */
export async function ask({ ledger }: Stage, audit: Case): Promise<void> {
  const { evidenceRequests } = await leadOf(audit).auditor.client.act(AskFromTemplateDocument, {
    auditId: audit.id,
  });
  for (const { id } of evidenceRequests) ledger.note('requests', id, 'OPEN');
}

/** The service answers, one piece for two requests; its last answer is partial. CARENCE: only the first one. */
export async function answer(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  const open = await requestsOf(manager, audit, 'OPEN');
  const answered = audit.traits.has('CARENCE') ? open.slice(0, 1) : open;
  let piece = '';
  for (const [index, request] of answered.entries()) {
    if (index % 2 === 0) piece = await show(stage, audit, request, index % 4 === 0 ? 'LINK' : 'NOTE');
    const missing = index === open.length - 1 ? 'Le dernier trimestre suivra.' : null;
    await give(stage, audit, request, piece, missing);
  }
}

/** The lead accepts the answers; of some services the first one lacks something. */
export async function decide(stage: Stage, audit: Case): Promise<void> {
  const { client } = leadOf(audit).auditor;
  for (const [index, request] of (await requestsOf(client, audit, 'ANSWERED')).entries()) {
    if (index === 0 && audit.index % 3 === 0) {
      await client.act(RejectAnswerDocument, {
        evidenceRequestId: request.id,
        expectedVersion: request.version,
        reason: 'Le document date de l’an dernier : il manque la révision de cette année.',
      });
      stage.ledger.note('requests', request.id, 'REJECTED');
    } else await accept(stage, client, request);
  }
}

/** The service answers again what was not enough, with another piece. */
export async function answerAgain(stage: Stage, audit: Case): Promise<void> {
  for (const request of await requestsOf(audit.service.manager, audit, 'REJECTED'))
    await give(stage, audit, request, await show(stage, audit, request, 'NOTE'), null);
}

/** The lead accepts whatever waits. */
export async function acceptRest(stage: Stage, audit: Case): Promise<void> {
  const { client } = leadOf(audit).auditor;
  for (const request of await requestsOf(client, audit, 'ANSWERED')) await accept(stage, client, request);
}

/** Looks whether the coordination reads how far the requests are, and none of them. */
export async function lookAsCoordination({ coordinator, checks }: Stage, audit: Case): Promise<void> {
  const read = await coordinator.query(EvidenceRequestsDocument, { auditId: audit.id });
  const { evidenceRequests, evidenceProgress } = read.audit ?? {};
  checks.hold(
    'the coordination reads how many requests wait, and none of them',
    evidenceRequests?.nodes.length === 0 && (evidenceProgress?.openCount ?? 0) > 0,
  );
}

async function show(
  { days, ledger }: Stage,
  audit: Case,
  { evidenceKind }: RequestRead,
  kind: 'LINK' | 'NOTE',
): Promise<string> {
  if (!evidenceKind) throw new RequestFailed('the template asks for a kind of the catalogue');
  const content =
    kind === 'LINK'
      ? { url: `https://intranet.example/imagerie/qualite/${evidenceKind.code.toLowerCase()}` }
      : { note: 'Consultable sur place, au secrétariat ; la version en vigueur est datée et signée.' };
  const { evidence } = await audit.service.manager.act(AddEvidenceDocument, {
    auditId: audit.id,
    kind,
    title: evidenceKind.labelFr,
    evidenceKindId: evidenceKind.id,
    expiresOn: days.dateOf(audit.anchor + HOLDS),
    ...content,
  });
  ledger.note('evidence', evidence.id, kind);
  return evidence.id;
}

async function give(
  { ledger }: Stage,
  audit: Case,
  { id, version }: RequestRead,
  evidenceId: string,
  missing: string | null,
): Promise<void> {
  await audit.service.manager.act(AnswerRequestDocument, {
    evidenceRequestId: id,
    expectedVersion: version,
    evidenceIds: [evidenceId],
    missing,
  });
  ledger.note('requests', id, 'ANSWERED');
}

async function accept({ ledger }: Stage, client: Client, request: RequestRead): Promise<void> {
  await client.act(AcceptAnswerDocument, {
    evidenceRequestId: request.id,
    expectedVersion: request.version,
  });
  ledger.note('requests', request.id, 'ACCEPTED');
  for (const { id } of request.answers.at(-1)?.evidence ?? []) ledger.note('verdicts', id, 'ACCEPTED');
}

/** The requests of an audit in a state, as a client sees them, in the order of the catalogue. */
async function requestsOf(client: Client, { id }: Case, state: string): Promise<RequestRead[]> {
  const read = await client.query(EvidenceRequestsDocument, { auditId: id });
  if (!read.audit) throw new RequestFailed(`${client.email} does not see the audit`);
  return read.audit.evidenceRequests.nodes
    .filter((request) => request.state === state)
    .sort((a, b) => ((a.evidenceKind?.code ?? '') < (b.evidenceKind?.code ?? '') ? -1 : 1));
}
