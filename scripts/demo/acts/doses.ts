import { DoseImportDocument, MapProtocolDocument, PrepareDosesDocument } from '../generated/operations';
import { chanceFrom } from '../chance';
import { RequestFailed } from '../client';
import type { Case, Stage } from '../stage';
import { announcement, send } from '../transfer';
import { until } from '../until';
import { doseTable, EXAM_OF_PROTOCOL } from './doses-made-up';

const ENDED = new Set(['DONE', 'FAILED', 'TIMED_OUT', 'CANCELLED']);

/** The service imports the doses of its examinations, and says what its protocol names stand for. */
export async function importDoses(stage: Stage, audit: Case): Promise<void> {
  const { service } = audit;
  const chance = chanceFrom(service.number * 1000 + 1);
  const file = doseTable(chance, {
    studies: stage.campaign.code,
    dayOf: (before) => stage.days.dateOf(audit.anchor - 60 - before),
  });
  const { doseImport, uploadTicket } = await service.manager.act(PrepareDosesDocument, {
    auditId: audit.id,
    file: announcement(file),
  });
  await send(stage.server, uploadTicket, file);
  const done = await until(
    'an import of doses',
    async () => (await service.manager.query(DoseImportDocument, { id: doseImport.id })).doseImport,
    (found) => ENDED.has(found?.state ?? 'FAILED'),
  );
  if (done?.state !== 'DONE')
    throw new RequestFailed(`the import of doses: ${done?.state ?? 'lost'} ${done?.message ?? ''}`);
  audit.hasDoses = true;
  for (const { modality, protocol } of done.unmappedProtocols) {
    await service.manager.act(MapProtocolDocument, {
      auditedServiceId: service.id,
      modality,
      protocol,
      examCode: EXAM_OF_PROTOCOL.get(protocol) ?? null,
      expectedVersion: 0,
    });
  }
}
