import type { UnitOfWork } from '../database/unit-of-work';
import type { ConflictPredicate, ConflictStepFile, DeadlineKey } from './rule-shapes';
import type { LocalisedText } from './template-shapes';

/** A conflict rule as a campaign keeps it. */
export interface FrozenConflictRule {
  code: string;
  number: number;
  predicate: ConflictPredicate;
  label: LocalisedText;
  steps: ConflictStepFile[];
}

/** A delay as a campaign keeps it: calendar days or months, the other being null. */
export interface FrozenDeadline {
  code: DeadlineKey;
  days: number | null;
  months: number | null;
  label: LocalisedText;
}

/**
 * The rules and delays in force, for a campaign to copy: the newest version of each conflict rule, if the platform
 * evaluates it and it is enabled by default, and the newest set of delays.
 */
export async function frozenRules(
  uow: UnitOfWork,
): Promise<{ conflictRules: FrozenConflictRule[]; deadlines: FrozenDeadline[] }> {
  const label = `json_build_object('fr', label_fr, 'en', label_en) as label`;
  const conflictRules = await uow.sql<FrozenConflictRule>(
    `select code, number, predicate, ${label}, steps from conflict_rule r
     where is_evaluated and is_enabled_by_default
       and number = (select max(n.number) from conflict_rule n where n.code = r.code)
     order by code`,
  );
  const deadlines = await uow.sql<FrozenDeadline>(
    `select code, days, months, ${label} from deadline_rule
     where number = (select max(number) from deadline_rule) order by code`,
  );
  return { conflictRules, deadlines };
}
