import { SCAN_REASONS, type ScanReasonCode } from './scan-reasons';
import { MAX_PLACES, type Place, type ScanOutcome, type ScanReason } from './verdict';

/** Thrown by a reader that goes no further: the file is refused for this reason. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    readonly code: ScanReasonCode,
    readonly params: ScanReason['params'] = {},
    readonly place: Place | null = null,
  ) {
    super(code);
  }
}

/** What was found so far, one reason for each code. */
export interface Findings {
  add(code: ScanReasonCode, place?: Place | null, params?: ScanReason['params']): void;
  /** How many of a kind. */
  count(code: ScanReasonCode): number;
  reasons(): ScanReason[];
}

/** A list of findings that counts repetitions and keeps their first places. */
export function gatherFindings(): Findings {
  const byCode = new Map<ScanReasonCode, ScanReason>();
  return {
    add(code, place = null, params = {}) {
      const reason = byCode.get(code) ?? { code, count: 0, places: [], params };
      byCode.set(code, reason);
      reason.count += 1;
      if (!place || reason.places.length >= MAX_PLACES) return;
      if (!reason.places.some((other) => isSamePlace(other, place))) reason.places.push(place);
    },
    count: (code) => byCode.get(code)?.count ?? 0,
    reasons: () => [...byCode.values()].sort((a, b) => gravity(b) - gravity(a)),
  };
}

/** The gravest of what the reasons mean; CLEAN without any. */
export function outcomeOf(reasons: readonly ScanReason[]): ScanOutcome {
  const outcomes = new Set<string>(reasons.map(({ code }) => SCAN_REASONS[code]));
  if (outcomes.has('REJECTED')) return 'REJECTED';
  return outcomes.has('DOUBTFUL') ? 'DOUBTFUL' : 'CLEAN';
}

function gravity({ code }: ScanReason): number {
  return ['CLEAN', 'DOUBTFUL', 'REJECTED'].indexOf(SCAN_REASONS[code]);
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.number === other.number && one.cell === other.cell;
}
