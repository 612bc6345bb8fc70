import { DosesDocument } from './generated/operations';
import type { Stage } from './stage';

/** The doses of one examination of a service. */
export interface MeasuredDose {
  exam: string;
  n: number;
  unit: string;
  median: number;
  interval: { low: number; high: number } | null;
  position: string;
  level: { nrd: number; vgd: number | null } | null;
}

/** What one service reads of its doses. */
export interface MeasuredDoses {
  exams: MeasuredDose[];
}

/** Reads the doses of the first service that imported some; null when none has. */
export async function readDoses({ cases, checks, coordinator }: Stage): Promise<MeasuredDoses | null> {
  const audit = cases.find(({ hasDoses }) => hasDoses);
  if (!audit) return null;
  const asked = { auditId: audit.id };
  const hidden = await coordinator.query(DosesDocument, asked);
  checks.hold(
    'the coordination reads no dose of a service',
    hidden.audit?.doseImports.totalCount === 0 && (hidden.audit.doseStatistics?.exams.length ?? 0) === 0,
  );
  const { audit: own } = await audit.service.manager.query(DosesDocument, asked);
  const exams = (own?.doseStatistics?.exams ?? []).flatMap(({ examCode, populations }) =>
    populations.flatMap(({ quantities }) =>
      quantities.map(({ n, unit, median, medianInterval, position, level }): MeasuredDose => ({
        exam: examCode,
        n,
        unit,
        median,
        interval: medianInterval ?? null,
        position,
        level: level ? { nrd: level.nrd, vgd: level.vgd ?? null } : null,
      })),
    ),
  );
  return { exams };
}
