import { atOnce } from './at-once';
import { glance } from './glance';
import { difference, overdueOn } from './mismatches';
import { named, type Progress } from './progress';
import { countOverdue } from './readback';
import { CENSUS_DAY, concerns, dayOf, STEPS, type Step } from './schedule';
import type { Case, Stage } from './stage';

/** A step of one audit, on the day on which it is due. */
interface Due {
  day: number;
  step: Step;
  audit: Case;
}

/** What was seen on the way. */
export interface Lives {
  /** Actions that were overdue on the day of the census; null when it lies in the future. */
  overdueMidway: number | null;
  /** Where the API said otherwise than what was done. */
  mismatches: string[];
}

/**
 * Plays the lives of all audits, day by day up to a last day; on one day step by step, each step for several audits at
 * the same time.
 * @param lastDay what comes later is left to the future
 */
export async function playLives(stage: Stage, progress: Progress, lastDay: number): Promise<Lives> {
  const due = agendaOf(stage).filter(({ day }) => day <= lastDay);
  const census = Math.min(...stage.cases.map(({ anchor }) => anchor)) + CENSUS_DAY;
  const lives: Lives = { overdueMidway: null, mismatches: [] };
  const days = [...new Set([...due.map(({ day }) => day), ...(census <= lastDay ? [census] : [])])];
  for (const day of days.sort((a, b) => a - b)) {
    await stage.days.moveTo(day);
    for (const step of STEPS) {
      const audits = due
        .filter((entry) => entry.day === day && entry.step === step)
        .map(({ audit }) => audit);
      await playStep(stage, progress, step, audits);
    }
    if (day === census) {
      lives.overdueMidway = await countOverdue(stage);
      lives.mismatches = [
        ...difference('overdue actions midway', overdueOn(stage, day), lives.overdueMidway),
        ...(await glance(stage, 'midway', day)),
      ];
    }
    const isLastOf = (what: string) => due.every((entry) => entry.step.what !== what || entry.day <= day);
    progress.flush(isLastOf);
  }
  return lives;
}

function agendaOf({ cases }: Stage): Due[] {
  return STEPS.flatMap((step) =>
    cases.filter((audit) => concerns(step, audit)).map((audit) => ({ day: dayOf(step, audit), step, audit })),
  );
}

async function playStep(
  stage: Stage,
  progress: Progress,
  step: Step,
  planned: readonly Case[],
): Promise<void> {
  const audits = planned.filter(({ id, isOver }) =>
    step.isAfterClosing ? stage.ledger.labelOf('audits', id) === 'CLOSED' : !isOver,
  );
  if (audits.length === 0) return;
  const start = performance.now();
  await atOnce(
    audits,
    async (audit) => {
      try {
        await step.play(stage, audit);
      } catch (error) {
        throw named(`${step.what}, ${audit.service.name}`, error);
      }
    },
    step.isInTurn ? 1 : undefined,
  );
  progress.add(step.what, audits.length, (performance.now() - start) / 1000);
}
