import type { Told } from './acts/synthesis';
import type { Timings } from './client';
import type { JudgedRecords } from './judged-records';
import type { Tally } from './ledger';
import type { MeasuredDoses } from './measured-doses';
import type { Messages } from './messages';
import type { Reading } from './readback';
import type { Covered } from './reference-coverage';
import type { Relapses } from './relapses';
import type { Imported } from './set-the-stage';
import type { SharedFacts } from './shared-facts';
import type { Unserved } from './stage';
import type { ToldPrograms } from './told-programs';

/** What a demonstration takes. */
export interface DemonstrationOptions {
  /** How many services apply; the first lines of the file of sites and every so many further. */
  services: number;
  /** Whether it stops today with audits under way instead of playing the campaign to its end. */
  isOpenEnded: boolean;
  /** Whether a small campaign of the round before is played first, two years ago. */
  hasRoundBefore?: boolean;
  /** Whether it is that small campaign itself. */
  isRoundBefore?: boolean;
  /** Takes a line of progress. */
  log: (line: string) => void;
  /** Breaks the demonstration off between two requests. */
  signal?: AbortSignal;
}

/** What a demonstration has come to. */
export interface DemoReport extends Reading {
  campaignCode: string;
  services: number;
  auditors: number;
  imported: Imported;
  /** Overdue actions on a day well before the end; null when that day was not reached. */
  overdueMidway: number | null;
  /** What one service is told of what came back since the round before; null when none was played. */
  relapses: Relapses | null;
  /** Pairs that the matcher kept apart, by rule. */
  keptApart: Record<string, number>;
  /** What one service covers of the reference texts; null when no audit has come to its end. */
  covered: Covered | null;
  /** What people were told, and what reminders would say today. */
  messages: Messages;
  /** What programs were told. */
  programs: ToldPrograms;
  /** What became of files that did not simply go through. */
  files: Record<string, string>;
  /** The doses of one service; null when none has imported any. */
  doses: MeasuredDoses | null;
  /** The records of one service, judged by two; null when no such audit has come to its end. */
  judged: JudgedRecords | null;
  /** What services share and people answer. */
  shared: SharedFacts;
  /** What the campaign told the country; null when it is open-ended or too small. */
  told: Told | null;
  /** Services that nobody could audit at first, and what was done about it. */
  unserved: Unserved[];
  /** How many looks found what they had to, what did not hold, and each fact that held with how often. */
  checks: { passed: number; failed: string[]; facts: Tally };
  /** What the API says otherwise than what was done; empty when all is well. */
  mismatches: string[];
  isOff: boolean;
  seconds: number;
  requests: number;
  timings: Timings;
}
