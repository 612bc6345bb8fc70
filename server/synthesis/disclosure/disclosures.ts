import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../database/unit-of-work';
import { mayTell, type Services } from './blocks';

/** Who asks: a service, with what each of those who will read the answer knows by himself; nobody for the synthesis. */
export interface Asker {
  auditedServiceId: string;
  /** Services whose figures they know: what is told must be told to each of these readers. */
  sights: readonly Services[];
}

/** What was told in a campaign, and what is being told: as long as the transaction lasts nobody else is told anything. */
export interface Disclosures {
  /**
   * Whether figures on a subject may be told of a group of services.
   * @param whole all services that have the figure: told of, or to be told of, by the synthesis
   */
  mayTell(subject: string, group: Services, whole: Services): boolean;
  /** Notes that they are. */
  tell(subject: string, group: Services): void;
  /** Writes what was noted; what the same asker was told before is there already. */
  write(): Promise<void>;
}

interface GroupRow {
  subject: string;
  services: string[];
  auditedServiceId: string | null;
}

/**
 * Opens the book of what was told of a campaign. Two who ask at the same time do so one after the other.
 * @param asker null for the synthesis
 * @param least fewest services that anything may tell on
 */
export async function openDisclosures(
  uow: UnitOfWork,
  campaignId: string,
  { asker, least }: { asker: Asker | null; least: number },
): Promise<Disclosures> {
  await uow.sql(`select pg_advisory_xact_lock(hashtextextended('disclosures ' || $1, 0))`, [campaignId]);
  const rows = await uow.sql<GroupRow>(
    `select subject, services, audited_service_id as "auditedServiceId" from disclosed_group where campaign_id = $1`,
    [campaignId],
  );
  const told = new Map<string, GroupRow[]>();
  for (const row of rows) told.set(row.subject, [...(told.get(row.subject) ?? []), row]);
  const news = new Map<string, Services[]>();
  return {
    mayTell(subject, group, whole) {
      const before = (told.get(subject) ?? []).map(({ services, auditedServiceId }) => ({
        group: new Set(services),
        to: auditedServiceId,
      }));
      return (asker?.sights ?? [new Set<string>()]).every((own) =>
        mayTell(group, {
          answered: [whole, ...before.map((each) => each.group)],
          known: [whole, ...before.filter(({ to }) => to === null || own.has(to)).map((each) => each.group)],
          own,
          least,
        }),
      );
    },
    tell(subject, group) {
      news.set(subject, [...(news.get(subject) ?? []), group]);
    },
    async write() {
      const groups = [...news].flatMap(([subject, own]) =>
        own.map((group) => ({ id: randomUUID(), subject, services: [...group].sort() })),
      );
      await uow.sql(
        `insert into disclosed_group (id, campaign_id, subject, services, audited_service_id, asked_by_id)
         select x.id, $1, x.subject, x.services, $2, $3
         from jsonb_to_recordset($4::jsonb) as x (id uuid, subject text, services uuid[])
         where not exists (select 1 from disclosed_group d where d.campaign_id = $1 and d.subject = x.subject
           and d.services = x.services and d.audited_service_id is not distinct from $2)`,
        [campaignId, asker?.auditedServiceId ?? null, uow.viewer.accountId, JSON.stringify(groups)],
      );
    },
  };
}

/** What figures are told about, by the words under which they are noted. */
export const SUBJECTS = {
  services: 'SERVICES',
  score: (sectionId: string) => `SCORE ${sectionId}`,
  gap: (sectionId: string) => `GAP ${sectionId}`,
  rate: (criterionId: string) => `RATE ${criterionId}`,
} as const;
