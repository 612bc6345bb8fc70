import type { Webhooks } from './acts/webhooks';
import type { Chance } from './chance';
import type { Client, Server } from './client';
import type { Days } from './clock';
import type { MatchingRunQuery, Seat } from './generated/operations';
import type { Ledger } from './ledger';
import type { Undertaken } from './said/said';

/** The team that a run proposes for one audit. */
export type ProposedTeam = NonNullable<MatchingRunQuery['matchingRun']>['teams']['nodes'][number];

/** A service that takes part: one line of the file of sites, and its manager. */
export interface Service {
  /** Line in the file of sites, from 1. */
  number: number;
  id: string;
  name: string;
  manager: Client;
}

/** An auditor of the pool. */
export interface Auditor {
  /** Place in the directory file, from 1. */
  number: number;
  id: string;
  seat: Seat;
  /** Services of the organisations in which he works, as the directory says. */
  ownServices: ReadonlySet<string>;
  client: Client;
  /** Proposals of this campaign that he has not turned down. */
  load: number;
}

/** An auditor on a team. */
export interface Member {
  auditor: Auditor;
  seat: Seat;
  isLead: boolean;
  assignmentId: string;
  version: number;
}

/** What is told with an audit, beside what happens to all of them. */
export type Trait =
  | 'DECLINED'
  | 'UNSERVED'
  | 'PLACED'
  | 'RECUSAL_GRANTED'
  | 'RECUSAL_APPEALED'
  | 'WINDOW_ELAPSES'
  | 'CONFLICT_AFTER_CONFIRMATION'
  | 'CARENCE'
  | 'SUSPENDED'
  | 'CANCELLED'
  | 'SAFETY'
  | 'SILENT'
  | 'AMENDED'
  | 'PLAN_RETURNED'
  | 'REOPENED'
  | 'WAIVED'
  | 'LATE'
  | 'RECORDS'
  | 'DOSES';

/** A finding, as far as later acts need it. */
export interface Finding {
  id: string;
  kind: string;
  severity: string | null;
  statement: string;
  /** Code of the criterion that it is about. */
  criterion: string;
}

/** A corrective action, as far as later acts need it. */
export interface Action {
  id: string;
  version: number;
  severity: string | null;
  undertaken: Undertaken;
  /** Day of the demonstration on which it is due. */
  dueDay: number;
}

/** The audit of one service, and how far it has come. */
export interface Case {
  /** Place among the audits of the campaign, from 0. */
  index: number;
  service: Service;
  traits: ReadonlySet<Trait>;
  /** Day on which the visits of its round begin; all other steps are counted from it. */
  anchor: number;
  /** Day of its own visit. */
  visitDay: number;
  chance: Chance;
  applicationId: string;
  /** Empty until the audit is planned. */
  id: string;
  version: number;
  /** Run that its team comes from; empty until then. */
  runId: string;
  team: Member[];
  recusal: { id: string; version: number; seat: Seat } | null;
  /** The file that its service has handed in; empty until then. */
  fileId: string;
  hasDoses: boolean;
  /** The sample of records that its team judges. */
  sample: { id: string; version: number } | null;
  findings: Finding[];
  actions: Action[];
  /** Nothing more happens to it. */
  isOver: boolean;
}

/** The template that is audited by. */
export interface Template {
  versionId: string;
  sections: readonly { id: string; criteria: readonly { id: string; code: string; isCritical: boolean }[] }[];
}

/** Facts that must hold, or never. */
export interface Checks {
  /** Notes whether a fact holds. */
  hold(fact: string, isTrue: boolean): void;
  passed: string[];
  failed: string[];
}

/** A proposal that the conflict rules stood against. */
export interface Encounter {
  rules: string[];
  isOverridden: boolean;
}

/** A service that the matcher could not serve, and what was done about it; its name is not told. */
export interface Unserved {
  /** What kept its seats empty, in words. */
  blocking: string[];
  /** What would fill them, cheapest first. */
  suggestions: string[];
  chosen: string | null;
}

/** One round of visits, matched. */
export interface Round {
  runId: string;
  /** By audit. */
  teams: Map<string, ProposedTeam>;
}

/** Everything that the acts of the demonstration work on. */
export interface Stage {
  server: Server;
  days: Days;
  ledger: Ledger;
  checks: Checks;
  coordinator: Client;
  steering: Client;
  observer: Client;
  template: Template;
  campaign: { id: string; code: string; version: number };
  auditors: Auditor[];
  encounters: Encounter[];
  /** Teams by audit, of each round of visits that has been matched. */
  rounds: Map<number, Promise<Round>>;
  /** Pairs that a rule kept apart, by rule. */
  keptApart: Record<string, number>;
  unserved: Unserved[];
  /** What has become of files that did not simply go through. */
  files: Record<string, string>;
  /** What programs of the coordination and of one service are told. */
  webhooks: Webhooks;
  cases: Case[];
}

/** The input of a move of an audit. */
export function moveOf({ id, version }: Case): { auditId: string; expectedVersion: number } {
  return { auditId: id, expectedVersion: version };
}

/**
 * Takes over what an act has made of an audit.
 * @param state the state that it must be in now; left out when the act leaves it as it is
 */
export async function moved(
  { ledger }: Stage,
  audit: Case,
  answer: Promise<{ audit: { version: number } }>,
  state?: string,
): Promise<void> {
  audit.version = (await answer).audit.version;
  if (state) ledger.note('audits', audit.id, state);
}

/** The member who leads. @throws Error when nobody does */
export function leadOf({ team, index }: Case): Member {
  const lead = team.find(({ isLead }) => isLead);
  if (!lead) throw new Error(`audit ${index} has no lead`);
  return lead;
}

/** The member who does not lead. @throws Error when there is none */
export function mateOf({ team, index }: Case): Member {
  const mate = team.find(({ isLead }) => !isLead);
  if (!mate) throw new Error(`audit ${index} has only one member`);
  return mate;
}

/** Notes the state of a member's assignment. */
export function noteAssignment({ ledger }: Stage, { assignmentId }: Member, state: string): void {
  ledger.note('assignments', assignmentId, state);
}
