import type { MessageTexts } from './messages';

/** What can be said of templates, campaigns, ties and teams. */
export const campaignMessages = {
  // templates and campaigns
  TEMPLATE_NOT_PUBLISHED: {
    fr: 'Choisissez une version publiée de la grille d’audit.',
    en: 'Choose a published version of the audit template.',
  },
  CALL_DATE_MISSING: {
    fr: 'Fixez la date de clôture de l’appel (callClosesOn) avant de l’ouvrir.',
    en: 'Set the closing date of the call (callClosesOn) before opening it.',
  },
  CALL_NOT_OPEN: { fr: 'L’appel à candidatures n’est pas ouvert.', en: 'The call is not open.' },
  CALL_OVER: { fr: 'L’appel est clos depuis le {date}.', en: 'The call closed on {date}.' },
  DATES_REVERSED: {
    fr: 'La date de fin précède la date de début.',
    en: 'The end date comes before the start date.',
  },
  APPLICATIONS_UNDECIDED: {
    fr: 'Des candidatures attendent une décision : retenez-les, mettez-les en attente ou refusez-les.',
    en: 'Applications await a decision: select, waitlist or reject them.',
  },
  AUDITS_NOT_ENDED: {
    fr: 'Des audits ne sont pas terminés : la campagne se clôt quand tous sont clos ou annulés.',
    en: 'Audits are not over: a campaign closes when all of them are closed or cancelled.',
  },
  CAMPAIGN_CLOSER_TIED: {
    fr: 'Vous avez un lien avec un service, dont l’audit vous serait caché : un membre de la coordination sans lien clôt la campagne.',
    en: 'You have a tie with a service, whose audit would be hidden from you: a coordinator without any tie closes the campaign.',
  },
  APPLICATION_NOT_CONFIRMED: {
    fr: 'Le service n’a pas encore confirmé sa participation.',
    en: 'The service has not confirmed that it takes part yet.',
  },
  CAMPAIGN_NOT_RUNNING: {
    fr: 'La campagne n’en est pas à l’étape de cet acte : voyez son état et ses actes possibles (state, availableTransitions).',
    en: 'The campaign is not at the step of this act: see its state and possible acts (state, availableTransitions).',
  },
  SERVICE_ARCHIVED: { fr: 'Ce service est archivé.', en: 'This service is archived.' },
  // teams
  CONFLICT_OF_INTEREST: {
    fr: 'Lien d’intérêts bloquant : {rules}.',
    en: 'Blocking conflict of interest: {rules}.',
  },
  CONFLICT_REVIEW_NEEDED: {
    fr: 'Lien d’intérêts à examiner ({rules}) : confirmez avec overrideReason, la décision portera votre nom.',
    en: 'Conflict of interest to review ({rules}): confirm with overrideReason, the decision will carry your name.',
  },
  ASSIGNMENT_FROZEN: {
    fr: 'Affectation suspendue : un lien d’intérêts est apparu depuis la proposition.',
    en: 'Assignment frozen: a conflict of interest has come up since the proposal.',
  },
  CONFLICT_BLOCKS: {
    fr: 'Ce lien est bloquant : remplacez l’auditeur, ou mettez fin au lien.',
    en: 'This conflict blocks: replace the auditor, or end the tie.',
  },
  SEAT_PROFESSION_MISMATCH: {
    fr: 'Ce siège demande la profession {expected}.',
    en: 'This seat asks for the profession {expected}.',
  },
  AUDITOR_NOT_QUALIFIED: {
    fr: 'Cet auditeur n’est pas qualifié ({state}).',
    en: 'This auditor is not qualified ({state}).',
  },
  AUDITOR_UNAVAILABLE: {
    fr: 'Cet auditeur est indisponible à cette date.',
    en: 'This auditor is unavailable on that date.',
  },
  AUDITOR_AT_MAXIMUM: {
    fr: 'Cet auditeur a atteint son maximum annuel ({maximum}).',
    en: 'This auditor has reached the yearly maximum ({maximum}).',
  },
  LEAD_NOT_ELIGIBLE: {
    fr: 'Cet auditeur ne peut pas encore conduire un audit.',
    en: 'This auditor may not lead an audit yet.',
  },
  SEAT_TAKEN: { fr: 'Ce siège est déjà pourvu.', en: 'This seat is already taken.' },
  ALREADY_ON_TEAM: { fr: 'Cet auditeur est déjà dans l’équipe.', en: 'This auditor is already on the team.' },
  TEAM_CLOSED: {
    fr: 'L’équipe ne change plus de cette façon dans l’état présent de l’audit ({state}).',
    en: 'The team can no longer change in this way in the present state of the audit ({state}).',
  },
  TEAM_INCOMPLETE: {
    fr: 'Il faut un radiologue et un manipulateur, ou ce que le service demande de plus, dont un responsable d’audit.',
    en: 'A radiologist and a radiographer are needed, or what more the service asks for, one of them as lead.',
  },
  TEAM_NOT_ACCEPTED: {
    fr: 'Chaque auditeur doit d’abord accepter et attester l’absence de lien.',
    en: 'Each auditor must first accept and attest that there is no conflict.',
  },
  ATTESTATION_MISSING: {
    fr: 'Attestez l’absence de lien d’intérêts pour accepter, ou déclarez le lien.',
    en: 'Attest that you have no conflict of interest to accept, or declare it.',
  },
  DECLARATION_NOT_SIGNED: {
    fr: 'Signez d’abord votre déclaration d’intérêts (valable 12 mois).',
    en: 'Sign your declaration of interests first (valid for 12 months).',
  },
  RECUSAL_WINDOW_OPEN: {
    fr: 'Le délai de récusation court encore et le service n’a pas donné son accord.',
    en: 'The recusal window is still open and the service has not agreed.',
  },
  RECUSAL_WINDOW_OVER: {
    fr: 'Le délai de récusation est écoulé ; une demande tardive doit reposer sur un fait inconnu avant (isNewFact).',
    en: 'The recusal window is over; a late request must rest on a fact unknown before (isNewFact).',
  },
  RECUSAL_PENDING: { fr: 'Une récusation attend sa décision.', en: 'A recusal awaits its decision.' },
  APPEAL_OVER: { fr: 'Le délai de recours est écoulé.', en: 'The time for an appeal is over.' },
  DECIDED_BY_SAME_PERSON: {
    fr: 'Le recours doit être tranché par une autre personne.',
    en: 'Someone else must decide the appeal.',
  },
  VISIT_DATE_MISSING: { fr: 'Fixez la date de visite.', en: 'Set the date of the visit.' },
  VISIT_DATE_OUTSIDE_CAMPAIGN: {
    fr: 'La visite doit avoir lieu entre le {from} et le {to}.',
    en: 'The visit must take place between {from} and {to}.',
  },
  VISIT_NOT_REACHED: { fr: 'La visite est prévue le {date}.', en: 'The visit is planned on {date}.' },
  AUDIT_STATE_FORBIDS: {
    fr: 'L’audit n’en est pas à l’étape de cet acte : voyez son état et ses actes possibles (state, availableTransitions).',
    en: 'The audit is not at the step of this act: see its state and possible acts (state, availableTransitions).',
  },
  // matching
  MATCHING_NOTHING_TO_COMPOSE: {
    fr: 'Aucun audit de cette campagne n’attend son équipe.',
    en: 'No audit of this campaign awaits its team.',
  },
  MATCHING_BASE_ELSEWHERE: {
    fr: 'Partez d’une composition de la même campagne qui a donné un plan.',
    en: 'Start from a run of the same campaign that gave a plan.',
  },
  MATCHING_RUNS_WAITING: {
    fr: 'Déjà {count} compositions en attente : laissez-les finir, ou abandonnez-en une.',
    en: '{count} runs are waiting already: let them end, or give one up.',
  },
  MATCHING_CONTRADICTION: {
    fr: 'Ce qui est fixé se contredit : {why}.',
    en: 'What is settled contradicts itself: {why}.',
  },
  MATCHING_SOLVER_LOST: {
    fr: 'Le calcul s’est interrompu ({why}) : relancez la composition.',
    en: 'The solver was lost ({why}): start the run again.',
  },
  MATCHING_PLAN_WRONG: {
    fr: 'Le contrôle du plan a échoué ({why}) : rien n’en est gardé.',
    en: 'The plan did not pass its check ({why}): nothing of it is kept.',
  },
  MATCHING_PAIR_CHANGED: {
    fr: 'La situation de {auditor} pour l’audit {audit} a changé depuis le calcul :',
    en: 'What is known of {auditor} for the audit {audit} has changed since the run:',
  },
  MATCHING_PAIR_REFUSED: {
    fr: 'La coordination a écarté cette paire, ou l’auditeur a quitté cet audit.',
    en: 'The coordination has forbidden this pair, or the auditor has left this audit.',
  },
  MATCHING_DECISION_ENDED: {
    fr: 'Cette décision a déjà pris fin le {date}.',
    en: 'This decision already ended on {date}.',
  },
  MATCHING_DRY_RUN: {
    fr: 'Une composition à blanc ne se publie pas.',
    en: 'A dry run is never published.',
  },
  MATCHING_RUN_SUPERSEDED: {
    fr: 'Une autre composition a été publiée depuis.',
    en: 'Another run was published since.',
  },
  MATCHING_RUN_ACCEPTED: {
    fr: 'Des auditeurs ont déjà accepté ({accepted}) : remplacez-les un à un.',
    en: 'Auditors have accepted already ({accepted}): replace them one by one.',
  },
  // ties, declarations of interests
  TIE_PLACE_MISSING: {
    fr: 'Indiquez l’organisation ou le service auquel se rapporte ce lien.',
    en: 'Name the organisation or the service that this tie is to.',
  },
  TIE_TO_ITSELF: {
    fr: 'Une organisation ne peut pas être liée à elle-même.',
    en: 'An organisation cannot be linked to itself.',
  },
  FACT_SIDES_WRONG: {
    fr: 'Un fait de nature {kind} ne relie pas ces deux côtés : nommez-en un de chaque côté.',
    en: 'A fact of kind {kind} does not tie these two sides: name one on each side.',
  },
  TIE_ENDED: { fr: 'Ce lien a déjà pris fin le {date}.', en: 'This tie already ended on {date}.' },
  TIE_FROM_REGISTRY: {
    fr: 'Ce lien vient d’un registre : il prend fin quand le registre ne le montre plus.',
    en: 'This tie comes from a registry: it ends when the registry no longer shows it.',
  },
  DECLARATION_NOT_DRAFT: {
    fr: 'Une déclaration signée ne change plus : préparez-en une nouvelle.',
    en: 'A signed declaration no longer changes: draft a new one.',
  },
} as const satisfies MessageTexts;
