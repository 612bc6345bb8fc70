import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, both, either, NOTHING, ofOwnTeam } from '../row-rules';

/** Of these, that somebody was told is in his own log alone (`isOwn` of the topics of server/notifications). */
const OTHERS_ARE_TOLD = (t: string): string =>
  `${t}.topic not in ('DOCUMENT_SIGNED', 'AMENDMENT_PROPOSED', 'PRACTICE_SHARED', 'SYNTHESIS_PREPARED', 'ENDPOINT_DISABLED')`;

/** The log is proof for both sides; the row policies in server/database/migrations/message-log/sight.ts say the same. */
const deliveryRows: RowRule = (viewer, t, bind) => {
  // Bound where it is used alone: PostgreSQL refuses a value that no condition names.
  const free = (): string | null => {
    const walled = [...viewer.walledServices];
    if (walled.length === 0) return null;
    return `(${t}.audited_service_id is null or ${t}.audited_service_id <> all(${bind(walled)}::uuid[]))`;
  };
  const isShown = `exists (select 1 from audit a where a.id = ${t}.audit_id and a.team_shown_at <= ${t}.found_at)`;
  const others = either(
    viewer.roles.has('COORDINATOR') ? free() : NOTHING,
    viewer.services.size === 0
      ? NOTHING
      : both(
          amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
          `(${t}.audience in ('SERVICE', 'MANAGER') or (${t}.audience in ('TEAM', 'LEAD') and ${isShown}))`,
        ),
    viewer.assignedAudits.size === 0
      ? NOTHING
      : both(ofOwnTeam(viewer, t, bind), `${t}.audience in ('SERVICE', 'TEAM', 'LEAD')`),
  );
  return either(
    amongIds(`${t}.account_id`, viewer.accountId ? [viewer.accountId] : [], bind),
    both(others, OTHERS_ARE_TOLD(t)),
  );
};

const SEEN_BY =
  'Chacun, ce qui lui a été dit ; la coordination, sauf lien avec le service ; le service, ce qui a été dit aux siens, et que l’équipe a été prévenue ; l’équipe, ce qui a été dit au service et à elle. Signatures attendues, synthèses en préparation, pratiques partagées et points d’accès : seul celui qui a été prévenu.';

/** Messages, reminders, digests and how people want them. */
export const notificationsPolicy: RoomPolicy = {
  types: {
    Delivery: {
      seenBy: SEEN_BY,
      rows: deliveryRows,
      // Who it was is an account, which the coordination sees, and everybody his own: a service reads no auditor's name here.
      withRow: `id audit recipient topic audience step dueOn kind foundAt droppedAt composedAt acceptedAt failedAt attempts`,
    },
    DeliveryAttempt: {
      seenBy: SEEN_BY,
      rows: () => NOTHING,
      withRow: 'number outcome smtpCode beganAt endedAt',
    },
    NotificationPreferences: {
      seenBy: 'Chacun les siennes ; personne d’autre.',
      rows: () => NOTHING,
      withRow: 'language digestHour quietWeekdays quietFrom quietTo topics version',
    },
    NotificationTopic: {
      seenBy: 'Chacun les siens ; personne d’autre.',
      rows: () => NOTHING,
      withRow: 'topic name isOff compulsoryBecause',
    },
    RemindersPreview: {
      seenBy: 'La coordination, sans les audits auxquels un lien la rattache : des nombres.',
      rows: () => NOTHING,
      withRow: 'topic step audience facts people',
    },
  },
  mutations: {
    notificationPreferencesSet: ['SELF'],
  },
  queries: {
    deliveries: ['SIGNED_IN'],
    notificationPreferences: ['SIGNED_IN'],
    remindersPreview: ['COORDINATOR'],
  },
  arguments: {
    'Query.deliveries.mine': { reveals: 'recipient' },
    'Query.remindersPreview.campaignId': { reveals: 'topic step audience facts people' },
  },
};
