import { SEATED_PROFESSIONS, type InstanceService } from '../matcher/instance';
import { addColumn, addRow } from '../matcher/linear-model';
import { teamValue } from './compare-plans';
import { seatCount } from './facts';
import type { ReopeningModel } from './reopening-model';
import { solveReopening, type Reopened } from './solve-reopening';
import type { Standing } from './standing';

/** Beyond the value of any team. */
const FAR = 1e7;

/**
 * Takes the open seats anew as the campaign values plans: the best sum; or, the worst-off service first, the fewest
 * empty seats, then the most for the smallest team of the whole plan, then the best sum.
 */
export async function solveFairly(written: ReopeningModel): Promise<Reopened> {
  const { reopening, model, missing, choices } = written;
  const { rest, open } = reopening;
  if (rest.facts.instance.fairness === 'SUM') return solveReopening(written);

  const opened = new Set(open.map(({ service }) => service.id));
  const others = rest.facts.instance.services.filter((one) => isRequired(one) && !opened.has(one.id));
  const most = Math.min(FAR, ...others.map(({ id }) => teamValue(rest, id)));
  const worst = addColumn(model, 0, -FAR, most, false);
  for (const one of open.filter(({ service }) => isRequired(service))) {
    const own = choices.filter((choice) => choice.open === one);
    const columns = [...own.map(({ column }) => column), worst];
    addRow(model, -teamValue(rest, one.service.id), Infinity, columns, [
      ...own.map(({ value }) => value),
      -1,
    ]);
  }
  const cost = [...model.cost];
  const seek = async (columns: readonly number[], gain: number): Promise<Reopened> => {
    model.cost.fill(0);
    for (const column of columns) model.cost[column] = gain;
    return solveReopening(written);
  };
  const short = missing.map(({ column }) => column);
  const fullest = await seek(short, -1);
  if (!fullest.after) return fullest;
  addRow(model, -Infinity, emptyIn(written, fullest), short);
  const fairest = await seek([worst], 1);
  if (!fairest.after) return fairest;
  model.lower[worst] = Math.min(
    most,
    ...open
      .filter(({ service }) => isRequired(service))
      .map(({ service }) => teamValue(fairest.after!, service.id)),
  );
  model.cost.forEach((_, column) => (model.cost[column] = cost[column] ?? 0));
  const best = await solveReopening(written);
  const isProved = [fullest, fairest, best].every(({ end }) => end === 'PROVED');
  return best.after && !isProved ? { ...best, end: 'FOUND' } : best;
}

const isRequired = (service: InstanceService): boolean =>
  SEATED_PROFESSIONS.some((seat) => seatCount(service, seat) > 0);

/** Value of the smallest team of services that require seats; null when there are none. */
export function smallestTeam(standing: Standing): number | null {
  const values = standing.facts.instance.services.filter(isRequired).map(({ id }) => teamValue(standing, id));
  return values.length > 0 ? Math.min(...values) : null;
}

/** Open required seats that nobody was chosen for. */
function emptyIn({ missing, reopening }: ReopeningModel, { chosen }: Reopened): number {
  return missing.reduce((sum, { service, seat }) => {
    const taken = chosen.filter((one) => one.open.service.id === service && one.seat === seat).length;
    return sum + seatCount(reopening.rest.facts.services.get(service)!, seat) - taken;
  }, 0);
}
