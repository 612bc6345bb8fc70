/** Something of a service that counts towards a figure. */
export interface OfService {
  auditedServiceId: string;
}

/**
 * Takes what counts in the order in which it came, in lots that each hold at least so many services; what is left at the
 * end makes no lot yet. A lot that is full never changes, so that of two figures one is never the other and a single
 * service more.
 * @param units in an order that never changes: oldest first
 * @param fewest services of a lot
 * @param tied services whose lots are left out whole
 * @returns what the full lots hold
 */
export function inServiceLots<U extends OfService>(
  units: readonly U[],
  fewest: number,
  tied: ReadonlySet<string>,
): U[] {
  const shown: U[] = [];
  let lot: U[] = [];
  let services = new Set<string>();
  for (const unit of units) {
    lot.push(unit);
    services.add(unit.auditedServiceId);
    if (services.size < fewest) continue;
    if (![...services].some((service) => tied.has(service))) shown.push(...lot);
    lot = [];
    services = new Set();
  }
  return shown;
}
