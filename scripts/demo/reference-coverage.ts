import { CoverageDocument } from './generated/operations';
import { tallyOf, type Tally } from './ledger';
import type { Stage } from './stage';

/** What one service covers of the reference texts, as it reads it itself. */
export interface Covered {
  /** Texts of each family that its audit touched, by how strongly they are covered. */
  families: { label: string; texts: Tally }[];
}

/** Reads the coverage of the first service whose audit has come to its report; null when there is none yet. */
export async function readCoverage({ cases, checks, coordinator, ledger }: Stage): Promise<Covered | null> {
  const audit = cases.find(({ id }) => ledger.labelOf('audits', id) === 'CLOSED');
  if (!audit) return null;
  const { service } = audit;
  const asked = { id: service.id };
  const hidden = await coordinator.query(CoverageDocument, asked);
  checks.hold(
    'the coordination does not read what a service covers',
    hidden.auditedService?.referenceCoverage.length === 0,
  );
  const { auditedService } = await service.manager.query(CoverageDocument, asked);
  const families = (auditedService?.referenceCoverage ?? []).map(({ label, clauses }) => ({
    label,
    texts: tallyOf(
      clauses
        .filter(({ strength }) => strength !== 'NOT_ASKED')
        .map(({ strength, isTextRead }) => (isTextRead ? strength : `${strength} (text to be checked)`)),
    ),
  }));
  return {
    families: families.filter(({ texts }) => Object.keys(texts).length > 0),
  };
}
