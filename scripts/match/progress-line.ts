import { gapOf, type Plan, type Shortfall, type SolveProgress } from '../../server/matching/matcher/plan';

/** Says how far a solve is: once for each phase, and every two seconds within it. */
export function progressTeller(say: (line: string) => void): (progress: SolveProgress) => void {
  const started = performance.now();
  let phase = '';
  let told = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && now - told < 2_000) return;
    phase = progress.phase;
    told = now;
    const { objective, bound, done } = progress;
    const parts = [
      `${((now - started) / 1000).toFixed(1).padStart(6)} s`,
      phase.toLowerCase().padEnd(10),
      `${Math.round(100 * done)} %`.padStart(5),
      known('objective', objective, figure),
      known('bound', bound, figure),
      known('gap', objective === null || bound === null ? null : gapOf(objective, bound), percent),
    ];
    say(parts.filter((part) => part !== '').join('  '));
  };
}

/** A number by its name; nothing when there is none yet, such as the bound before the first round of prices. */
const known = (name: string, value: number | null, written: (value: number) => string): string =>
  value === null || !Number.isFinite(value) ? '' : `${name} ${written(value)}`;

const figure = (points: number) => points.toLocaleString('en-GB', { maximumFractionDigits: 3 });
const percent = (share: number) => `${(100 * share).toFixed(3)} %`;

/** What a solve came to, a line each; memory in MiB, null where nobody knows. */
export function summaryOf(plan: Plan, peakMegabytes: number | null): string {
  const empty = plan.shortfalls.reduce((sum, { missing }) => sum + missing, 0);
  const lines: [string, string][] = [
    ['status', plan.status],
    ['objective', figure(plan.objective)],
    [
      'bound',
      `${figure(plan.bound)} (${plan.boundCovers === 'ALL_PAIRS' ? 'all pairs' : 'kept candidates'})`,
    ],
    ['gap', Number.isFinite(plan.gap) ? percent(plan.gap) : 'none'],
    ['empty seats', `${empty} in ${new Set(plan.shortfalls.map(({ service }) => service)).size} services`],
    ['time', `${plan.seconds.toFixed(1)} s`],
    ['peak memory', peakMegabytes === null ? 'unknown' : `${Math.round(peakMegabytes)} MiB`],
    ['stopped by', plan.stoppedBy],
  ];
  return lines.map(([name, value]) => `${name.padEnd(12)} ${value}`).join('\n');
}

/** Empty seats that are told of; the result names them all. */
const TOLD = 5;

/** Which seats are empty, what keeps each so, and the cheapest change that would fill it. */
export function shortfallLines(shortfalls: readonly Shortfall[]): string[] {
  const lines = shortfalls.slice(0, TOLD).map(({ service, seat, missing, blocking, relaxations }) => {
    const limits = blocking.map(({ limit, auditors }) => `${limit} (${auditors.length})`).join(', ');
    const [cheapest] = relaxations;
    const detail = Object.entries(cheapest?.detail ?? {}).map(([name, value]) => `${name} ${value}`);
    const change = cheapest ? `; ${[cheapest.kind, ...detail].join(' ')}: ${figure(cheapest.gain)}` : '';
    return `empty        ${service} ${seat} × ${missing}: ${limits || 'nothing blocks it'}${change}`;
  });
  return shortfalls.length > TOLD ? [...lines, `             and ${shortfalls.length - TOLD} more`] : lines;
}
