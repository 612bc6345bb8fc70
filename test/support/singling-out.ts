/** Services as a set of their ids. */
type Services = ReadonlySet<string>;

/** Rank of rows of numbers, by elimination. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    for (let at = rank + 1; at < left.length; at += 1) {
      const factor = left[at]![column]! / left[rank]![column]!;
      left[at] = left[at]!.map((value, place) => value - factor * left[rank]![place]!);
    }
    rank += 1;
  }
  return rank;
}

/**
 * Whether sums over groups can be added and subtracted, in any multiples, until something is left that is made of `few` and of
 * what is known anyway: the groups without those columns have a lower rank than without the known ones.
 */
export function isolates(
  groups: readonly Services[],
  all: readonly string[],
  few: Services,
  own: Services,
): boolean {
  const rows = (without: (service: string) => boolean): number[][] =>
    groups.map((group) =>
      all.filter((service) => !without(service)).map((service) => Number(group.has(service))),
    );
  return rankOf(rows((s) => own.has(s) || few.has(s))) < rankOf(rows((s) => own.has(s)));
}

/** All sets of one to `most` of some services. */
export function* fewOf(
  services: readonly string[],
  most: number,
  from = 0,
  taken: string[] = [],
): Generator<Services> {
  if (taken.length > 0) yield new Set(taken);
  if (taken.length === most) return;
  for (let at = from; at < services.length; at += 1)
    yield* fewOf(services, most, at + 1, [...taken, services[at]!]);
}
