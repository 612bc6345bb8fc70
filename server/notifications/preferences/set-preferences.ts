import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import type { Locale } from '../../kernel/messages';
import { refuse } from '../../kernel/outcome';
import { COMPULSORY_TOPICS, type TopicCode } from '../topics';
import { NotificationPreference } from './notification-preference.entity';
import { DEFAULT_PREFERENCES, preferencesView, type PreferencesView } from './preferences-view';

/** How somebody wants to be told; all of it, in the place of what was. */
export interface NotificationPreferencesSetInput {
  /** 0 while nothing is set. */
  expectedVersion: number;
  language: Locale;
  topicsOff: TopicCode[];
  /** 7 when left out. */
  digestHour?: number | null;
  /** 1 for Monday. */
  quietWeekdays: number[];
  quietFrom?: string | null;
  quietTo?: string | null;
}

/** The working days of a week: who wants no message on any would be told of nothing. */
const WORKING_WEEKDAYS = [1, 2, 3, 4, 5];
/** Quiet days at a stretch, at most: who is away for longer has somebody else act. */
const QUIET_DAYS_AT_MOST = 60;

/**
 * Says how one wants to be told.
 * @throws Refusal STALE_VERSION, TOPIC_IS_COMPULSORY, NO_DAY_LEFT, QUIET_DAYS_WRONG
 */
export async function setPreferences(
  uow: UnitOfWork,
  input: NotificationPreferencesSetInput,
): Promise<{ notificationPreferences: PreferencesView }> {
  const { accountId, locale } = uow.viewer;
  if (!accountId) refuse('UNAUTHENTICATED');
  authorise(uow, 'notificationPreferencesSet', { accountId });
  const own = await uow.manager
    .createQueryBuilder(NotificationPreference, 'p')
    .where('p.accountId = :accountId', { accountId })
    .getOne();
  const actual = own?.version ?? DEFAULT_PREFERENCES.version;
  if (actual !== input.expectedVersion)
    refuse('STALE_VERSION', ['input', 'expectedVersion'], { expected: input.expectedVersion, actual });
  mustLeaveSomething(input);
  const wanted = {
    language: input.language,
    topicsOff: [...new Set(input.topicsOff)].sort(),
    digestHour: input.digestHour ?? DEFAULT_PREFERENCES.digestHour,
    quietWeekdays: [...new Set(input.quietWeekdays)].sort(),
    quietFrom: input.quietFrom ?? null,
    quietTo: input.quietTo ?? null,
  };
  if (own) await uow.change(NotificationPreference, own, wanted);
  else await uow.insert(NotificationPreference, { accountId, ...wanted });
  uow.record({ act: 'notificationPreferencesSet', objectType: 'Account', objectId: accountId });
  return { notificationPreferences: preferencesView({ ...wanted, version: actual + 1 }, locale) };
}

function mustLeaveSomething({
  topicsOff,
  quietWeekdays,
  quietFrom,
  quietTo,
}: NotificationPreferencesSetInput): void {
  const compulsory = topicsOff.find((topic) => COMPULSORY_TOPICS.includes(topic));
  if (compulsory) refuse('TOPIC_IS_COMPULSORY', ['input', 'topicsOff'], { topic: compulsory });
  if (WORKING_WEEKDAYS.every((day) => quietWeekdays.includes(day)))
    refuse('NO_DAY_LEFT', ['input', 'quietWeekdays']);
  if (!quietFrom && !quietTo) return;
  const days = quietFrom && quietTo ? (Date.parse(quietTo) - Date.parse(quietFrom)) / 86_400_000 : NaN;
  if (!(days >= 0 && days < QUIET_DAYS_AT_MOST))
    refuse('QUIET_DAYS_WRONG', ['input', 'quietTo'], { days: QUIET_DAYS_AT_MOST });
}
