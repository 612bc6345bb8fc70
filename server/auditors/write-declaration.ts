import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import type { CalendarDate } from '../kernel/working-days';
import { AFFILIATION_KINDS } from './affiliation.entity';
import { Auditor } from './auditor.entity';
import { DeclarationOfInterests } from './declaration-of-interests.entity';
import { declarationStates } from './declaration.states';
import { Interest, type InterestKind } from './interest.entity';
import { findPlaces } from './tie-places';

/** One interest, as its owner tells it. */
export interface InterestInput {
  kind: InterestKind;
  organisationId?: string | null;
  auditedServiceId?: string | null;
  description: string;
  fromDate?: CalendarDate | null;
  toDate?: CalendarDate | null;
}

/** A new declaration, whole; an empty list declares that there is nothing to declare. */
export interface DeclarationCreateInput {
  id?: string | null;
  interests: InterestInput[];
}

/** A draft that is rewritten as a whole. */
export interface DeclarationUpdateInput {
  declarationId: string;
  expectedVersion: number;
  interests: InterestInput[];
}

const practiceKinds: readonly string[] = AFFILIATION_KINDS;

/** Whether an interest of this kind is a way of practising somewhere, and becomes an affiliation once signed. */
export function isPracticeKind(kind: InterestKind): boolean {
  return practiceKinds.includes(kind);
}

/**
 * Drafts one's own declaration of interests; there is one draft at a time.
 * @throws Refusal FORBIDDEN (not an auditor), ALREADY_EXISTS (a draft), TIE_PLACE_MISSING, DATES_REVERSED, NOT_FOUND
 */
export async function createDeclaration(
  uow: UnitOfWork,
  input: DeclarationCreateInput,
): Promise<{ declaration: string }> {
  const { auditorId } = uow.viewer;
  authorise(uow, 'declarationCreate', { auditorId });
  // The auditor's row is locked first, so that two drafts or signatures come one after the other.
  const auditor = await uow.require(Auditor, auditorId ?? '', ['input']);
  const drafts = await uow.sql(
    `select 1 from declaration_of_interests where auditor_id = $1 and state = 'DRAFT'`,
    [auditor.id],
  );
  if (drafts.length > 0) refuse('ALREADY_EXISTS', ['input'], { what: 'DRAFT' });
  const declaration = await uow.insert(DeclarationOfInterests, {
    ...(input.id ? { id: input.id } : {}),
    auditorId: auditor.id,
    state: declarationStates.initial,
  });
  await writeInterests(uow, declaration, input.interests);
  uow.record({ act: 'declarationCreate', objectType: 'DeclarationOfInterests', objectId: declaration });
  return { declaration };
}

/**
 * Replaces all interests of a draft.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, DECLARATION_NOT_DRAFT, TIE_PLACE_MISSING, DATES_REVERSED
 */
export async function updateDeclaration(
  uow: UnitOfWork,
  input: DeclarationUpdateInput,
): Promise<{ declaration: string }> {
  const path = ['input', 'declarationId'];
  const { declarationId, expectedVersion } = input;
  const declaration = await uow.require(DeclarationOfInterests, declarationId, path, expectedVersion);
  authorise(uow, 'declarationUpdate', { auditorId: declaration.auditorId });
  if (declaration.state !== 'DRAFT') refuse('DECLARATION_NOT_DRAFT', path);
  await uow.change(DeclarationOfInterests, declaration, {});
  await uow.sql('delete from interest where declaration_id = $1', [declaration.id]);
  await writeInterests(uow, declaration.id, input.interests);
  uow.record({ act: 'declarationUpdate', objectType: 'DeclarationOfInterests', objectId: declaration.id });
  return { declaration: declaration.id };
}

async function writeInterests(
  uow: UnitOfWork,
  declarationId: string,
  interests: readonly InterestInput[],
): Promise<void> {
  const pathOf = (index: number): string[] => ['input', 'interests', String(index)];
  const places = await findPlaces(uow, interests, pathOf);
  const rows = interests.map((interest, index): Interest => {
    const { organisationId = null, auditedServiceId = null } = places[index] ?? {};
    const fromDate = interest.fromDate ?? null;
    const toDate = interest.toDate ?? null;
    if (isPracticeKind(interest.kind) && organisationId === null)
      refuse('TIE_PLACE_MISSING', [...pathOf(index), 'organisationId']);
    if (fromDate !== null && toDate !== null && toDate < fromDate)
      refuse('DATES_REVERSED', [...pathOf(index), 'toDate']);
    return {
      id: randomUUID(),
      declarationId,
      position: index + 1,
      kind: interest.kind,
      organisationId,
      auditedServiceId,
      description: interest.description,
      fromDate,
      toDate,
    };
  });
  if (rows.length > 0) await uow.manager.insert(Interest, rows);
}
