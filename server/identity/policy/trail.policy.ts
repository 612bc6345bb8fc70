import type { Bind, RowRule } from '../../database/read-model';
import { snakeCase } from '../../database/read-model';
import type { Viewer } from '../../kernel/viewer';
import type { RoomPolicy, TypePolicy } from '../access';
import { amongIds, both, either, everyone, NOTHING, programme } from '../row-rules';
import {
  ACTS_FOR_ONESELF,
  ACTS_FOR_SERVICES,
  ACTS_FOR_TEAMS,
  ACTS_OF_SCANS,
  ACTS_OF_SERVICES,
  BLIND_ACTS,
} from './history-acts';

/** Which entries on an object a viewer reads who sees the object: a condition on the entry `t`. */
type Audience = (viewer: Viewer, t: string, bind: Bind) => string | null;

const whoeverSees: Audience = () => null;

/** Acts on something of an audit, told apart for its service, its team and the programme. */
function ofAudit(table: string): Audience {
  const from = table === 'audit' ? 'audit a' : `${table} o join audit a on a.id = o.audit_id`;
  const key = table === 'audit' ? 'a.id' : 'o.id';
  const ofThe = (t: string, condition: string | null): string =>
    condition === NOTHING
      ? NOTHING
      : `exists (select 1 from ${from} where ${both(`${key} = ${t}.object_id`, condition)})`;
  return (viewer, t, bind) => {
    const acts = (...lists: (readonly string[])[]): string => `${t}.act = any(${bind(lists.flat())}::text[])`;
    const service = amongIds('a.audited_service_id', viewer.services.keys(), bind);
    const team = amongIds('a.id', viewer.assignedAudits, bind);
    const staff = programme(viewer, 'a.audited_service_id', bind);
    return either(
      service === NOTHING ? NOTHING : both(acts(ACTS_FOR_SERVICES, ACTS_OF_SERVICES), ofThe(t, service)),
      team === NOTHING ? NOTHING : both(acts(ACTS_FOR_SERVICES, ACTS_FOR_TEAMS), ofThe(t, team)),
      staff === NOTHING
        ? NOTHING
        : ofThe(t, both(staff, `(not ${acts(BLIND_ACTS)} or a.report_issued_at is not null)`)),
    );
  };
}

/** Whoever sees a piece of evidence, but for who has read its file; what was found in it, its service alone. */
const ofEvidence: Audience = (viewer, t, bind) => {
  const service = amongIds('e.audited_service_id', viewer.services.keys(), bind);
  return either(
    `${t}.act <> all(${bind([...ACTS_FOR_ONESELF, ...ACTS_OF_SCANS])}::text[])`,
    service === NOTHING
      ? NOTHING
      : `(${t}.act = any(${bind([...ACTS_OF_SCANS])}::text[])
          and exists (select 1 from evidence e where e.id = ${t}.object_id and ${service}))`,
  );
};

const staffOf =
  (...roles: readonly ('COORDINATOR' | 'STEERING_MEMBER' | 'ADMIN')[]): Audience =>
  (viewer) =>
    roles.some((role) => viewer.roles.has(role)) ? null : NOTHING;

const ofOneself =
  (idOf: (viewer: Viewer) => string | null): Audience =>
  (viewer, t, bind) => {
    const id = idOf(viewer);
    return id === null ? NOTHING : `${t}.object_id = ${bind(id)}`;
  };

/** Members of a team see who else is on it, and the service whom it was shown: what became of a seat is for its holder. */
const ofAssignment: Audience = (viewer, t, bind) => {
  const staff = programme(viewer, 'a.audited_service_id', bind);
  const from = `select 1 from assignment o join audit a on a.id = o.audit_id where o.id = ${t}.object_id`;
  return either(
    viewer.auditorId === null ? NOTHING : `exists (${from} and o.auditor_id = ${bind(viewer.auditorId)})`,
    staff === NOTHING ? NOTHING : `exists (${from}${staff === null ? '' : ` and ${staff}`})`,
  );
};

const eitherOf =
  (...audiences: readonly Audience[]): Audience =>
  (viewer, t, bind) =>
    either(...audiences.map((audience) => audience(viewer, t, bind)));

/** The types that have a history, and who reads which of its entries. */
const HISTORIES: Readonly<Record<string, Audience>> = {
  Audit: ofAudit('audit'),
  Finding: ofAudit('finding'),
  CaseSample: ofAudit('case_sample'),
  Report: ofAudit('report'),
  Assignment: ofAssignment,
  Recusal: whoeverSees,
  Evidence: ofEvidence,
  EvidenceRequest: whoeverSees,
  CorrectiveAction: whoeverSees,
  Application: whoeverSees,
  Campaign: staffOf('COORDINATOR', 'STEERING_MEMBER'),
  Account: whoeverSees,
  Person: eitherOf(
    staffOf('COORDINATOR', 'ADMIN'),
    ofOneself((viewer) => viewer.personId),
  ),
  Auditor: eitherOf(
    staffOf('COORDINATOR', 'STEERING_MEMBER'),
    ofOneself((viewer) => viewer.auditorId),
  ),
  DeclarationOfInterests: whoeverSees,
};

/** Entries on objects of a type that the viewer sees: his own, and those he may learn of. */
function entriesOn(type: string, viewer: Viewer, t: string, bind: Bind): string | null {
  const audience = HISTORIES[type];
  if (!audience || viewer.accountId === null) return NOTHING;
  return either(`${t}.account_id = ${bind(viewer.accountId)}`, audience(viewer, t, bind));
}

/** Entries by themselves: on every object that the viewer sees by the rule of its own type. */
function entryRows(types: Readonly<Record<string, TypePolicy>>): RowRule {
  return (viewer, t, bind, within) => {
    if (within !== null) return entriesOn(within, viewer, t, bind);
    return either(
      ...Object.keys(HISTORIES).map((type) => {
        const entries = entriesOn(type, viewer, t, bind);
        const object = types[type]?.rows(viewer, 'o', bind, null) ?? null;
        const seen = both(`o.id = ${t}.object_id`, object);
        return both(
          `${t}.object_type = '${type}'`,
          `exists (select 1 from ${snakeCase(type).replace(/^_/, '')} o where ${seen})`,
          entries,
        );
      }),
    );
  };
}

/**
 * The trail. A history is read by who sees the object, as far as no wall is bent by it: blind grades stay blind, a service
 * never learns that or why an auditor left. Who acted is for the coordination without a tie, and for oneself. Checkpoints
 * are for all: they prove something only if many hold them.
 * @param types rules of the types that have a history
 */
export function trailPolicy(types: Readonly<Record<string, TypePolicy>>): RoomPolicy {
  return {
    types: {
      TrailEntry: {
        seenBy:
          'Ceux qui voient l’objet, sans ce qui trahirait un mur : les cotations restent aveugles, le service n’apprend jamais pourquoi un auditeur est parti ; chacun ses propres actes.',
        rows: entryRows(types),
        withRow: 'id act actingAs requestId createdAt',
        restricted: { actor: { to: ['COORDINATOR', 'SELF'] } },
      },
      Checkpoint: {
        seenBy: 'Tous les comptes : un point de contrôle ne prouve que s’il est tenu par beaucoup.',
        rows: everyone,
        withRow: 'id campaign origin size root keyId note createdAt',
      },
      TrailInclusionProof: {
        seenBy: 'Ceux qui voient l’entrée.',
        rows: () => NOTHING,
        withRow: 'origin index size leafHash root hashes',
      },
      TrailConsistencyProof: {
        seenBy: 'Tous les comptes.',
        rows: () => NOTHING,
        withRow: 'origin fromSize fromRoot toSize toRoot hashes',
      },
      AuditAsOf: {
        seenBy: 'Ceux qui voient l’audit.',
        rows: () => NOTHING,
        withRow: `at state visitOn teamShownAt selfAssessmentSubmittedAt visitClosedAt draftSharedAt contradictoryUntil
          reportIssuedAt planSubmittedAt safetyEscalatedAt closedAt version findings correctiveActions`,
        restricted: {
          stateReason: { to: ['TEAM', 'SERVICE_MANAGER', 'COORDINATOR', 'STEERING_MEMBER'] },
          safetyNote: { to: ['TEAM', 'SERVICE_MANAGER', 'COORDINATOR'] },
        },
      },
      FindingAsOf: {
        seenBy: 'Ceux qui voyaient le constat à cette date et le voient encore.',
        rows: () => NOTHING,
        withRow: 'number kind severity state statement draftedStatement version',
      },
      CorrectiveActionAsOf: {
        seenBy: 'Ceux qui voient l’action.',
        rows: () => NOTHING,
        withRow: 'title state cause containment ownerName dueOn doneAt verifiedAt version',
      },
    },
    mutations: {},
    queries: {
      auditAsOf: ['SIGNED_IN'],
      checkpoint: ['SIGNED_IN'],
      checkpoints: ['SIGNED_IN'],
      trailInclusionProof: ['SIGNED_IN'],
      trailConsistencyProof: ['SIGNED_IN'],
    },
    arguments: {
      'Checkpoint.filter.isPlatform': { reveals: 'campaign' },
      'Query.auditAsOf.auditId': { reveals: 'state' },
      'Query.auditAsOf.at': { reveals: 'at' },
      'Query.trailInclusionProof.entryId': { reveals: 'leafHash' },
      'Query.trailConsistencyProof.fromCheckpointId': { reveals: 'fromRoot' },
      'Query.trailConsistencyProof.toCheckpointId': { reveals: 'toRoot' },
    },
  };
}
