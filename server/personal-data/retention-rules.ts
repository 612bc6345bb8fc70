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
}

const CNIL_LOGS = 'CNIL, recommandation du 14 octobre 2021 relative à la journalisation';
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
];
