import type { ComputedEdge, ReadModel } from '../../database/read-model';
import { readModel } from '../../database/read-model';
import type { Locale } from '../../kernel/messages';
import type { Viewer } from '../../kernel/viewer';
import type { CalendarDate } from '../../kernel/working-days';
import {
  countedAudits,
  coverageDay,
  coverageRows,
  type CountedAudit,
  type CoverageRow,
} from './coverage-rows';
import {
  clauseStrength,
  criterionStrength,
  LEVELS_READ,
  type ClauseStrength,
  type CriterionStrength,
} from './coverage-strength';

/** How far one family of reference texts is covered. */
export interface FamilyCoverage {
  code: string;
  label: string;
  clauses: ClauseCoverage[];
}

/** How far one clause is covered, and what would cover the rest. */
export interface ClauseCoverage extends ClauseStrength {
  referenceTextId: string;
  code: string;
  title: string;
  locator: string;
  verificationLevel: string;
  verificationLabel: string;
  isTextRead: boolean;
  criteria: CriterionCoverage[];
  missingEvidence: MissingEvidence[];
}

/** How far one criterion of a clause is covered. */
export interface CriterionCoverage extends CriterionStrength {
  criterionId: string;
  code: string;
}

/** A kind of evidence that criteria without a grade ask for, and for how many of them. */
export interface MissingEvidence {
  code: string;
  type: string;
  label: string;
  criteriaCount: number;
}

/**
 * `AuditedService.referenceCoverage(on)`: what the service's accepted evidence and grades already cover of every reference
 * text. It is for the service itself and for the team that audits it, each as far as it may see grades and evidence;
 * nobody else gets anything, since it would rank services. Two statements, however many services and criteria.
 */
export const referenceCoverageEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(services, { viewer, sql, now }, args) {
    const ids = services.map(({ id }) => id);
    const audits = await countedAudits(sql, viewer, ids);
    const own = ids.filter((id) => mayKnow(viewer, id, audits));
    const on = coverageDay(now, args['on'] as CalendarDate | null | undefined);
    const counted = audits.filter(({ serviceId }) => own.includes(serviceId));
    const rows = await coverageRows(sql, viewer, { serviceIds: own, audits: counted, on });
    return ids.map((id) =>
      familiesOf(
        rows.filter(({ serviceId }) => serviceId === id),
        viewer.locale,
      ),
    );
  },
};

function mayKnow(viewer: Viewer, serviceId: string, audits: readonly CountedAudit[]): boolean {
  if (viewer.services.has(serviceId)) return true;
  return audits.some((audit) => audit.serviceId === serviceId && viewer.assignedAudits.has(audit.id));
}

/** Folds the rows of one service, in their order. */
function familiesOf(rows: readonly CoverageRow[], locale: Locale): FamilyCoverage[] {
  return groups(rows, ({ familyCode }) => familyCode).map((family) => ({
    code: family[0].familyCode,
    label: family[0].familyLabel[locale],
    clauses: groups(family, ({ textId }) => textId).map((clause) => clauseOf(clause, locale)),
  }));
}

function clauseOf(rows: NonEmpty<CoverageRow>, locale: Locale): ClauseCoverage {
  const [text] = rows;
  const asked = rows.flatMap((row) => {
    const { criterionId, criterionCode } = row;
    if (criterionId === null || criterionCode === null) return [];
    return [{ criterionId, code: criterionCode, ...criterionStrength(factsOf(row)), needs: row.needs ?? [] }];
  });
  return {
    referenceTextId: text.textId,
    code: text.code,
    title: text.title[locale],
    locator: text.locator[locale],
    verificationLevel: text.verificationLevel,
    verificationLabel: text.verificationLabel[locale],
    isTextRead: LEVELS_READ.includes(text.verificationLevel),
    ...clauseStrength(asked),
    criteria: asked.map(({ criterionId, code, strength, basis, until }) => ({
      criterionId,
      code,
      strength,
      basis,
      until,
    })),
    missingEvidence: missingOf(
      asked.filter(({ strength, basis }) => strength !== 'COVERED' && basis !== 'CONSENSUS'),
      locale,
    ),
  };
}

/** Families of one service with how far each of their clauses is covered, in their order. */
export function clausesOf(rows: readonly CoverageRow[]) {
  return groups(rows, ({ familyCode }) => familyCode).map((family) => ({
    code: family[0].familyCode,
    label: family[0].familyLabel,
    clauses: groups(family, ({ textId }) => textId).map((clause) =>
      clauseStrength(
        clause.flatMap((row) => (row.criterionId === null ? [] : [criterionStrength(factsOf(row))])),
      ),
    ),
  }));
}

function factsOf(row: CoverageRow) {
  const graded = (value: CoverageRow['self'], until: CalendarDate | null) =>
    value && until ? { value, until } : null;
  return {
    consensus: graded(row.consensus, row.consensusUntil),
    evidenceUntil: row.evidenceUntil,
    self: graded(row.self, row.selfUntil),
  };
}

/** Kinds of evidence that would cover criteria on which no team has spoken, the most useful first. */
function missingOf(
  criteria: readonly { needs: NonNullable<CoverageRow['needs']> }[],
  locale: Locale,
): MissingEvidence[] {
  const kinds = groups(
    criteria.flatMap(({ needs }) => needs),
    ({ code }) => code,
  );
  return kinds
    .map((needs) => ({
      code: needs[0].code,
      type: needs[0].type,
      label: needs[0].label[locale],
      criteriaCount: needs.length,
    }))
    .sort((a, b) => b.criteriaCount - a.criteriaCount || (a.code < b.code ? -1 : 1));
}

type NonEmpty<T> = readonly [T, ...T[]];

/** Items with the same key together, in the order of their first. */
function groups<T>(items: readonly T[], keyOf: (item: T) => string): NonEmpty<T>[] {
  const byKey = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = byKey.get(keyOf(item));
    if (group) group.push(item);
    else byKey.set(keyOf(item), [item]);
  }
  return [...byKey.values()];
}

/** Made by `referenceCoverage`, never read by themselves: what they lead to are edges like any other. */
export const coverageReads: readonly ReadModel[] = [
  readModel({
    type: 'ClauseCoverage',
    table: 'reference_text',
    columns: { referenceTextId: 't.id' },
    edges: { referenceText: { kind: 'one', to: 'ReferenceText', key: 'referenceTextId' } },
  }),
  readModel({
    type: 'CriterionCoverage',
    table: 'criterion',
    columns: { criterionId: 't.id' },
    edges: { criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' } },
  }),
];
