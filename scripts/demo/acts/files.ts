import type { DownloadFileMutation, FileQuery } from '../generated/operations';
import {
  AddFileDocument,
  DownloadFileDocument,
  FileDocument,
  ReleaseFileDocument,
} from '../generated/operations';
import { RequestFailed, type Client } from '../client';
import { leadOf, type Case, type Stage } from '../stage';
import { announcement, fetchOnce, send, sendBrokenOff, sha256, type OwnFile } from '../transfer';
import { until } from '../until';
import { longText, protocolPdf, textWithBirthDate, textWithNir } from './files-made-up';

type FileRead = Extract<FileQuery['node'], { __typename: 'Evidence' }>;

/** Places of the audits whose service has to do with a file that does not simply go through. */
const BROKEN_OFF = 0;
const WITH_NIR = 1;
const DOUBTFUL = 2;

/** Every scan is a process of its own: not every audit has to show the same again. */
const FILE_EVERY = 3;

/** Services hand in the protocols that they work by, the first three and then every third; the first have more to tell. */
export async function handIn(stage: Stage, audit: Case): Promise<void> {
  if (audit.index > DOUBTFUL && audit.index % FILE_EVERY !== 0) return;
  audit.fileId = await handOver(stage, audit, await protocolPdf(audit.service.name));
  if (audit.index === BROKEN_OFF) await handOverBrokenOff(stage, audit);
  if (audit.index === WITH_NIR) await handOverNir(stage, audit);
  if (audit.index === DOUBTFUL) await handOverDoubtful(stage, audit);
}

/** The lead of each team fetches the protocols of its service; what arrives is what the platform says of it. */
export async function look(stage: Stage, audit: Case): Promise<void> {
  if (audit.fileId === '') return;
  const { client } = leadOf(audit).auditor;
  const { download } = await client.act(DownloadFileDocument, { evidenceId: audit.fileId });
  const bytes = await fetchOnce(stage.server, download);
  const { file } = await read(client, audit.fileId);
  stage.checks.hold(
    'an auditor fetches the file whose hash the platform names',
    bytes !== null && file?.sha256 === sha256(bytes),
  );
  if (audit.index !== BROKEN_OFF) return;
  stage.checks.hold('an address gives its file once', (await fetchOnce(stage.server, download)) === null);
  stage.files['fetched'] = `${String(bytes?.length ?? 0)} bytes by a team, from an address good for once`;
}

async function handOver(stage: Stage, audit: Case, file: OwnFile): Promise<string> {
  const { id, ticket } = await announce(stage, audit, file);
  await send(stage.server, ticket, file);
  return scanned(stage, audit, id, 'CLEAN');
}

async function handOverBrokenOff(stage: Stage, audit: Case): Promise<void> {
  const file = longText(audit.service.name);
  const { id, ticket } = await announce(stage, audit, file);
  const arrived = await sendBrokenOff(stage.server, ticket, file);
  await scanned(stage, audit, id, 'CLEAN');
  stage.files['broken off'] = `at byte ${arrived} of ${file.bytes.length}; only the rest was sent again`;
}

/** A number of a patient is left in the file: nobody reads it, and the service is told where it stands. */
async function handOverNir(stage: Stage, audit: Case): Promise<void> {
  const file = textWithNir(audit.service.name);
  const { id, ticket } = await announce(stage, audit, file);
  await send(stage.server, ticket, file);
  await scanned(stage, audit, id, 'REJECTED');
  const { scan } = await read(audit.service.manager, id);
  const [reason] = scan?.reasons ?? [];
  stage.files['refused'] =
    `${reason?.code ?? ''}, ${reason?.places.join(', ') ?? ''}: ${reason?.message ?? ''}`;
}

/** A date of birth may be a patient's: the manager looks, and answers for it. Until then the team cannot read it. */
async function handOverDoubtful(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  const file = textWithBirthDate(audit.service.name);
  const { id, ticket } = await announce(stage, audit, file);
  await send(stage.server, ticket, file);
  const { version, scan } = await ended(manager, id);
  const early: DownloadFileMutation['evidenceDownload'] = await leadOf(audit).auditor.client.attempt(
    DownloadFileDocument,
    { evidenceId: id },
  );
  const [refusal] = early.userErrors;
  stage.checks.hold(
    'a team does not fetch a doubtful file',
    early.download === null && refusal?.code === 'EVIDENCE_NOT_CLEAN',
  );
  const reason = 'Cas d’école inventé pour la formation : aucune personne réelle n’y est décrite.';
  await manager.act(ReleaseFileDocument, { evidenceId: id, expectedVersion: version, reason });
  stage.ledger.note('evidence', id, 'FILE CLEAN');
  stage.files['released'] =
    `${scan?.reasons.map(({ code }) => code).join(', ') ?? ''}, looked at by its manager`;
}

async function announce({ ledger }: Stage, audit: Case, file: OwnFile) {
  const { evidence, uploadTicket } = await audit.service.manager.act(AddFileDocument, {
    auditId: audit.id,
    kind: 'FILE',
    title: file.fileName,
    file: announcement(file),
  });
  ledger.note('evidence', evidence.id, 'FILE UPLOADING');
  return { id: evidence.id, ticket: uploadTicket };
}

/** Waits until a file was looked into. @returns its id */
async function scanned(
  { ledger }: Stage,
  audit: Case,
  id: string,
  expected: 'CLEAN' | 'REJECTED',
): Promise<string> {
  const { state, scan } = await ended(audit.service.manager, id);
  if (state !== expected)
    throw new RequestFailed(`a file is ${state}: ${scan?.reasons.map(({ code }) => code).join(', ') ?? ''}`);
  ledger.note('evidence', id, `FILE ${state}`);
  return id;
}

function ended(client: Client, id: string): Promise<FileRead> {
  return until(
    'the scan of a file',
    () => read(client, id),
    ({ scan }) => scan !== null && scan?.outcome !== 'WAITING',
  );
}

async function read(client: Client, id: string): Promise<FileRead> {
  const { node } = await client.query(FileDocument, { id });
  if (node?.__typename !== 'Evidence') throw new RequestFailed(`${client.email} does not see the file`);
  return node;
}
