/** How a rule is carried out. */
export const RETENTION_MEANS = ['UPKEEP', 'COMMAND', 'DECISION', 'OUTSIDE'] as const;

/** How long one kind of data is kept, and why. */
export interface RetentionRule {
  code: string;
  what: { fr: string; en: string };
  /** An interval of PostgreSQL. */
  keptFor: string;
  why: { fr: string; en: string };
  /** Who says so: a text, or the programme that decided. */
  source: string;
  /**
   * UPKEEP: goes by itself. COMMAND: goes when a person runs the command. DECISION: a person decides case by case, the
   * command only counts. OUTSIDE: the platform does not hold it.
   */
  means: (typeof RETENTION_MEANS)[number];
  /** Counts what is due, given the time kept as $1; what the platform takes away, the database does under the code. */
  due?: string;
  /** Which function of the database does it; `app.retention_take` unless told otherwise. */
  takenBy?: 'app.retain_messages';
}

const CNIL_LOGS = 'CNIL, recommandation du 14 octobre 2021 relative à la journalisation';
/** Until when somebody may still go to court over what he was or was not told. */
const LIMITATION = 'Code civil, article 2224 (prescription de cinq ans) ; RGPD, article 5, 1, e';
const PROGRAMME = 'Décision du programme, à confirmer par son délégué à la protection des données';

/** What is kept how long: data, so that whoever answers for it reads it here. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    code: 'IDEMPOTENCY_KEYS',
    what: { fr: 'Clés d’idempotence', en: 'Idempotency keys' },
    keptFor: '90 days',
    why: {
      fr: 'Un appareil resté hors ligne peut renvoyer un acte des semaines plus tard.',
      en: 'A device that was offline may send an act again weeks later.',
    },
    source: PROGRAMME,
    means: 'UPKEEP',
    due: 'select count(*)::int as count from idempotency_key where created_at < now() - $1::interval',
  },
  {
    code: 'OPERATION_PROBLEMS',
    what: {
      fr: 'Anomalies des fichiers importés, avec les valeurs lues',
      en: 'Problems of imported files, with the values read',
    },
    keptFor: '12 months',
    why: {
      fr: 'Le temps de corriger la source et de réimporter ; les valeurs peuvent nommer des personnes.',
      en: 'Long enough to mend the source and import again; values may name people.',
    },
    source: PROGRAMME,
    means: 'UPKEEP',
    due: `select count(*)::int as count from operation_problem p join operation o on o.id = p.operation_id
      where o.finished_at < now() - $1::interval`,
  },
  {
    code: 'WEBHOOK_CONTENTS',
    what: {
      fr: 'Corps des envois aux points d’accès et réponses reçues',
      en: 'Bodies of deliveries to endpoints, and what was answered',
    },
    keptFor: '90 days',
    why: {
      fr: 'Rejouer ce qui a échoué et comprendre pourquoi ; une réponse peut contenir n’importe quoi.',
      en: 'To replay what failed and to understand why; an answer may contain anything.',
    },
    source: PROGRAMME,
    means: 'UPKEEP',
    takenBy: 'app.retain_messages',
    due: `select (select count(*) from webhook_attempt where answer is not null and created_at < now() - $1::interval)::int
      + (select count(*) from webhook_delivery
          where body <> '' and state <> 'PENDING' and created_at < now() - $1::interval)::int as count`,
  },
  {
    code: 'WEBHOOK_DELIVERIES',
    what: {
      fr: 'Journal des envois aux points d’accès, sans leur contenu',
      en: 'Log of deliveries to endpoints, without their contents',
    },
    keptFor: '12 months',
    why: {
      fr: 'Comme les journaux techniques : un programme n’est pas une personne, et aucun délai ne court pour lui.',
      en: 'Like technical logs: a program is no person, and no delay runs for it.',
    },
    source: CNIL_LOGS,
    means: 'UPKEEP',
    takenBy: 'app.retain_messages',
    due: `select count(*)::int as count from webhook_delivery
      where state <> 'PENDING' and created_at < now() - $1::interval`,
  },
  {
    code: 'OUTBOX',
    what: {
      fr: 'Messages sortants dont chacun a été prévenu, et tâches de la file abandonnées',
      en: 'Outbox messages that everybody was told of, and jobs of the queue that were given up',
    },
    keptFor: '12 months',
    why: {
      fr: 'Comprendre une panne ; ce que dit un message, le journal et la preuve de remise le disent aussi.',
      en: 'To understand a breakdown; what a message says, the trail and the proof of delivery say as well.',
    },
    source: CNIL_LOGS,
    means: 'UPKEEP',
    takenBy: 'app.retain_messages',
    due: `select (select count(*) from job where created_at < now() - $1::interval)::int
      + (select count(*) from outbox_message m where m.created_at < now() - $1::interval
          and not exists (select from webhook_delivery d where d.outbox_message_id = m.id))::int as count`,
  },
  {
    code: 'SECURITY_LOGS',
    what: {
      fr: 'Journaux techniques et de sécurité du serveur',
      en: 'Technical and security logs of the server',
    },
    keptFor: '12 months',
    why: {
      fr: 'Détecter et comprendre un accès illicite.',
      en: 'To find and understand unlawful access.',
    },
    source: CNIL_LOGS,
    means: 'OUTSIDE',
  },
  {
    code: 'FORMER_INTERESTS',
    what: {
      fr: 'Intérêts de déclarations remplacées ou échues',
      en: 'Interests of declarations that were superseded or have expired',
    },
    keptFor: '5 years',
    why: {
      fr: 'Un conflit d’intérêts regarde cinq ans en arrière au plus.',
      en: 'Conflicts of interest look back five years at most.',
    },
    source: PROGRAMME,
    means: 'COMMAND',
    due: `select count(*)::int as count from interest i join declaration_of_interests d on d.id = i.declaration_id
      where coalesce(d.expires_on, d.updated_at::date) < (now() - $1::interval)::date and d.state in ('SUPERSEDED', 'EXPIRED')`,
  },
  {
    code: 'TRAIL_PAYLOADS',
    what: {
      fr: 'Contenus du journal (avant et après) ; les entrées, elles, restent',
      en: 'Payloads of the trail (before and after); the entries themselves stay',
    },
    keptFor: '10 years',
    why: {
      fr: 'Deux cycles d’audit, pour reconstituer ce qu’un service a contesté.',
      en: 'Two audit cycles, to reconstruct what a service has contested.',
    },
    source: PROGRAMME,
    means: 'COMMAND',
    due: `select count(*)::int as count from trail_payload p
      where app.trail_time(p.entry_id) < now() - $1::interval and p.erased_by_id is null`,
  },
  {
    code: 'CLOSED_ACCOUNTS',
    what: { fr: 'Personnes dont tous les comptes sont fermés', en: 'People whose accounts are all closed' },
    keptFor: '12 months',
    why: {
      fr: 'Rouvrir un compte fermé par erreur ; ensuite, personErase, personne par personne.',
      en: 'To reopen what was closed by mistake; afterwards personErase, person by person.',
    },
    source: PROGRAMME,
    means: 'DECISION',
    due: `select count(*)::int as count from person p where p.family_name <> ''
      and exists (select 1 from account a where a.person_id = p.id) and not exists (
        select 1 from account a where a.person_id = p.id
          and (a.disabled_at is null or a.disabled_at > now() - $1::interval))`,
  },
  {
    code: 'AUDIT_FILES',
    what: {
      fr: 'Dossiers d’audit clos : preuves, cotations, constats',
      en: 'Closed audit files: evidence, grades, findings',
    },
    keptFor: '5 years',
    why: {
      fr: 'Un cycle d’audit ; le rapport signé, lui, reste.',
      en: 'One audit cycle; the signed report stays.',
    },
    source: PROGRAMME,
    means: 'DECISION',
    due: 'select count(*)::int as count from audit where closed_at < now() - $1::interval',
  },
  {
    code: 'TOLD_PEOPLE',
    what: {
      fr: 'Preuves de remise : qui a été prévenu de quoi, dans quel message, et ce qu’en a dit le serveur de messagerie. Ni texte ni adresse, qui ne sont jamais conservés',
      en: 'Proof of delivery: who was told of what, in which message, and what the mail server made of it. Neither text nor address, which are never kept',
    },
    keptFor: '5 years',
    why: {
      fr: 'Montrer qu’un délai (récusation, phase contradictoire, plan d’action) a bien été annoncé, tant que le dossier d’audit est gardé : depuis la clôture de l’audit, ou la remise s’il n’y en a pas.',
      en: 'To show that a delay (recusal, contradictory phase, action plan) was announced, as long as the file of the audit is kept: from its closing, or from the delivery where there is none.',
    },
    source: LIMITATION,
    means: 'COMMAND',
    takenBy: 'app.retain_messages',
    due: `select count(*)::int as count from delivery d left join audit a on a.id = d.audit_id
      where coalesce(case when a.state in ('CLOSED', 'CANCELLED') then coalesce(a.closed_at, a.updated_at) end,
        case when d.audit_id is null then d.created_at end) < now() - $1::interval`,
  },
];
