import type { ComputeContext } from '../../database/read-model';
import { isUuid } from '../../kernel/ids';
import type { FrozenConflictRule, LocalisedText } from '../../templates';
import type { ReasonNames } from '../reasons/reason-names';
import type { PlannedInstance } from './seen-part';

const MODALITY: Readonly<Record<string, LocalisedText>> = {
  CT: { fr: 'scanner', en: 'CT' },
  MRI: { fr: 'IRM', en: 'MRI' },
  RADIOGRAPHY: { fr: 'radiographie', en: 'radiography' },
  MAMMOGRAPHY: { fr: 'mammographie', en: 'mammography' },
  ANGIOGRAPHY: { fr: 'angiographie', en: 'angiography' },
  NUCLEAR_MEDICINE: { fr: 'médecine nucléaire', en: 'nuclear medicine' },
};

/** What keeps a pair apart beside the rules of the campaign. */
const FITNESS: Readonly<Record<string, LocalisedText>> = {
  LANGUAGE: { fr: 'aucune langue commune', en: 'no common language' },
  RECENCY: { fr: 'exercice trop ancien', en: 'no recent practice' },
  QUALIFICATION: { fr: 'qualification qui n’est plus en vigueur', en: 'qualification not in force' },
};

/** For what the viewer may not know the name of. */
const UNKNOWN = '…';

const NAMED = `
  select u.id::text, p.given_name || ' ' || p.family_name as name
  from auditor u join person p on p.id = u.person_id where u.id = any($1::uuid[])
  union all select a.id::text, s.name || ' (' || a.reference || ')'
  from audit a join audited_service s on s.id = a.audited_service_id where a.id = any($1::uuid[])
  union all select o.id::text, o.name from organisation o where o.id = any($1::uuid[])
  union all select distinct 'region ' || s.region_code, s.region_name from audited_service s`;

/** How the ids and codes of a run's plan read, looked up once with the viewer's eyes. */
export async function namesIn(
  { sql }: Pick<ComputeContext, 'sql'>,
  campaignId: string,
  { instance }: PlannedInstance,
): Promise<ReasonNames> {
  const groups = [
    ...instance.services.flatMap(({ group, groups: more = [] }) => [...more, ...(group ? [group] : [])]),
    ...instance.auditors.flatMap((auditor) => auditor.groups),
  ];
  const ids = [
    ...instance.services.map(({ id }) => id),
    ...instance.auditors.map(({ id }) => id),
    ...groups.map(organisationOf),
  ];
  const rows = await sql<{ id: string; name: string }>(NAMED, [[...new Set(ids)].filter(isUuid)]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const [campaign] = await sql<{ rules: FrozenConflictRule[] }>(
    'select conflict_rules as "rules" from campaign where id = $1',
    [campaignId],
  );
  const rules = new Map((campaign?.rules ?? []).map(({ code, label }) => [code, label]));
  const nameOf = (id: string): string => names.get(id) ?? UNKNOWN;
  const same = (word: string): LocalisedText => ({ fr: word, en: word });
  return {
    auditor: nameOf,
    service: nameOf,
    group: (group) => nameOf(organisationOf(group)),
    region: (code) => names.get(`region ${code}`) ?? code,
    rule: (code) => rules.get(code) ?? FITNESS[code] ?? same(code),
    modality: (code) => MODALITY[code] ?? same(code),
  };
}

/** A group is an organisation, or one behind the kind of its links. */
const organisationOf = (group: string): string => group.split(':').at(-1) ?? group;
