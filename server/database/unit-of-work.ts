import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Clock } from '../kernel/clock';
import { isUuid, uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { refuseTransition } from '../kernel/require-state';
import { destinationOf, hindranceOf, moveOf, type StateTable } from '../kernel/states';
import type { Viewer } from '../kernel/viewer';
import type { Ask, RowRule } from './read-model';
import { ACTING_OFF, ACTING_ON, type Statement } from './snapshot';

/** What a mutation did, for the trail: the act, its object and the campaign it belongs to. */
export interface TrailNote {
  act: string;
  objectType: string;
  objectId: string;
  campaignId?: string | null;
  detail?: Record<string, unknown>;
}

/** A row with a version: only the version that was read may be changed. */
export interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/** A row with a state column. */
export interface Stateful<State extends string> extends Versioned {
  state: State;
}

/** Whose facts changed: what conflicts of interest rest on. */
export interface FactChange {
  /** The act that changed them. */
  cause: string;
  /** People whose ties changed; EVERYBODY when organisations, their links or their sites did. */
  personIds?: readonly string[] | 'EVERYBODY';
  /** The same, by what they are as auditors. */
  auditorIds?: readonly string[];
}

/**
 * Looks again at everything that is open and that changed facts can touch, in the transaction that changed them. The
 * application brings it along: those who change facts come before those who compose teams, in the order of rooms.
 */
export type ReviewFacts = (sql: Ask, change: FactChange, now: Date) => Promise<void>;

/** Leaves what people are told of among the acts of a transaction, in that transaction. The application brings it along. */
export type LeaveOutbox = (uow: UnitOfWork, notes: readonly TrailNote[]) => Promise<void>;

/** Whose grades are meant: an auditor's own, or the team's. */
export interface GradingRater {
  auditId: string;
  stage: 'AUDITOR' | 'CONSENSUS';
  /** Null for the team. */
  auditorId: string | null;
}

/**
 * The grades that measures propose, by criterion; none for criteria that are not measured, or not yet. The application
 * brings it along, since those who grade come before those who measure, in the order of rooms.
 */
export type ProposeGrades = (
  sql: Ask,
  rater: GradingRater,
  criterionIds: readonly string[],
  now: Date,
) => Promise<ReadonlyMap<string, string>>;

/**
 * One mutation: one transaction, one viewer, one clock. Acts load, decide and write through it and through nothing
 * else; it rolls back as a whole when the act refuses.
 */
export interface UnitOfWork {
  viewer: Viewer;
  requestId: string;
  manager: EntityManager;
  /** The instant that counts as now. */
  now(): Date;
  /** Runs one statement; may be handed on by itself. */
  sql: <T>(text: string, values?: readonly unknown[]) => Promise<T[]>;
  /**
   * Loads a row that the viewer may see and locks it until the end.
   * @param id a global id, or the UUID that a client chose
   * @param path where the id stands in the input
   * @param expectedVersion refuses with STALE_VERSION when the row has another one
   * @throws Refusal NOT_FOUND when it is absent or hidden: both look the same
   */
  require<E extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<E>,
    id: string,
    path: ErrorPath,
    expectedVersion?: number,
  ): Promise<E>;
  /** The same of a row that never changes, which nobody may lock. */
  requireFrozen<E extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<E>,
    id: string,
    path: ErrorPath,
  ): Promise<E>;
  /** Inserts a row; gives its id: the client's own, or a new one. */
  insert<E extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<E>,
    values: Partial<E>,
  ): Promise<string>;
  /** Changes columns of a row that was loaded here, if nobody changed it since. Brings `row` up to date. */
  change<E extends Versioned>(entity: EntityTarget<E>, row: E, patch: Partial<E>): Promise<void>;
  /** Makes a legal move of the noun's state table, with other columns beside the state. */
  move<State extends string, Facts, E extends Stateful<State>>(
    table: StateTable<State, Facts>,
    entity: EntityTarget<E>,
    row: E,
    act: string,
    facts: Facts,
    patch?: Partial<E>,
  ): Promise<void>;
  /**
   * Says that facts changed on which conflicts of interest rest; called once they are written.
   * @param sql of the transaction that wrote them, when it is another one (the work of an operation)
   */
  reviewFacts(change: FactChange, sql?: Ask): Promise<void>;
  /** The grades that measures propose for criteria of an audit. */
  proposedGrades(rater: GradingRater, criterionIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Notes for the trail, written last. */
  record(note: TrailNote): void;
  /**
   * Starts work once the transaction has committed; never when it rolls back. The answer does not wait for it, and
   * its failure is logged, since nobody is left to tell.
   */
  afterCommit(work: () => Promise<void>): void;
  /** Set by `authorise`; an act that never asked is a defect and fails. */
  isAuthorised: boolean;
  /** The relations in which the viewer acts, for the trail; added to by `authorise`. */
  actingAs: string[];
}

interface Parts {
  dataSource: DataSource;
  viewer: Viewer;
  /** The statement by which the transaction is entered as the viewer's account; null for nobody. */
  enter: (() => Statement) | null;
  clock: Clock;
  requestId: string;
  rules: (type: string) => RowRule;
  writeTrail: (uow: UnitOfWork, notes: readonly TrailNote[]) => Promise<void>;
  leaveOutbox: LeaveOutbox;
  reviewFacts: ReviewFacts;
  proposeGrades: ProposeGrades;
}

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/**
 * Runs an act in one transaction, what people are told of and its trail entries written last; tries again when PostgreSQL resolved a deadlock at
 * its expense.
 * @throws whatever the act throws, after rolling back
 */
export async function withUnitOfWork<T>(parts: Parts, act: (uow: UnitOfWork) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const notes: TrailNote[] = [];
    const followUps: (() => Promise<void>)[] = [];
    try {
      const result = await parts.dataSource.transaction(async (manager) => {
        await enterAsAct(manager, parts.enter);
        const uow = unitOfWork(manager, parts, notes, followUps);
        const made = await act(uow);
        await parts.leaveOutbox(uow, notes);
        await parts.writeTrail(uow, notes);
        return made;
      });
      followUps.forEach(startAside);
      return result;
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRIED.has(sqlState(error) ?? '')) throw error;
    }
  }
}

/**
 * Tells the database who acts. The act's own reads see what it decides on; what it changes is checked against who acts, and
 * `require` looks with his eyes.
 * @throws Refusal UNAUTHENTICATED when the account was closed a moment ago
 */
async function enterAsAct(manager: EntityManager, enter: Parts['enter']): Promise<void> {
  if (!enter) return refuse('UNAUTHENTICATED');
  const { text, values } = enter();
  const [[entered]] = await Promise.all([
    manager.query<{ facts: string | null }[]>(text, [...values]),
    manager.query(ACTING_ON),
  ]);
  if (!entered?.facts) refuse('UNAUTHENTICATED');
}

/** The SQLSTATE of a database error, or null for any other. */
export function sqlState(error: unknown): string | null {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' ? code : null;
}

/** Starts work that nobody waits for. */
function startAside(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.emitWarning('work after a mutation failed', { type: 'FollowUpFailure', detail });
  });
}

function unitOfWork(
  manager: EntityManager,
  parts: Parts,
  notes: TrailNote[],
  followUps: (() => Promise<void>)[],
): UnitOfWork {
  const { viewer, rules } = parts;
  const typeOf = (entity: EntityTarget<ObjectLiteral>): string => manager.dataSource.getMetadata(entity).name;

  async function change<E extends Versioned>(entity: EntityTarget<E>, row: E, patch: Partial<E>) {
    const version = row.version;
    const done = await manager
      .createQueryBuilder()
      .update(entity)
      .set({
        ...patch,
        version: version + 1,
        updatedAt: () => 'now()',
      })
      .where('id = :id and version = :version', { id: row.id, version })
      .execute();
    if (done.affected !== 1) stale(typeOf(entity), row.id, version, version + 1);
    Object.assign(row, patch, { version: version + 1 });
  }

  async function visible<E extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<E>,
    id: string,
    path: ErrorPath,
    lock: 'for update of t' | '',
  ): Promise<E> {
    const { name, tableName } = manager.dataSource.getMetadata(entity);
    const uuid = uuidOf(name, id);
    if (!uuid) refuse('NOT_FOUND', path);
    const values: unknown[] = [uuid];
    const rule = rules(name)(viewer, 't', (value) => `$${values.push(value)}`, null);

    // Locked as the act, which may lock what the viewer cannot change; then looked at with his eyes, by both walls.
    const [found, , seen] = await Promise.all([
      manager.query<unknown[]>(
        `select 1 from ${tableName} t where t.id = $1${rule ? ` and ${rule}` : ''} ${lock}`,
        values,
      ),
      manager.query(ACTING_OFF),
      manager.query<unknown[]>(`select 1 from ${tableName} t where t.id = $1`, [uuid]),
      manager.query(ACTING_ON),
    ]);
    const row =
      found.length === 0 || seen.length === 0
        ? null
        : await manager.createQueryBuilder(entity, 't').where('t.id = :uuid', { uuid }).getOne();
    if (!row) refuse('NOT_FOUND', path);
    return row;
  }

  const uow: UnitOfWork = {
    viewer,
    requestId: parts.requestId,
    manager,
    isAuthorised: false,
    actingAs: [],
    now: () => parts.clock.now(),
    sql: <T>(text: string, values: readonly unknown[] = []) => manager.query<T[]>(text, [...values]),
    async require(entity, id, path, expectedVersion) {
      const row = await visible(entity, id, path, 'for update of t');
      const actual: unknown = (row as ObjectLiteral)['version'];
      if (expectedVersion !== undefined && actual !== expectedVersion)
        stale(manager.dataSource.getMetadata(entity).name, row.id, expectedVersion, Number(actual));
      return row;
    },
    requireFrozen: (entity, id, path) => visible(entity, id, path, ''),
    async insert<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, values: Partial<E>) {
      const id = values.id ?? randomUUID();
      if (!isUuid(id)) refuse('VALIDATION', ['input', 'id'], { rule: 'UUID' });
      const metadata = manager.dataSource.getMetadata(entity);
      const taken = await manager.query<unknown[]>(`select 1 from ${metadata.tableName} where id = $1`, [id]);
      if (taken.length > 0) refuse('ID_TAKEN', ['input', 'id']);
      await manager.insert(entity, { ...values, id });
      return id;
    },
    change,
    async move(table, entity, row, act, facts, patch) {
      const move = moveOf(table, act, row.state);
      if (!move) refuseTransition(table, row.state);
      const hindrance = hindranceOf(move, facts);
      if (hindrance) refuse(hindrance.code, null, hindrance.params);
      type Patch = Partial<typeof row>;
      await change(entity, row, { ...patch, state: destinationOf(move, facts) } as unknown as Patch);
    },
    reviewFacts: (change, sql = uow.sql) => parts.reviewFacts(sql, change, parts.clock.now()),
    proposedGrades: (rater, criterionIds) =>
      parts.proposeGrades(uow.sql, rater, criterionIds, parts.clock.now()),
    record: (note) => notes.push(note),
    afterCommit: (work) => followUps.push(work),
  };
  return uow;
}

function stale(type: string, id: string, expected: number, actual: number): never {
  refuse(
    'STALE_VERSION',
    ['input', 'expectedVersion'],
    { expected, actual },
    { kind: 'STALE_VERSION', type, id },
  );
}
