import type { CalendarDate } from '../../../kernel/working-days';
import type { Rendering } from '../shown-report';
import { counted } from '../typography';
import { actionDueOn, numbersOf, standingFindings } from './naming';

/** Something expected on a day. */
export interface NextStep {
  on: CalendarDate;
  what: string;
}

/**
 * What is expected and when, earliest first: the days of the plan once there is one, else the last days for actions that
 * findings call for. What falls on one day is said together.
 */
export function nextSteps(rendering: Rendering): NextStep[] {
  const { plan, language } = rendering;
  const isFrench = language === 'fr';
  const actions = plan?.actions ?? [];
  const dated = plan
    ? [
        ...group(actions, ({ dueOn }) => dueOn).map(([on, { length }]) => ({
          on,
          what: isFrench
            ? `${counted(length, 'fr', 'action', 'actions')} du plan à terminer`
            : `${counted(length, 'en', 'action', 'actions')} of the plan to be finished`,
        })),
        ...group(actions, ({ effectivenessDueOn }) => effectivenessDueOn).map(([on, { length }]) => ({
          on,
          what: isFrench
            ? `efficacité à vérifier pour ${counted(length, 'fr', 'action', 'actions')}`
            : `effectiveness to be verified for ${counted(length, 'en', 'action', 'actions')}`,
        })),
      ]
    : group(standingFindings(rendering), (finding) => actionDueOn(finding, rendering)).map(
        ([on, findings]) => ({
          on,
          what: isFrench
            ? `${counted(findings.length, 'fr', 'action corrective attendue', 'actions correctives attendues')} (${findings.length > 1 ? 'constats' : 'constat'} ${numbersOf(findings, 'fr')})`
            : `${counted(findings.length, 'en', 'corrective action expected', 'corrective actions expected')} (${findings.length > 1 ? 'findings' : 'finding'} ${numbersOf(findings, 'en')})`,
        }),
      );
  return dated.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function group<Item>(
  items: readonly Item[],
  dayOf: (item: Item) => CalendarDate | null | undefined,
): [CalendarDate, Item[]][] {
  const days = new Map<CalendarDate, Item[]>();
  for (const item of items) {
    const on = dayOf(item);
    if (on) days.set(on, [...(days.get(on) ?? []), item]);
  }
  return [...days];
}
