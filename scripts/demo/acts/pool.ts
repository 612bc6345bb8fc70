import {
  AddUnavailabilityDocument,
  AdmitAuditorDocument,
  AuditorsDocument,
  CreateAuditorAccountDocument,
  CreateDeclarationDocument,
  EvaluateAuditorDocument,
  OwnDraftDocument,
  QualifyAuditorDocument,
  ServicesAuditedDocument,
  SignDeclarationDocument,
  StartTrainingDocument,
  UpdateAuditorDocument,
  type AuditorsQuery,
} from '../generated/operations';
import { auditorEmail, DEMONSTRATION_PASSWORD } from '../accounts';
import { atOnce } from '../at-once';
import { RequestFailed, type Client, type Server } from '../client';
import { everyPage } from '../pages';
import type { Auditor } from '../stage';
import { signInOrFail, type RegisteredService } from './prepare';

type Candidate = NonNullable<AuditorsQuery['auditors']>['nodes'][number] & { number: number };

/** The days of the visits of a demonstration. */
export interface Weeks {
  fromDate: string;
  toDate: string;
}

/** Professions that have a seat on every team. */
const SEATS = ['RADIOLOGIST', 'RADIOGRAPHER'] as const;

/** Audits that one auditor takes in a year, at most: a demonstration may be played several times a year. */
const YEARLY_MAXIMUM = 30;

/** Qualified auditors beyond two for every four audits: some decline, some have a conflict. */
const SPARE = 3;

/**
 * Trains, qualifies and signs in as many auditors as the audits need, and signs in those of earlier demonstrations.
 * @param places services that apply; some of the auditors work there, so that the conflict rules have something to say
 * @param weeks those of the visits
 */
export async function openPool(
  server: Server,
  coordinator: Client,
  known: ReadonlySet<string>,
  audits: number,
  places: readonly RegisteredService[],
  weeks: Weeks,
): Promise<Auditor[]> {
  const listed = await everyPage(
    async (after) => (await coordinator.query(AuditorsDocument, { after })).auditors,
  );
  const numbered = listed
    .sort((a, b) => ((a.rpps ?? '') < (b.rpps ?? '') ? -1 : 1))
    .map((auditor, index): Candidate => ({ ...auditor, number: index + 1 }));
  const size = Math.ceil(audits / 2) + SPARE;
  const qualified = numbered.filter(
    ({ qualification, profession }) => qualification === 'QUALIFIED' && isSeated(profession),
  );
  // Auditors of earlier campaigns have had their audits, and whoever works where they went would be found to repay a visit.
  const visited = await organisationsVisited(coordinator);
  const fresh = numbered.filter(
    (candidate) =>
      !qualified.includes(candidate) &&
      candidate.affiliations.every(({ organisation }) => !visited.has(organisation?.id)),
  );
  const chosen = SEATS.flatMap((seat) =>
    choose(
      fresh.filter(({ profession }) => profession === seat),
      size,
      places,
    ),
  );
  const pool: Auditor[] = [];
  await atOnce([...chosen, ...qualified], async (candidate) => {
    if (!qualified.includes(candidate)) await qualify(coordinator, candidate);
    const email = auditorEmail(candidate.number);
    if (!known.has(email)) {
      const account = { auditorId: candidate.id, email, password: DEMONSTRATION_PASSWORD };
      await coordinator.act(CreateAuditorAccountDocument, account);
    }
    const client = await signInOrFail(server, email);
    await declare(client);
    if (qualified.includes(candidate)) await stayAway(client, candidate.id, weeks);
    pool.push({
      number: candidate.number,
      id: candidate.id,
      seat: candidate.profession === 'RADIOGRAPHER' ? 'RADIOGRAPHER' : 'RADIOLOGIST',
      ownServices: new Set(ownServices(candidate, places)),
      client,
      load: 0,
    });
  });
  return pool.sort((a, b) => a.number - b.number);
}

/** A third of those who work where the campaign goes, and the first of the directory. */
function choose(
  candidates: readonly Candidate[],
  size: number,
  places: readonly RegisteredService[],
): Candidate[] {
  const near = candidates.filter((candidate) => ownServices(candidate, places).length > 0);
  const few = new Set(near.slice(0, Math.floor(size / 3)));
  const others = candidates.filter((candidate) => !few.has(candidate));
  return [...few, ...others.slice(0, size - few.size)];
}

function isSeated(profession: Candidate['profession']): boolean {
  return SEATS.some((seat) => seat === profession);
}

function ownServices({ affiliations }: Candidate, places: readonly RegisteredService[]): string[] {
  const own = new Set(affiliations.map(({ organisation }) => organisation?.id));
  return places.filter(({ organisation }) => organisation && own.has(organisation.id)).map(({ id }) => id);
}

/** Organisations to whose services campaigns have been. */
async function organisationsVisited(coordinator: Client): Promise<Set<string | undefined>> {
  const audits = await everyPage(
    async (after) => (await coordinator.query(ServicesAuditedDocument, { after })).audits,
  );
  return new Set(audits.flatMap(({ auditedService }) => auditedService?.organisation?.id ?? []));
}

type Move = { auditorId: string; expectedVersion: number };

/** The way to a qualification, step by step. */
const TRAINING = [
  { from: 'CANDIDATE', act: (client: Client, move: Move) => client.act(AdmitAuditorDocument, move) },
  { from: 'ELIGIBLE', act: (client: Client, move: Move) => client.act(StartTrainingDocument, move) },
  { from: 'IN_TRAINING', act: (client: Client, move: Move) => client.act(EvaluateAuditorDocument, move) },
  { from: 'EVALUATED', act: (client: Client, move: Move) => client.act(QualifyAuditorDocument, move) },
] as const;

async function qualify(coordinator: Client, candidate: Candidate): Promise<void> {
  const { id: auditorId, qualification } = candidate;
  const begin = TRAINING.findIndex(({ from }) => from === qualification);
  if (begin < 0) throw new RequestFailed(`auditor ${candidate.number} is ${String(qualification)}`);
  let expectedVersion = candidate.version;
  for (const { act } of TRAINING.slice(begin)) {
    const { auditor } = await act(coordinator, { auditorId, expectedVersion });
    expectedVersion = auditor.version;
  }
  await coordinator.act(UpdateAuditorDocument, {
    auditorId,
    expectedVersion,
    yearlyMaximum: YEARLY_MAXIMUM,
    isLeadEligible: candidate.profession === 'RADIOLOGIST',
  });
}

/** Who has been to audits in these weeks is not called on for others; he may have said so already. */
async function stayAway(client: Client, auditorId: string, weeks: Weeks): Promise<void> {
  const { userErrors } = await client.attempt(AddUnavailabilityDocument, { auditorId, ...weeks });
  const [refusal] = userErrors;
  if (refusal && refusal.code !== 'ALREADY_EXISTS')
    throw new RequestFailed(`AddUnavailability as ${client.email}: ${refusal.message}`);
}

/** The auditor declares where he works and that there is nothing else, and signs. */
async function declare(client: Client): Promise<void> {
  const { declaration, userErrors } = await client.attempt(CreateDeclarationDocument, { interests: [] });
  if (userErrors.length > 0 && userErrors[0]?.code !== 'ALREADY_EXISTS')
    throw new RequestFailed(`CreateDeclaration as ${client.email}: ${userErrors[0]?.message}`);
  const draft = declaration ?? (await ownDraft(client));
  await client.act(SignDeclarationDocument, { declarationId: draft.id, expectedVersion: draft.version });
}

/** A draft that a demonstration which was broken off has left. */
async function ownDraft(client: Client): Promise<{ id: string; version: number }> {
  const { viewer } = await client.query(OwnDraftDocument, {});
  const draft = viewer?.auditor?.declarations.nodes.find(({ state }) => state === 'DRAFT');
  if (!draft) throw new RequestFailed(`${client.email} has neither a declaration nor a draft`);
  return draft;
}
