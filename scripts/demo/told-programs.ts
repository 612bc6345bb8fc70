import { arrived, closeWebhooks, readLog, takenIds, type OpenedEndpoint } from './acts/webhooks';
import { NodeTypeDocument } from './generated/operations';
import { tallyOf, type Tally } from './ledger';
import { differences } from './mismatches';
import type { Stage } from './stage';

/** What programs were told, counted where they took it. */
export interface ToldPrograms {
  /** Messages that the program of the coordination took, by topic. */
  coordination: Tally;
  /** Messages that the program of one service took. */
  service: number;
  attempts: number;
  failures: number;
  duplicates: number;
  mismatches: string[];
}

/** Messages to the coordination that were replayed. */
const REPLAYED = 1;

/** How attempts are logged that had no answer: the receiver may have got them or not. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(['TIMED_OUT', 'UNREACHED']);

/**
 * Waits until everything has arrived, and compares three accounts: what was done, what the API says that it sent, and what
 * the receiver took. Switches the endpoints off.
 */
export async function readToldPrograms(stage: Stage): Promise<ToldPrograms> {
  const { webhooks, checks } = stage;
  const { coordination, service } = webhooks;
  for (const endpoint of [coordination, service]) await arrived(endpoint);
  const logs = { coordination: await readLog(coordination), service: await readLog(service) };
  const took = tallyOf(
    [...coordination.inbox.taken.values()].map((body) => (JSON.parse(body) as { data: Facts }).data.topic),
  );
  delete took['TEST'];
  checks.hold('a program is told of its own service alone', await isOwn(service));
  await closeWebhooks(webhooks);
  const inboxes = [coordination.inbox, service.inbox];
  const sum = (
    of: 'attempts' | 'refusals' | 'silences' | 'duplicates' | 'unsigned' | 'contradictions',
  ): number => inboxes.reduce((all, inbox) => all + inbox[of], 0);
  checks.hold('every message that a program got was signed', sum('unsigned') === 0);
  checks.hold('a message that comes again is the same under the same id', sum('contradictions') === 0);
  return {
    coordination: took,
    service: service.inbox.taken.size,
    attempts: sum('attempts'),
    failures: sum('refusals') + sum('silences'),
    duplicates: sum('duplicates'),
    mismatches: [
      ...differences('told to programs:', doneOf(stage), took),
      ...mismatchesOf(coordination, logs.coordination.deliveries),
      ...mismatchesOf(service, logs.service.deliveries),
      ...attemptsAmiss(coordination, logs.coordination.deliveries, REPLAYED),
      ...attemptsAmiss(service, logs.service.deliveries, 0),
    ],
  };
}

interface Facts {
  topic: string;
  objectId: string;
}

type Deliveries = Awaited<ReturnType<typeof readLog>>['deliveries'];

/** Where the log of an endpoint says otherwise than its receiver. */
function mismatchesOf({ inbox }: OpenedEndpoint, deliveries: Deliveries): string[] {
  const taken = takenIds(inbox);
  const bodies = new Set(inbox.taken.values());
  const lost = deliveries.filter(
    ({ id, body, state }) => state !== 'DELIVERED' || !taken.has(id) || !bodies.has(body),
  );
  const sequences = deliveries.map(({ sequence }) => sequence).sort((a, b) => a - b);
  const facts = { messages: taken.size, lost: 0, 'numbers in a row': taken.size };
  return differences('log of webhooks:', facts, {
    messages: deliveries.length,
    lost: lost.length,
    'numbers in a row': sequences.filter((sequence, index) => sequence === index + 1).length,
  });
}

/**
 * Where the attempts of a log cannot be the requests that its receiver had. They need not be as many: on a slow machine an
 * attempt runs out of time before the receiver has it, or before its answer is there, and is made again; so is one whose
 * worker dies before it has written it down.
 * @param replayed messages that were sent once more by hand
 */
function attemptsAmiss({ inbox }: OpenedEndpoint, deliveries: Deliveries, replayed: number): string[] {
  const logged = deliveries.flatMap(({ attempts }) => attempts);
  const answered = logged.filter(({ outcome }) => !WITHOUT_ANSWER.has(outcome)).length;
  // Whoever had no answer sends again; so does who replays.
  const again = inbox.duplicates - inbox.silences - replayed;
  return differences(
    'attempts:',
    {},
    {
      'answered, and never made': Math.max(0, answered - (inbox.attempts - inbox.silences)),
      'made, and not in the log': Math.max(0, inbox.attempts - logged.length - Math.max(0, again)),
      'to be made again, and not made': Math.max(0, -again),
    },
  );
}

/** Whether the service itself sees everything that its program was told of. */
async function isOwn({ inbox, owner }: OpenedEndpoint): Promise<boolean> {
  const ids = new Set(
    [...inbox.taken.values()].map((body) => (JSON.parse(body) as { data: Facts }).data.objectId),
  );
  const seen = await Promise.all([...ids].map((id) => owner.query(NodeTypeDocument, { id })));
  return ids.size > 0 && seen.every(({ node }) => node !== null);
}

/** How often the acts were done of which the coordination lets itself be told, by topic. */
function doneOf({ server: { timings }, ledger }: Stage): Tally {
  const done = (...operations: string[]): number =>
    operations.reduce((sum, name) => sum + (timings.get(name)?.count ?? 0), 0);
  const all: Tally = {
    RECUSAL_FILED: done('FileRecusal', 'AppealRecusal'),
    SAFETY_ESCALATED: done('EscalateSafety'),
    AUDIT_INTERRUPTED: done('SuspendAudit', 'ResumeAudit', 'CancelAudit'),
    REPORT_ISSUED: Object.values(ledger.tally('reports')).reduce((sum, count) => sum + count, 0),
    PLAN_SUBMITTED: done('SubmitPlan'),
    ACTION_DONE: done('DeclareActionDone'),
    WAIVER_REQUESTED: done('RequestWaiver'),
    FOLLOW_UP_SUBMITTED: done('SubmitFollowUp'),
  };
  return all;
}
