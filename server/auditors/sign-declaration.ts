import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { addMonths, parisDate, type CalendarDate } from '../kernel/working-days';
import { Auditor } from './auditor.entity';
import { DeclarationOfInterests } from './declaration-of-interests.entity';
import { declarationStateOn, declarationStates } from './declaration.states';
import { AFFILIATION_KINDS } from './affiliation.entity';

/** Which draft is signed. */
export interface DeclarationSignInput {
  declarationId: string;
  expectedVersion: number;
}

/** Months that a declaration holds when the platform has no rule `declarationValidity` loaded. */
const DEFAULT_VALIDITY_MONTHS = 12;

/** A tie whose beginning its owner does not know counts for as long as any conflict rule looks back. */
const UNKNOWN_BEGINNING: CalendarDate = '2000-01-01';

/**
 * Signs a draft: it holds for the months of the newest rule `declarationValidity`, its last day included, takes the
 * place of the declaration signed before, and does not change any more. Ways of practising that it declares become
 * affiliations; those that it no longer mentions stay, for their owner to end.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION
 */
export async function signDeclaration(
  uow: UnitOfWork,
  input: DeclarationSignInput,
): Promise<{ declaration: string }> {
  const path = ['input', 'declarationId'];
  const draft = await uow.require(DeclarationOfInterests, input.declarationId, path, input.expectedVersion);
  authorise(uow, 'declarationSign', { auditorId: draft.auditorId });
  const auditor = await uow.require(Auditor, draft.auditorId, path);
  const today = parisDate(uow.now());
  if (draft.state === 'DRAFT') await replaceSigned(uow, auditor.id, today);
  await uow.move(
    declarationStates,
    DeclarationOfInterests,
    draft,
    'declarationSign',
    {},
    {
      signedAt: uow.now().toISOString(),
      expiresOn: addMonths(today, await validityMonths(uow)),
    },
  );
  await affiliate(uow, auditor.personId, draft.id);
  await uow.reviewFacts({ cause: 'declarationSign', personIds: [auditor.personId] });
  uow.record({ act: 'declarationSign', objectType: 'DeclarationOfInterests', objectId: draft.id });
  return { declaration: draft.id };
}

/** Ends the declaration signed before: there is one at a time. */
async function replaceSigned(uow: UnitOfWork, auditorId: string, today: CalendarDate): Promise<void> {
  const [signed] = await uow.manager
    .createQueryBuilder(DeclarationOfInterests, 'd')
    .where(`d.auditor_id = :auditorId and d.state = 'SIGNED'`, { auditorId })
    .setLock('pessimistic_write')
    .getMany();
  if (!signed) return;
  const hasExpired = declarationStateOn(signed, today) === 'EXPIRED';
  const act = hasExpired ? 'declarationExpire' : 'declarationSupersede';
  await uow.move(declarationStates, DeclarationOfInterests, signed, act, {});
  uow.record({ act, objectType: 'DeclarationOfInterests', objectId: signed.id });
}

async function validityMonths(uow: UnitOfWork): Promise<number> {
  const [rule] = await uow.sql<{ months: number | null }>(
    `select months from deadline_rule where code = 'declarationValidity' order by number desc limit 1`,
  );
  return rule?.months ?? DEFAULT_VALIDITY_MONTHS;
}

/**
 * Writes the declared ways of practising as affiliations; one that an earlier declaration brought is brought up to date.
 */
async function affiliate(uow: UnitOfWork, personId: string, declarationId: string): Promise<void> {
  const practised = `
    select organisation_id, audited_service_id, kind, coalesce(from_date, least(to_date, $3::date)) as from_date,
      case when bool_and(to_date is not null) then max(to_date) end as to_date
    from interest where declaration_id = $2 and kind = any($4::text[])
    group by 1, 2, 3, 4`;
  const same = `a.person_id = $1 and a.organisation_id = i.organisation_id
    and a.audited_service_id is not distinct from i.audited_service_id
    and a.kind = i.kind and a.source = 'DECLARED' and a.from_date = i.from_date`;
  const values = [personId, declarationId, UNKNOWN_BEGINNING, AFFILIATION_KINDS];
  await uow.sql(
    `update affiliation a set to_date = i.to_date from (${practised}) i
     where ${same} and a.to_date is distinct from i.to_date`,
    values,
  );
  await uow.sql(
    `insert into affiliation (id, person_id, organisation_id, audited_service_id, kind, from_date, to_date, source)
     select gen_random_uuid(), $1::uuid, i.organisation_id, i.audited_service_id, i.kind, i.from_date, i.to_date, 'DECLARED'
     from (${practised}) i where not exists (select 1 from affiliation a where ${same})`,
    values,
  );
}
