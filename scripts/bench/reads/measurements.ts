import { median } from '../times';
import type { Question, Variant } from './questions';
import type { StatementCount } from './statement-relay';

/** What one round showed for one question and variant; processor times in milliseconds per request. */
export interface Sample {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  serverMs: number | null;
  postgresMs: number | null;
}

/** The medians over the rounds, with the statements of one request. */
export interface Figures extends Sample {
  statements: StatementCount | null;
}

/** One variant against another: the median over the rounds of the ratio within each. */
export interface Ratio {
  throughput: number;
  p95: number;
}

/** All that is said about one question. */
export interface QuestionResult {
  question: Question['name'];
  what: string;
  isBig: boolean;
  /** Answers compared between all variants before measuring. */
  compared: number;
  figures: Partial<Record<Variant, Figures>>;
  toFloor: Partial<Record<Variant, Ratio>>;
  apiToPostgraphile: Ratio | null;
  /** This API against itself without its two walls: what they leave of the speed. */
  walledToUnwalled: Ratio | null;
  /** Where the processor time of the API goes, in shares of what is not idle. */
  apiTime: { place: string; share: number }[];
}

/** The samples of one question: one per variant and round. */
export type Samples = Partial<Record<Variant, Sample[]>>;

/** The medians of the samples of one variant. */
export function figuresOf(samples: readonly Sample[], statements: StatementCount | null): Figures {
  const medianOf = (read: (sample: Sample) => number) => median(samples.map(read));
  const medianIfKnown = (read: (sample: Sample) => number | null) => {
    const known = samples.map(read).filter((value) => value !== null);
    return known.length === samples.length ? median(known) : null;
  };
  return {
    requestsPerSecond: medianOf((sample) => sample.requestsPerSecond),
    p50: medianOf((sample) => sample.p50),
    p95: medianOf((sample) => sample.p95),
    serverMs: medianIfKnown((sample) => sample.serverMs),
    postgresMs: medianIfKnown((sample) => sample.postgresMs),
    statements,
  };
}

/** Round by round, so that what slows the whole machine for a while counts for both. */
export function ratio(of: readonly Sample[], to: readonly Sample[]): Ratio {
  const paired = (read: (sample: Sample) => number) =>
    median(
      of.flatMap((sample, round) => {
        const other = to[round];
        return other ? [read(sample) / read(other)] : [];
      }),
    );
  return {
    throughput: paired((sample) => sample.requestsPerSecond),
    p95: paired((sample) => sample.p95),
  };
}
