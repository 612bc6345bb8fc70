import { verifyDocument, type Held } from '../../../server/reports';
import { parseVerifierKey } from '../../../server/trail/signed-note';
import {
  DownloadReportDocument,
  IssueAttestationDocument,
  NodeTypeDocument,
  ReportDocumentsDocument,
  type DownloadReportMutationVariables,
  type ReportDocumentsQuery,
} from '../generated/operations';
import { RequestFailed, type Client } from '../client';
import { pagesOfPdf } from '../pdf-text';
import type { Case, Stage } from '../stage';
import { fetchOnce, sha256 } from '../transfer';

/**
 * The service has it attested that its audit took place. Whoever then holds the attestation, the report and its plan verifies
 * them by himself, and finds out when one byte of them is another.
 */
export async function attest(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  const { attestation } = await manager.act(IssueAttestationDocument, { auditId: audit.id });
  const hidden = await stage.observer.query(NodeTypeDocument, { id: attestation.id });
  stage.checks.hold(
    'an observer gets an attestation from the service, never from here',
    hidden.node === null,
  );
  holds(stage, 'an attestation', attestation.note, { keys: await publishedKeys(stage) });
  const { report, plan } = await documentsOf(manager, audit);
  checkAttestation(stage, attestation.note, report);
  holds(stage, 'a report with its plan', report.content ?? '', {
    sha256: report.sha256,
    plan: { file: bytes(plan.content), sha256: plan.sha256 },
  });
  await compareVariants(stage, audit, report);
  await download(stage, manager, report);
}

type Report = NonNullable<ReportDocumentsQuery['audit']>['reports']['nodes'][number];

/** The coordination reads its variant of the report, which the service can check against the whole, and not the content. */
async function compareVariants(stage: Stage, audit: Case, whole: Report): Promise<void> {
  const { report } = await documentsOf(stage.coordinator, audit);
  checkPublic(stage, whole, report.variants);
  const audiences = report.variants.map(({ audience }) => audience).join();
  const reads = report.content === null && audiences === 'G4,PUBLIC';
  stage.checks.hold('the coordination reads its variant of a report, and not the whole', reads);
  for (const { audience, content, sha256 } of report.variants)
    holds(stage, `the variant ${audience}`, content, { sha256, report: bytes(whole.content ?? '') });
}

/** What an attestation may say, and nothing beside it: who was audited, on what and when. */
const ATTESTED = 'attestedOn,auditedService,platform,reportIssuedOn,schema,template,visitOn';

/** Looks that an attestation tells nothing of what was found. */
function checkAttestation({ checks }: Stage, note: string, { content, sha256: hash }: Report): void {
  const [, json = '{}'] = note.split('\n');
  const { criteria, statements } = bodyOf(content ?? '{}');
  const results = [...criteria, ...statements.map(({ statement }) => statement), hash];
  const says = Object.keys(JSON.parse(json) as object).sort();
  checks.hold(
    'an attestation holds no result',
    says.join() === ATTESTED && results.length > 1 && results.every((result) => !note.includes(result)),
  );
}

interface StatedInReport {
  kind: string;
  statement: string;
}

/** What a report states, and the codes of its criteria. */
function bodyOf(content: string): { criteria: string[]; statements: StatedInReport[] } {
  const { body } = JSON.parse(content) as {
    body?: { criteria?: { code: string }[]; findings?: StatedInReport[] };
  };
  return { criteria: (body?.criteria ?? []).map(({ code }) => code), statements: body?.findings ?? [] };
}

const WEAK = new Set(['NON_CONFORMITY', 'RECOMMENDATION']);

/** Looks that what all may read of a report names no weak point, be it by its words or by its criterion. */
function checkPublic({ checks }: Stage, whole: Report, variants: Report['variants']): void {
  const shown = variants.find(({ audience }) => audience === 'PUBLIC')?.content ?? '';
  const { criteria, statements } = bodyOf(whole.content ?? '{}');
  const weak = statements.filter(({ kind }) => WEAK.has(kind)).map(({ statement }) => statement);
  checks.hold(
    'the public variant of a report names no weak point',
    shown !== '' && weak.length > 0 && [...weak, ...criteria].every((text) => !shown.includes(text)),
  );
}

/** The service downloads its report: the JSON is what the hash was taken of, and PDF and HTML carry that hash. */
async function download(stage: Stage, manager: Client, report: Report): Promise<void> {
  const { server, checks } = stage;
  const fetched = async (format: DownloadReportMutationVariables['input']['format']): Promise<Buffer> => {
    const wanted = { reportId: report.id, audience: 'SERVICE', format, language: 'fr' } as const;
    const { download: ticket } = await manager.act(DownloadReportDocument, wanted);
    return (await fetchOnce(server, ticket)) ?? Buffer.alloc(0);
  };
  const json = await fetched('JSON');
  const held = { sha256: report.sha256 };
  checks.hold('a downloaded report has the hash that is shown', sha256(json) === report.sha256);
  checks.hold('a downloaded report is verified offline', isGenuine(json, held));
  checks.hold(
    'no byte of it can be changed unnoticed',
    changedCopies(json).every((file) => !isGenuine(file, held)),
  );
  const pages = await pagesOfPdf(await fetched('PDF'));
  const html = (await fetched('HTML')).toString('utf8');
  checks.hold(
    'a report is downloaded as a PDF with pages',
    pages.length > 1 && pages.every((page) => page !== ''),
  );
  checks.hold(
    'PDF and HTML of a report carry the hash of its JSON',
    [pages.join(''), html].every((text) => text.replace(/\s/g, '').includes(report.sha256)),
  );
}

/** How many bytes are changed, each in a copy of its own, from the first to the last. */
const CHANGES = 40;

function changedCopies(file: Buffer): Buffer[] {
  return Array.from({ length: CHANGES }, (_, index) => {
    const copy = Buffer.from(file);
    const place = Math.round((index * (file.length - 1)) / (CHANGES - 1));
    copy[place] = (copy[place] ?? 0) ^ 1;
    return copy;
  });
}

async function documentsOf(client: Client, { id, service }: Case) {
  const { audit } = await client.query(ReportDocumentsDocument, { auditId: id });
  const [report] = audit?.reports.nodes ?? [];
  if (!report || !audit?.planDocument) throw new RequestFailed(`${service.name} has no report or no plan`);
  return { report, plan: audit.planDocument };
}

/** Verifies a document as it is, and with one letter changed. */
function holds({ checks }: Stage, what: string, text: string, held: Held): void {
  const middle = Math.floor(text.length / 2);
  const changed = `${text.slice(0, middle)}${text[middle] === 'x' ? 'y' : 'x'}${text.slice(middle + 1)}`;
  checks.hold(`${what} is verified offline`, isGenuine(bytes(text), held));
  checks.hold(`${what} with one letter changed is not`, !isGenuine(bytes(changed), held));
}

function isGenuine(file: Uint8Array, held: Held): boolean {
  return verifyDocument(file, held).every(({ isRight }) => isRight);
}

async function publishedKeys({ server }: Stage) {
  const answer = await fetch(new URL('/.well-known/trail-keys.json', server.baseUrl));
  const { keys } = (await answer.json()) as { keys: { verifierKey: string }[] };
  return keys.map(({ verifierKey }) => parseVerifierKey(verifierKey));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
