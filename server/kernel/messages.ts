/** The languages of the API. */
export type Locale = 'fr' | 'en';

/**
 * Every stable code that a client can meet, with its sentence in French and English. Codes never change and are
 * never reused; sentences may. `{name}` is filled from the error's parameters.
 */
export const MESSAGES = {
  // the request
  UNAUTHENTICATED: {
    fr: 'Connectez-vous : envoyez un jeton d’accès valide (mutation signIn).',
    en: 'Sign in: send a valid access token (mutation signIn).',
  },
  SIGN_IN_FAILED: {
    fr: 'Adresse ou mot de passe inconnus, ou compte fermé.',
    en: 'Unknown address or password, or closed account.',
  },
  NOT_FOUND: { fr: 'Objet introuvable.', en: 'Object not found.' },
  FORBIDDEN: {
    fr: 'Vous voyez cet objet, mais cet acte est réservé à : {allowed}.',
    en: 'You can see this object, but this act is reserved for: {allowed}.',
  },
  VALIDATION: { fr: 'Valeur refusée : {rule}.', en: 'Value refused: {rule}.' },
  PAGE_SIZE_MISSING: {
    fr: 'Donnez « first » ou « last » (1 à 100), pas les deux.',
    en: 'Give “first” or “last” (1 to 100), not both.',
  },
  CURSOR_INVALID: {
    fr: 'Ce curseur vient d’une autre liste, d’un autre tri ou d’un autre filtre : reprenez sans curseur.',
    en: 'This cursor comes from another list, sort or filter: start again without a cursor.',
  },
  STALE_VERSION: {
    fr: 'L’objet a changé depuis votre lecture (version {actual}, et non {expected}) : relisez-le.',
    en: 'The object changed since you read it (version {actual}, not {expected}): read it again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    fr: 'Cette clé d’idempotence a déjà servi avec un autre contenu : prenez une nouvelle clé.',
    en: 'This idempotency key was already used with other content: take a new key.',
  },
  ID_TAKEN: {
    fr: 'Cet identifiant existe déjà : créez l’objet avec un autre.',
    en: 'This id exists already: create the object with another one.',
  },
  ALREADY_EXISTS: { fr: 'Cet objet existe déjà : {what}.', en: 'This object exists already: {what}.' },
  ILLEGAL_TRANSITION: {
    fr: 'Acte impossible dans l’état {from} ; actes possibles : {allowed}.',
    en: 'This act is not possible in state {from}; possible acts: {allowed}.',
  },
  INTERNAL: {
    fr: 'Erreur interne. Donnez ce numéro au support : {requestId}.',
    en: 'Internal error. Give this number to support: {requestId}.',
  },
  // accounts and roles
  NOT_FOR_ONESELF: {
    fr: 'Cet acte ne peut pas porter sur votre propre compte : demandez-le à une autre personne.',
    en: 'This act cannot concern your own account: ask somebody else.',
  },
  ROLE_SERVICE_MISMATCH: {
    fr: 'Un rôle de service se donne pour un service (auditedServiceId) ; un rôle du programme, sans service.',
    en: 'A service role is granted for a service (auditedServiceId); a programme role without one.',
  },
  PASSWORD_WRONG: { fr: 'Le mot de passe actuel est faux.', en: 'The current password is wrong.' },
  ACCOUNT_DISABLED: { fr: 'Ce compte est fermé.', en: 'This account is closed.' },
  ACCOUNT_NOT_DISABLED: { fr: 'Ce compte n’est pas fermé.', en: 'This account is not closed.' },
  ROLE_REVOKED: { fr: 'Cette habilitation est déjà retirée.', en: 'This role grant is already revoked.' },
  PERSON_MISSING: {
    fr: 'Donnez personId, ou bien familyName et givenName.',
    en: 'Give personId, or else familyName and givenName.',
  },
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
  APPLICATION_NOT_CONFIRMED: {
    fr: 'Le service n’a pas encore confirmé sa participation.',
    en: 'The service has not confirmed that it takes part yet.',
  },
  CAMPAIGN_NOT_RUNNING: {
    fr: 'La campagne n’est pas dans un état qui permet cet acte.',
    en: 'The campaign is not in a state that allows this act.',
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
    fr: 'Il faut un radiologue et un manipulateur, dont un responsable d’audit.',
    en: 'A radiologist and a radiographer are needed, one of them as lead.',
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
    fr: 'L’audit n’est pas dans un état qui permet cet acte.',
    en: 'The audit is not in a state that allows this act.',
  },
  // grades
  CRITERION_NOT_IN_TEMPLATE: {
    fr: 'Ce critère n’appartient pas à la grille de cet audit.',
    en: 'This criterion does not belong to the template of this audit.',
  },
  REASON_MISSING: { fr: 'Donnez une raison.', en: 'Give a reason.' },
  SECTION_SUBMITTED: {
    fr: 'Vous avez déjà remis cette section : la cotation se poursuit en consensus.',
    en: 'You have already submitted this section: grading goes on as consensus.',
  },
  SECTION_INCOMPLETE: {
    fr: 'Cotez d’abord chaque critère de la section ({missing} restants).',
    en: 'Grade each criterion of the section first ({missing} left).',
  },
  SECTION_NOT_SUBMITTED: {
    fr: 'Les deux auditeurs doivent d’abord remettre cette section.',
    en: 'Both auditors must submit this section first.',
  },
  GRADES_INCOMPLETE: {
    fr: 'Il manque des cotations de consensus acceptées ({missing}).',
    en: 'Agreed consensus grades are missing ({missing}).',
  },
  SELF_ASSESSMENT_INCOMPLETE: {
    fr: 'Répondez d’abord à chaque critère ({missing} restants).',
    en: 'Answer each criterion first ({missing} left).',
  },
  SELF_ASSESSMENT_NOT_OVERDUE: {
    fr: 'Le service a jusqu’au {date} pour remettre son auto-évaluation.',
    en: 'The service has until {date} to submit its self-assessment.',
  },
  CONSENSUS_OWN_PROPOSAL: {
    fr: 'Un autre auditeur doit accepter votre proposition.',
    en: 'Another auditor must agree to your proposal.',
  },
  CONSENSUS_AGREED: {
    fr: 'Cette cotation de consensus est déjà acceptée.',
    en: 'This consensus grade has already been agreed to.',
  },
  OBSERVER_DOES_NOT_GRADE: {
    fr: 'Un observateur ne cote pas.',
    en: 'An observer does not grade.',
  },
  // evidence
  EVIDENCE_FILE_LATER: {
    fr: 'Le dépôt de fichiers passe par un ticket ; ici, donnez un lien ou une note.',
    en: 'Files travel by ticket; give a link or a note here.',
  },
  URL_NOT_SECURE: {
    fr: 'Donnez une adresse qui commence par https:// et sans identifiants.',
    en: 'Give an address that starts with https:// and holds no credentials.',
  },
  EVIDENCE_CONTENT_MISMATCH: {
    fr: 'Un lien demande une adresse (url), une note un texte (note).',
    en: 'A link needs an address (url), a note needs a text (note).',
  },
  // findings, replies, reports
  SEVERITY_MISMATCH: {
    fr: 'La gravité se donne pour une non-conformité, et pour elle seule.',
    en: 'A severity goes with a non-conformity, and only with it.',
  },
  NOT_YOUR_FINDING: {
    fr: 'Seule l’équipe d’audit rédige les constats.',
    en: 'Only the audit team writes findings.',
  },
  FINDINGS_MISSING: {
    fr: 'Rédigez au moins un constat avant de remettre le projet.',
    en: 'Write at least one finding before you submit the draft.',
  },
  SIGNATURES_MISSING: {
    fr: 'Les deux professions doivent d’abord signer.',
    en: 'Both professions must sign first.',
  },
  REPLIES_PENDING: {
    fr: 'Le service n’a pas répondu à chaque constat et son délai court encore.',
    en: 'The service has not replied to every finding and its delay still runs.',
  },
  CONTRADICTORY_OVER: {
    fr: 'Le délai de réponse est écoulé depuis le {date}.',
    en: 'The delay for replies ended on {date}.',
  },
  DISPOSITIONS_PENDING: {
    fr: 'Chaque réponse du service doit recevoir une suite motivée.',
    en: 'Each reply of the service needs a disposition with its reason.',
  },
  NOTHING_TO_DISPOSE: {
    fr: 'Le service a accepté ce constat : aucune suite à donner.',
    en: 'The service accepted this finding: nothing to dispose of.',
  },
  AMENDED_STATEMENT_MISSING: {
    fr: 'Donnez le constat modifié.',
    en: 'Give the amended statement.',
  },
  FINDING_ALREADY_REPLIED: {
    fr: 'Le service a déjà répondu à ce constat.',
    en: 'The service has already replied to this finding.',
  },
  DISPOSITION_MISMATCH: {
    fr: 'Un constat se retire avec la suite ACCEPTED et se modifie avec ACCEPTED ou PARTLY ; REJECTED le maintient tel quel.',
    en: 'A finding is withdrawn with ACCEPTED and amended with ACCEPTED or PARTLY; REJECTED maintains it as it is.',
  },
  ALREADY_SIGNED: { fr: 'Vous avez déjà signé.', en: 'You have already signed.' },
  OBSERVER_DOES_NOT_SIGN: { fr: 'Un observateur ne signe pas.', en: 'An observer does not sign.' },
  REPORT_MISSING: { fr: 'Le rapport n’est pas encore émis.', en: 'The report has not been issued yet.' },
  // corrective actions
  FINDING_NEEDS_NO_ACTION: {
    fr: 'Une action se rattache à une non-conformité ou à une recommandation maintenue.',
    en: 'An action belongs to a non-conformity or a recommendation that stands.',
  },
  PLAN_INCOMPLETE: {
    fr: 'Chaque non-conformité majeure ou critique doit avoir une action ({missing} sans action).',
    en: 'Each major or critical non-conformity needs an action ({missing} without).',
  },
  PLAN_ALREADY_SUBMITTED: {
    fr: 'Le plan est déjà remis : il attend le responsable d’audit.',
    en: 'The plan is already submitted: it awaits the lead auditor.',
  },
  PLAN_NOT_SUBMITTED: { fr: 'Le plan n’est pas encore remis.', en: 'The plan has not been submitted yet.' },
  DUE_DATE_TOO_LATE: {
    fr: 'L’échéance dépasse le délai de la campagne pour cette gravité (au plus tard le {latest}).',
    en: 'The due date is past the campaign’s delay for this severity (at the latest {latest}).',
  },
  PROOF_MISSING: {
    fr: 'Joignez au moins une preuve avant de déclarer l’action faite.',
    en: 'Add at least one proof before you declare the action done.',
  },
  VERIFIER_IS_OWNER: {
    fr: 'La personne qui vérifie ne peut pas être celle qui a proposé ou réalisé l’action.',
    en: 'Whoever verifies cannot be the one who proposed or carried out the action.',
  },
  WAIVER_NEEDS_SECOND_PERSON: {
    fr: 'Une dérogation demande une seconde personne.',
    en: 'A waiver needs a second person.',
  },
  WAIVER_NOT_REQUESTED: {
    fr: 'Aucune dérogation n’a été demandée pour cette action.',
    en: 'No waiver was requested for this action.',
  },
  WAIVER_EXPIRED: {
    fr: 'La date de fin de dérogation est passée.',
    en: 'The waiver would already have expired.',
  },
  ACTIONS_OPEN: {
    fr: 'Des actions ne sont ni vérifiées ni levées par dérogation.',
    en: 'Some actions are neither verified nor waived.',
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
  TIE_ENDED: { fr: 'Ce lien a déjà pris fin le {date}.', en: 'This tie already ended on {date}.' },
  TIE_FROM_REGISTRY: {
    fr: 'Ce lien vient d’un registre : il prend fin quand le registre ne le montre plus.',
    en: 'This tie comes from a registry: it ends when the registry no longer shows it.',
  },
  DECLARATION_NOT_DRAFT: {
    fr: 'Une déclaration signée ne change plus : préparez-en une nouvelle.',
    en: 'A signed declaration no longer changes: draft a new one.',
  },
  // files that people import
  OPERATION_LOST: {
    fr: 'La plateforme s’est arrêtée pendant cette opération : rien n’a été enregistré, recommencez.',
    en: 'The platform stopped during this operation: nothing was saved, start it again.',
  },
  FILE_REFUSED: { fr: 'Fichier refusé : {why}.', en: 'File refused: {why}.' },
} as const satisfies Record<string, Record<Locale, string>>;

/** A stable code of the API. */
export type ErrorCode = keyof typeof MESSAGES;

/** The sentence for a code in the caller's language, with its placeholders filled. */
export function messageFor(
  code: ErrorCode,
  locale: Locale,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return MESSAGES[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The language that an Accept-Language header asks for: English when it comes before French, else French. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().toLowerCase().split(';');
      return { language: tag.slice(0, 2), weight: Number(quality.replace(/^\s*q=/, '')) || 0 };
    })
    .filter(({ language }) => language === 'fr' || language === 'en')
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'fr';
}
