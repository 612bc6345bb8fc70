import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import type { Viewer } from '../kernel/viewer';
import { tiedServices } from '../measures';

/**
 * Whether a viewer belongs to a service or has a tie with one, in the campaign or not: were it said only of services that take
 * part, it would tell that they do.
 */
export const isTied = (viewer: Pick<Viewer, 'services' | 'walledServices'>): boolean =>
  tiedServices(viewer).length > 0;

/**
 * Keeps whoever has a tie with any service away from the sums of a campaign before they are published.
 * @throws Refusal SYNTHESIS_TIED
 */
export function refuseTied(uow: UnitOfWork): void {
  if (isTied(uow.viewer)) refuse('SYNTHESIS_TIED');
}
