import { MeasuresDocument } from './generated/operations';
import { readRecords, type RecordsRead } from './acts/records';
import { gradesOf } from './acts/visit';
import type { Stage } from './stage';

type Result = RecordsRead['results'][number];

/** What one service reads of the records that two auditors judged. */
export interface JudgedRecords {
  drawn: number;
  listed: number;
  seed: string;
  criterion: string;
  rate: Result['rate'];
  shortfall: Result['shortfall'];
  target: Result['target'] | null;
  decision: string | null;
  ac1: Result['ac1'];
  /** What the measure proposed, and what the team gave. */
  proposed: string | null;
  graded: string | null;
}

/** The criterion on justification of the demonstration's template. */
const JUSTIFIED = 'T1-C1';

/** Reads the records of the first service whose audit is closed, as it reads them itself; null when there is none yet. */
export async function readJudged({ cases, ledger }: Stage): Promise<JudgedRecords | null> {
  const audit = cases.find(({ id, sample }) => sample !== null && ledger.labelOf('audits', id) === 'CLOSED');
  if (!audit?.sample) return null;
  const { manager } = audit.service;
  const { results, size, populationSize, seed } = await readRecords(manager, audit.sample.id);
  const result = results.find(({ criterion }) => criterion?.code === JUSTIFIED);
  if (!result?.criterion) return null;
  const { id } = result.criterion;
  const read = await manager.query(MeasuresDocument, { auditId: audit.id, stage: 'CONSENSUS' });
  const measure = read.audit?.measures.find(({ criterion }) => criterion?.id === id);
  const grade = (await gradesOf(manager, audit, ['CONSENSUS'])).find(({ criterion }) => criterion?.id === id);
  return {
    drawn: size ?? 0,
    listed: populationSize,
    seed: seed ?? '',
    criterion: JUSTIFIED,
    rate: result.rate,
    shortfall: result.shortfall,
    target: result.target ?? null,
    decision: result.decision ?? null,
    ac1: result.ac1,
    proposed: measure?.proposedValue ?? null,
    graded: grade?.value ?? null,
  };
}
