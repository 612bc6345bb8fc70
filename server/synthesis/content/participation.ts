import { REGIONS } from '../../kernel/departments';
import type { Services } from '../disclosure/blocks';
import { mayStandBeside } from '../disclosure/told-beside';
import { isToldCount } from '../disclosure/told-count';
import { suppress, type Place } from '../disclosure/suppress-table';
import { SIZE_BANDS, sizeBandOf } from '../size-bands';
import type { ReportedService } from './campaign-facts';

/** Services that have something in common. */
export interface Counted {
  code: string;
  services: number | null;
}

/** Which services took part; numbers that are kept back are null. */
export interface Participation {
  /** Sectors by region, with totals. */
  sectors: Counted[];
  regions: {
    code: string;
    name: string;
    services: number | null;
    bySector: Counted[];
  }[];
  sizes: Counted[];
  modalities: Counted[];
}

const UNKNOWN = 'UNKNOWN';

/** Totals are read first; of the numbers within, any will do. */
const costOf = ({ row, column }: Place): number => (row === null || column === null ? 3 : 1);

/**
 * Services by sector and region, by size and by modality, without numbers of fewer than `least`, nor what they could be
 * worked out from.
 * @param services at least `least`
 */
export function participationOf(services: readonly ReportedService[], least: number): Participation {
  const isFew = (_: Place, count: number): boolean => count > 0 && count < least;
  const sectors = [...new Set(services.map(({ sector }) => sector ?? UNKNOWN))].sort();
  // All of France: were there only regions with a service, a number that is kept back could not be nought.
  const ofServices = services.map((each) => [each.regionCode, each.regionName] as const);
  const regions = [...new Map([...REGIONS, ...ofServices])].sort(([a], [b]) => (a < b ? -1 : 1));
  const cells = regions.map(([code]) =>
    sectors.map(
      (sector) =>
        services.filter((each) => each.regionCode === code && (each.sector ?? UNKNOWN) === sector).length,
    ),
  );
  const shown = suppress({ cells, least, isSensitive: isFew, cost: costOf });
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const sizes = SIZE_BANDS.map(({ code }) => services.filter((each) => sizeBandOf(each) === code).length);
  // One row, whose total is the number of services; its columns have no totals of their own to be told.
  const shownSizes = suppress({ cells: [sizes], least, isSensitive: isFew, cost: costOf });
  return {
    sectors: sectors.map((sector, column) => ({
      code: sector,
      services: shown.columnTotals[column] ? sum(cells.map((row) => row[column]!)) : null,
    })),
    regions: regions.map(([code, name], row) => ({
      code,
      name,
      services: shown.rowTotals[row] ? sum(cells[row]!) : null,
      bySector: sectors.map((sector, column) => ({
        code: sector,
        services: shown.cells[row]![column] ? cells[row]![column]! : null,
      })),
    })),
    sizes: SIZE_BANDS.map(({ code }, column) => ({
      code,
      services: shownSizes.cells[0]![column] && shownSizes.columnTotals[column] ? sizes[column]! : null,
    })),
    modalities: modalitiesOf(services, least),
  };
}

/** A service has several modalities: where those who have one all have another, the numbers subtract as well. */
function modalitiesOf(services: readonly ReportedService[], least: number): Counted[] {
  const sets = [...new Set(services.flatMap((each) => each.modalities))].sort().map((code) => {
    const having = services.filter(({ modalities }) => modalities.includes(code));
    return { code, set: new Set(having.map(({ serviceId }) => serviceId)) };
  });
  const told: Services[] = [];
  for (const { set } of [...sets].sort((a, b) => b.set.size - a.set.size))
    if (
      isToldCount(set.size, services.length, least, true) &&
      told.every((other) => mayStandBeside(set, other, least))
    )
      told.push(set);
  return sets.map(({ code, set }) => ({ code, services: told.includes(set) ? set.size : null }));
}
