/** How large a service is, by the CT scanners and MRI machines it runs. */
export const SIZE_BANDS = [
  { code: 'UNKNOWN', from: null },
  { code: 'NO_HEAVY_EQUIPMENT', from: 0 },
  { code: 'ONE_MACHINE', from: 1 },
  { code: 'TWO_OR_THREE_MACHINES', from: 2 },
  { code: 'FOUR_MACHINES_OR_MORE', from: 4 },
] as const;

/** Code of a band. */
export type SizeBand = (typeof SIZE_BANDS)[number]['code'];

/** The band of a service; UNKNOWN where the registry counts neither. */
export function sizeBandOf({ scanners, mri }: { scanners: number | null; mri: number | null }): SizeBand {
  if (scanners === null && mri === null) return 'UNKNOWN';
  const machines = (scanners ?? 0) + (mri ?? 0);
  return SIZE_BANDS.findLast(({ from }) => from !== null && from <= machines)!.code;
}
