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
  const audiences = report.variants.map(({ audience }) => audience).join();
  const reads = report.content === null && audiences === 'G4,PUBLIC';
  stage.checks.hold('the coordination reads its variant of a report, and not the whole', reads);
  for (const { audience, content, sha256 } of report.variants)
    holds(stage, `the variant ${audience}`, content, { sha256, report: bytes(whole.content ?? '') });
}

/** The service downloads its report: the JSON is what the hash was taken of, the PDF has pages. */
async function download({ server, checks }: Stage, manager: Client, report: Report): Promise<void> {
  const fetched = async (format: DownloadReportMutationVariables['input']['format']): Promise<Buffer> => {
    const wanted = { reportId: report.id, audience: 'SERVICE', format, language: 'fr' } as const;
    const { download: ticket } = await manager.act(DownloadReportDocument, wanted);
    return (await fetchOnce(server, ticket)) ?? Buffer.alloc(0);
  };
  const json = await fetched('JSON');
  checks.hold('a downloaded report has the hash that is shown', sha256(json) === report.sha256);
  checks.hold('a report is downloaded as a PDF with pages', pagesOf(await fetched('PDF')) > 0);
}

/** How many pages a PDF has; none if it is no PDF. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  return text.startsWith('%PDF') ? (text.match(/\/Type\s*\/Page\b/g) ?? []).length : 0;
}

async function documentsOf(client: Client, { id, service }: Case) {
  const { audit } = await client.query(ReportDocumentsDocument, { auditId: id });
  const [report] = audit?.reports.nodes ?? [];
  if (!report || !audit?.planDocument) throw new RequestFailed(`${service.name} has no report or no plan`);
  return { report, plan: audit.planDocument };
}

/** Verifies a document as it is, and with one letter changed. */
function holds({ checks }: Stage, what: string, text: string, held: Held): void {
  const isGenuine = (file: string) => verifyDocument(bytes(file), held).every(({ isRight }) => isRight);
  const middle = Math.floor(text.length / 2);
  const changed = `${text.slice(0, middle)}${text[middle] === 'x' ? 'y' : 'x'}${text.slice(middle + 1)}`;
  checks.hold(`${what} is verified offline`, isGenuine(text));
  checks.hold(`${what} with one letter changed is not`, !isGenuine(changed));
}

async function publishedKeys({ server }: Stage) {
  const answer = await fetch(new URL('/.well-known/trail-keys.json', server.baseUrl));
  const { keys } = (await answer.json()) as { keys: { verifierKey: string }[] };
  return keys.map(({ verifierKey }) => parseVerifierKey(verifierKey));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
