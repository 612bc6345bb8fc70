import type { ComputedEdge } from '../../database/read-model';
import type { Locale } from '../../kernel/messages';
import { TOPIC_CODES, TOPICS, type TopicCode } from '../topics';
import type { NotificationPreference } from './notification-preference.entity';

/** A topic as one person has it. */
export interface TopicView {
  topic: TopicCode;
  name: string;
  isOff: boolean;
  /** Why it cannot be switched off; null when it can. */
  compulsoryBecause: string | null;
}

/** How a person is told, as he reads and sets it. */
export interface PreferencesView {
  language: Locale;
  digestHour: number;
  quietWeekdays: number[];
  quietFrom: string | null;
  quietTo: string | null;
  topics: TopicView[];
  /** 0 as long as nothing was set. */
  version: number;
}

/** What holds for whoever has set nothing. */
export const DEFAULT_PREFERENCES = {
  language: 'fr',
  topicsOff: [] as TopicCode[],
  digestHour: 7,
  quietWeekdays: [] as number[],
  quietFrom: null,
  quietTo: null,
  version: 0,
} as const;

type Stored = Pick<
  NotificationPreference,
  'language' | 'digestHour' | 'quietWeekdays' | 'quietFrom' | 'quietTo' | 'version'
> & { topicsOff: readonly TopicCode[] };

/** Preferences as their owner reads them. @param locale of the names of topics */
export function preferencesView({ topicsOff, ...stored }: Stored, locale: Locale): PreferencesView {
  const topics = TOPIC_CODES.map((topic): TopicView => {
    const { name, compulsory } = TOPICS[topic];
    const compulsoryBecause = compulsory?.[locale] ?? null;
    return {
      topic,
      name: name[locale],
      isOff: compulsoryBecause === null && topicsOff.includes(topic),
      compulsoryBecause,
    };
  });
  const { language, digestHour, quietWeekdays, quietFrom, quietTo, version } = stored;
  return { language, digestHour, quietWeekdays, quietFrom, quietTo, topics, version };
}

/** The preferences of accounts, the defaults where nothing is set. */
export const preferencesEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['id'],
  async compute(rows, { sql, viewer }) {
    const stored = await sql<Stored & { accountId: string }>(
      `select account_id as "accountId", language, topics_off as "topicsOff", digest_hour as "digestHour",
         quiet_weekdays as "quietWeekdays", quiet_from as "quietFrom", quiet_to as "quietTo", version
       from notification_preference where account_id = any($1::uuid[])`,
      [rows.map(({ id }) => id)],
    );
    const own = new Map(stored.map((one) => [one.accountId, one]));
    return rows.map(({ id }) =>
      preferencesView(own.get(id) ?? { ...DEFAULT_PREFERENCES, quietWeekdays: [] }, viewer.locale),
    );
  },
};
