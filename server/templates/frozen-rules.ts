import type { Ask } from '../database/read-model';
import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import type { ConflictPredicate, ConflictStepFile, DeadlineKey, SettingKey } from './rule-shapes';
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

const LABEL = `json_build_object('fr', label_fr, 'en', label_en) as label`;

/**
 * The conflict rules in force, for a campaign to copy: the newest version of each that the platform evaluates.
 * @param codes those that the campaign enables; null for those enabled by default
 * @throws Refusal NOT_FOUND at the place of the first code that no rule has
 */
export async function frozenConflictRules(
  uow: UnitOfWork,
  codes: readonly string[] | null,
): Promise<FrozenConflictRule[]> {
  const rules = await uow.sql<FrozenConflictRule>(
    `select code, number, predicate, ${LABEL}, steps from conflict_rule r
     where is_evaluated and (code = any($1::text[]) or ($1 is null and is_enabled_by_default))
       and number = (select max(n.number) from conflict_rule n where n.code = r.code)
     order by code`,
    [codes],
  );
  const known = new Set(rules.map(({ code }) => code));
  const unknown = (codes ?? []).findIndex((code) => !known.has(code));
  if (unknown >= 0) refuse('NOT_FOUND', ['input', 'conflictRuleCodes', String(unknown)]);
  return rules;
}

/** The newest set of delays, for a campaign to copy. */
export function frozenDeadlines(uow: UnitOfWork): Promise<FrozenDeadline[]> {
  return uow.sql<FrozenDeadline>(
    `select code, days, months, ${LABEL} from deadline_rule
     where number = (select max(number) from deadline_rule) order by code`,
  );
}

/**
 * A setting in force: that of the newest version of the delays and settings.
 * @throws Error when it was never loaded: a defect, since a file without it is refused
 */
export async function settingInForce(sql: Ask, code: SettingKey): Promise<number> {
  const [row] = await sql<{ value: number }>(
    'select value from rule_setting where code = $1 order by number desc limit 1',
    [code],
  );
  if (!row) throw new Error(`no setting ${code}`);
  return row.value;
}
