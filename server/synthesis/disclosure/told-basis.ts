/**
 * On how many services a figure rests, as far as it may be told beside the number of all: two such numbers never subtract to a
 * few services that lack one figure and have another.
 * @param services that have the figure
 * @param of all that could have it
 * @returns whole steps of `least`, at most as many as there are; null where they are all, or all but a few: which of the two
 *   would tell that a few lack it
 */
export function toldBasis(services: number, of: number, least: number): number | null {
  if (services < least || services > of - least) return null;
  return services - (services % least);
}
