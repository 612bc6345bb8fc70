import type { Viewer } from '../kernel/viewer';

/**
 * Services that a viewer could take out of a sum, or must know nothing of: those that he belongs to, whose part he knows, and
 * those that he has a tie with.
 * @returns their UUIDs
 */
export function tiedServices({
  services,
  walledServices,
}: Pick<Viewer, 'services' | 'walledServices'>): string[] {
  return [...new Set([...services.keys(), ...walledServices])];
}
