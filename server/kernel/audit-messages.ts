import type { MessageTexts } from './messages';

/** What can be said within an audit: grades, evidence, findings, reports, corrective actions. */
export const auditMessages = {
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
    fr: 'Joignez au moins une preuve avant de déclarer l’action faite ; un fichier en analyse ou refusé n’en est pas une.',
    en: 'Add at least one proof before you declare the action done; a file that is being checked or was refused is none.',
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
} as const satisfies MessageTexts;
