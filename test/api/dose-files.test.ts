import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { mapProtocol, prepareDoses, readImport, readStatistics } from '../support/dose-factories';
import { makeGradableAudit, type GradableAudit } from '../support/grades-factories';
import { announce, send } from '../support/upload-factories';

let api: TestApi;
let audit: GradableAudit;
beforeAll(async () => {
  api = await openApi();
  audit = await makeGradableAudit(api, { state: 'SELF_ASSESSMENT' });
});
afterAll(() => api.close());

/** Sends a file of doses as its service would, and follows its import to its end. */
async function sendDoses(client: ApiClient, text: string): Promise<Json> {
  const bytes = Buffer.from(text);
  const file = announce(bytes, { fileName: 'doses.csv', mediaType: 'text/csv' });
  const { doseImport, uploadTicket } = await prepareDoses(client, audit.auditId, { file });
  expect((await send(api.url, uploadTicket, bytes)).status).toBeLessThan(300);
  for (;;) {
    const read = await readImport(client, doseImport.id);
    if (!['AWAITING_FILE', 'RUNNING'].includes(String(read.state))) return read;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const HEADER =
  "modalité;numéro d'examen;numéro d'acquisition;protocole;âge;poids;IDSV (mGy);PDL (mGy.cm);fantôme (cm)";

test('a CSV that a service sends becomes records and medians, and is thrown away', async () => {
  await mapProtocol(audit.manager, audit.serviceId, 'CT', 'Crâne', 'CT-ENC');
  const lines = Array.from(
    { length: 31 },
    (_, index) => `scanner;E${index};1.2.250.1.${index};CRANE;60;70;${40 + index},5;${800 + index};16`,
  );
  const read = await sendDoses(
    audit.contributor,
    [HEADER, ...lines, lines[3], 'scanner;E99;;CRANE;;;;;'].join('\n'),
  );
  expect(read).toMatchObject({ state: 'DONE', keptCount: 31, message: null });
  expect(read.duplicateCount + read.excludedCount).toBe(2);
  const { exams } = await readStatistics(audit.lead, audit.auditId);
  expect(exams).toMatchObject([
    {
      examCode: 'CT-ENC',
      position: 'NO_LEVEL',
      populations: [
        {
          quantities: [
            { quantity: 'IDSV', n: 31, median: 55.5 },
            { quantity: 'PDL', n: 31, median: 815 },
          ],
        },
      ],
    },
  ]);
  const [upload] = await api.sql<{ state: string; blob_id: string | null }>(
    `select state, blob_id from upload where purpose = 'DOSE_IMPORT'`,
  );
  expect(upload).toEqual({ state: 'HANDLED', blob_id: null });
});

test('a file that is something else leaves its reason and no record', async () => {
  const read = await sendDoses(audit.manager, 'ceci n’est pas un tableau de doses\n');
  expect(read).toMatchObject({ state: 'DONE', readCount: 1, keptCount: 0, refusedCount: 1 });
  expect(read.records.totalCount).toBe(0);
  expect(read.refusals.nodes[0].message.length).toBeGreaterThan(20);
});
