import type { Ask, ComputedEdge } from '../../database/read-model';
import type { Viewer } from '../../kernel/viewer';
import { cohenKappa, fleissKappa } from '../statistics';
import { agreementFigures, type AgreementFigures } from './agreement-figures';
import { RAW_GRADES } from './raw-grades';

/** How far two auditors who audited together agree; for these two only. */
export interface PairAgreement {
  /** Name of the other one: team mates know each other's. */
  partnerName: string;
  auditCount: number;
  figures: AgreementFigures;
}

/** How far an auditor agrees with those he audited with; for himself only. */
export interface OwnAgreement {
  auditCount: number;
  /** Null below {@link FEWEST_AUDITS}: one or two audits say more on the audits than on him. */
  figures: AgreementFigures | null;
  pairs: PairAgreement[];
}

/** Audits that an auditor's own figure needs. */
export const FEWEST_AUDITS = 3;

interface PairCell {
  partnerId: string;
  partnerName: string;
  auditId: string;
  own: string;
  other: string;
  times: number;
}

const PAIR_CELLS = `
  with raw as (
    select a.id as audit_id, g.criterion_id, g.auditor_id, g.value from ${RAW_GRADES} and a.id = any($2::uuid[])
  )
  select p.auditor_id as "partnerId", h.given_name || ' ' || h.family_name as "partnerName", p.audit_id as "auditId",
    o.value as own, p.value as other, count(*)::int as times
  from raw o join raw p on p.audit_id = o.audit_id and p.criterion_id = o.criterion_id and p.auditor_id <> o.auditor_id
  join auditor m on m.id = p.auditor_id join person h on h.id = m.person_id
  where o.auditor_id = $1
  group by p.auditor_id, h.id, p.audit_id, o.value, p.value
  order by h.family_name, h.given_name, p.auditor_id, p.audit_id, o.value, p.value`;

/**
 * An auditor's agreement with his partners, over the audits of which he is on the team and whose report is out; null for
 * anybody but himself. It tells him nothing that he could not count himself: once both
 * had submitted a section, each read what the other had said; and nothing that his partners said to others. That is why a
 * pair needs no least number of audits. Units are the criteria of each audit; within a pair, kappa is Cohen's.
 */
export const ownAgreementEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (auditors, { viewer, sqlOfActs }) =>
    Promise.all(auditors.map(({ id }) => agreementOf(sqlOfActs, viewer, id))),
};

async function agreementOf(sql: Ask, viewer: Viewer, auditorId: string): Promise<OwnAgreement | null> {
  if (auditorId !== viewer.auditorId) return null;
  const cells = await sql<PairCell>(PAIR_CELLS, [auditorId, [...viewer.assignedAudits]]);
  const alike = (of: readonly PairCell[]) =>
    of.map(({ own, other, times }) => ({ judgements: [own, other], times }));
  const auditCount = auditsIn(cells);
  return {
    auditCount,
    figures: auditCount < FEWEST_AUDITS ? null : agreementFigures(alike(cells), fleissKappa),
    pairs: [...new Set(cells.map(({ partnerId }) => partnerId))].map((partnerId) => {
      const shared = cells.filter((cell) => cell.partnerId === partnerId);
      return {
        partnerName: shared[0]!.partnerName,
        auditCount: auditsIn(shared),
        figures: agreementFigures(alike(shared), cohenKappa),
      };
    }),
  };
}

function auditsIn(cells: readonly PairCell[]): number {
  return new Set(cells.map(({ auditId }) => auditId)).size;
}
