import type { UnitOfWork } from '../database/unit-of-work';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { identifyingNumber, identifyingRemark } from '../measures';

/** Names shorter than this stand in too many words. */
const SHORTEST_NAME = 4;

/**
 * Lets no free text through that points to a patient: a NIR, or words that announce a date of birth.
 * @throws Refusal TEXT_IDENTIFIES
 */
export function refuseIdentifying(text: string | null | undefined, path: ErrorPath): void {
  if (text && identifyingRemark(text)) refuse('TEXT_IDENTIFIES', path);
}

/**
 * Lets no text through that is meant for others and tells whose it is: besides what points to a patient, full dates and
 * the names, places and numbers under which the registries know the service. It cannot see an allusion; who shares a text
 * reads it again.
 * @throws Refusal TEXT_IDENTIFIES, TEXT_HAS_DATE, TEXT_NAMES_SERVICE
 */
export async function refuseTelling(
  uow: UnitOfWork,
  auditedServiceId: string,
  text: string,
  path: ErrorPath,
): Promise<void> {
  refuseIdentifying(text, path);
  if (identifyingNumber(text)) refuse('TEXT_HAS_DATE', path);
  const names = await uow.sql<{ name: string }>(NAMES, [auditedServiceId]);
  const plain = ` ${plainWords(text)} `;
  const digits = text.replace(/[\s.\u00A0\u202F-]/g, '');
  const tells = names.some(({ name }) => {
    if (/^[\dAB]+$/.test(name)) return digits.includes(name);
    const words = plainWords(name);
    return words.length >= SHORTEST_NAME && plain.includes(` ${words} `);
  });
  if (tells) refuse('TEXT_NAMES_SERVICE', path);
}

/** What the registries call a service ($1) and the organisations that it belongs to. */
const NAMES = `
  select unnest(array[s.name, s.commune, s.finess_et, s.siret]) as name from audited_service s where s.id = $1
  union select unnest(array[o.name, o.finess_ej, o.siren]) from organisation o
    where o.id = (select s.organisation_id from audited_service s where s.id = $1)
      or o.id in (select l.organisation_id from service_organisation l where l.audited_service_id = $1)`;

/** A text without accents, capitals and whatever is no letter or digit, single spaces between its words. */
function plainWords(text: string | null): string {
  return (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
