import type { ReportedService } from '../content/campaign-facts';
import { sizeBandOf } from '../size-bands';

/** What services can have in common, in the order in which it is given up where too few have it all: the last one first. */
export const COMPARISON_TRAITS = ['SECTOR', 'MODALITIES', 'SIZE', 'REGION'] as const;
export type ComparisonTrait = (typeof COMPARISON_TRAITS)[number];

const TRAIT_OF: Readonly<Record<ComparisonTrait, (service: ReportedService) => string | null>> = {
  SECTOR: ({ sector }) => sector,
  MODALITIES: ({ modalities }) => [...modalities].sort().join(' '),
  SIZE: (service) => sizeBandOf(service),
  REGION: ({ regionCode }) => regionCode,
};

/**
 * The services that are alike in all of some traits, `one` itself among them. Being alike is the same seen from either side,
 * so that those who ask for the same traits ask about the same groups.
 */
export function alikeIn(
  traits: readonly ComparisonTrait[],
  one: ReportedService,
  services: readonly ReportedService[],
): ReportedService[] {
  return services.filter((other) => traits.every((trait) => TRAIT_OF[trait](other) === TRAIT_OF[trait](one)));
}

/**
 * The groups to try, the narrowest first: with all traits that are asked for, then without the region, without the size,
 * without the modalities, and at last all services.
 */
export function ladderOf(asked: readonly ComparisonTrait[]): ComparisonTrait[][] {
  const wanted = COMPARISON_TRAITS.filter((trait) => asked.includes(trait));
  return [...wanted, null].map((_, dropped) => wanted.slice(0, wanted.length - dropped));
}
