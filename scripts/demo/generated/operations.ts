// Written by scripts/demo/generate-operations.mjs; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Ce qu’une mutation reçoit. */
export type AccountCreateInput = {
  /** Adresse, unique sans égard aux majuscules. */
  email: string;
  /** Nom. */
  familyName?: string | null | undefined;
  /** Prénom. */
  givenName?: string | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Mot de passe initial, 12 caractères ou plus. */
  password: string;
  /** Personne connue de la plateforme ; sinon, donnez son nom et son prénom. */
  personId?: string | null | undefined;
};

/** Ce qu’une mutation reçoit. */
export type AffiliationDeclareInput = {
  /** Un service en particulier. */
  auditedServiceId?: string | null | undefined;
  /** Premier jour. */
  fromDate: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Nature. */
  kind: AffiliationKind;
  /** Organisation. */
  organisationId?: string | null | undefined;
  /** De qui ; sans lui, de vous-même. */
  personId?: string | null | undefined;
  /** Dernier jour ; sans lui : en cours. */
  toDate?: string | null | undefined;
};

/** Nature d’un rattachement. */
export type AffiliationKind =
  /** Conseil. */
  | 'CONSULTING'
  /** Exercice ou emploi. */
  | 'EMPLOYMENT'
  /** Remplacement. */
  | 'LOCUM'
  /** Parts ou propriété. */
  | 'OWNERSHIP'
  /** Téléradiologie. */
  | 'TELERADIOLOGY'
  /** Formation. */
  | 'TRAINING';

/** Ce qu’une mutation reçoit. */
export type AmendedFindingInput = {
  /** Constat. */
  findingId: string;
  /** Le constat, tel qu’il se lira désormais. */
  statement: string;
};

/** Ce qu’une mutation reçoit. */
export type ApplicationDecideInput = {
  /** Candidature. */
  applicationId: string;
  /** Raison de la décision, lue par le service. */
  decisionReason?: string | null | undefined;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type ApplicationMoveInput = {
  /** Candidature. */
  applicationId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type ApplicationRejectInput = {
  /** Candidature. */
  applicationId: string;
  /** Raison du refus, lue par le service. */
  decisionReason: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** État d’une candidature. */
export type ApplicationState =
  /** Confirmée par le service. */
  | 'CONFIRMED'
  /** Non retenue. */
  | 'REJECTED'
  /** Retenue ; le service doit confirmer. */
  | 'SELECTED'
  /** Déposée. */
  | 'SUBMITTED'
  /** En liste d’attente. */
  | 'WAITLISTED'
  /** Retirée par le service. */
  | 'WITHDRAWN';

/** Ce qu’une mutation reçoit. */
export type ApplicationSubmitInput = {
  /** Votre service. */
  auditedServiceId: string;
  /** Campagne. */
  campaignId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce que le service attend de l’audit. */
  motivation?: string | null | undefined;
};

/** Ce qu’une mutation reçoit. */
export type AssignmentAcceptInput = {
  /** Affectation d’un auditeur à un audit. */
  assignmentId: string;
  /** J’atteste n’avoir aucun lien d’intérêts avec ce service. */
  attestsNoConflict: boolean;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type AssignmentLeaveInput = {
  /** Affectation d’un auditeur à un audit. */
  assignmentId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Jamais montrée au service. */
  reason: string;
};

/** Ce qu’une mutation reçoit. */
export type AssignmentProposeInput = {
  /** Audit. */
  auditId: string;
  /** Auditeur. */
  auditorId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Responsable d’audit. */
  isLead?: boolean | null | undefined;
  /** Raison de passer outre un lien à examiner (REVIEW) ; elle est gardée avec votre nom. Un lien bloquant ne se lève pas. */
  overrideReason?: string | null | undefined;
  /** Siège dans l’équipe. */
  seat: Seat;
};

/** État d’une affectation. */
export type AssignmentState =
  /** Acceptée, absence de lien attestée. */
  | 'ACCEPTED'
  /** Audit clos. */
  | 'COMPLETED'
  /** Équipe confirmée. */
  | 'CONFIRMED'
  /** L’auditeur a déclaré un lien d’intérêts. */
  | 'CONFLICT_DECLARED'
  /** Déclinée. */
  | 'DECLINED'
  /** L’auditeur est sollicité. */
  | 'PROPOSED'
  /** Récusation admise. */
  | 'RECUSED'
  /** Retirée par la coordination. */
  | 'REPLACED';

/** Ce qu’une mutation reçoit. */
export type AttestationIssueInput = {
  /** L’audit dont le rapport est émis. */
  auditId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditEscalateSafetyInput = {
  /** Audit. */
  auditId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce qui met des personnes en danger, et ce qui a été dit à qui ; aucune donnée de patient. */
  note: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditMoveInput = {
  /** Audit. */
  auditId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditPlanInput = {
  /** Candidature confirmée du service. */
  applicationId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditPlanVisitInput = {
  /** Audit. */
  auditId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Date de la visite. */
  visitOn: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditReasonInput = {
  /** Audit. */
  auditId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Raison. */
  reason: string;
};

/** État d’un audit. */
export type AuditState =
  /** Abandonné. */
  | 'CANCELLED'
  /** Clos. */
  | 'CLOSED'
  /** Phase contradictoire : réponses du service. */
  | 'CONTRADICTORY'
  /** Étude du dossier par l’équipe. */
  | 'DOCUMENT_REVIEW'
  /** Rédaction du projet de rapport. */
  | 'DRAFT_REPORT'
  /** Suites données aux réponses. */
  | 'FINALISATION'
  /** Suivi des actions. */
  | 'FOLLOW_UP'
  /** Visite en cours. */
  | 'ON_SITE'
  /** Prévu, équipe à composer. */
  | 'PLANNED'
  /** Plan d’actions attendu. */
  | 'PLAN_DUE'
  /** Équipe montrée au service, qui peut récuser. */
  | 'RECUSAL_WINDOW'
  /** Rapport émis. */
  | 'REPORT_ISSUED'
  /** Auto-évaluation par le service. */
  | 'SELF_ASSESSMENT'
  /** Suspendu, reprendra là où il était. */
  | 'SUSPENDED'
  /** Équipe confirmée. */
  | 'TEAM_CONFIRMED'
  /** Équipe sollicitée, pas encore montrée au service. */
  | 'TEAM_PROPOSED';

/** À qui d’agir pour que l’audit avance. */
export type AuditTurn =
  /** La coordination. */
  | 'COORDINATION'
  /** Le responsable d’équipe. */
  | 'LEAD'
  /** Le service audité. */
  | 'SERVICE'
  /** Le comité de pilotage. */
  | 'STEERING'
  /** L’équipe : un de ses membres, ou plusieurs. */
  | 'TEAM';

/** Ce qu’une mutation reçoit. */
export type AuditedServicesImportInput = {
  /** Registre de sites d’imagerie : colonnes séparées par « ; », 10 000 lignes et 2 Mo au plus. */
  csv: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Essai : tout est vérifié et compté, rien n’est enregistré. */
  isDryRun: boolean;
};

/** Ce qu’une mutation reçoit. */
export type AuditorAccountCreateInput = {
  /** Auditeur. */
  auditorId: string;
  /** Adresse, unique sans égard aux majuscules. */
  email: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Mot de passe initial, 12 caractères ou plus. */
  password: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditorMoveInput = {
  /** Auditeur. */
  auditorId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditorUnavailabilityAddInput = {
  /** Auditeur. */
  auditorId: string;
  /** Premier jour. */
  fromDate: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Dernier jour. */
  toDate: string;
};

/** Ce qu’une mutation reçoit. */
export type AuditorUpdateInput = {
  /** Auditeur. */
  auditorId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Peut conduire un audit. (COORDINATOR) */
  isLeadEligible?: boolean | null | undefined;
  /** Langues, toutes : codes ISO 639-1. */
  languages?: Array<string> | null | undefined;
  /** Techniques maîtrisées, toutes. */
  modalities?: Array<Modality> | null | undefined;
  /** Régions, toutes : codes INSEE. */
  regions?: Array<string> | null | undefined;
  /** Audits par an, au plus (0 à 52). */
  yearlyMaximum?: number | null | undefined;
};

/** Ce qu’une mutation reçoit. */
export type AuditorsImportInput = {
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Essai : tout est vérifié et compté, rien n’est enregistré. */
  isDryRun: boolean;
  /** Extrait de l’annuaire RPPS : colonnes séparées par « | », 50 000 lignes et 2 Mo au plus. */
  text: string;
};

/** Ce qu’une mutation reçoit. */
export type CampaignCreateInput = {
  /** Dernier jour de l’appel. */
  callClosesOn?: string | null | undefined;
  /** Référence lisible et unique, par exemple 2027-CT. */
  code: string;
  /** Codes des règles de conflit (C01…) de cette campagne ; à défaut, celles qui le sont d’office. */
  conflictRuleCodes?: Array<string> | null | undefined;
  /** Description. */
  description?: string | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Version publiée de la grille d’audit. */
  templateVersionId: string;
  /** Titre. */
  title: string;
  /** Premier jour possible de visite. */
  visitsFrom: string;
  /** Dernier jour possible de visite. */
  visitsTo: string;
};

/** Ce qu’une mutation reçoit. */
export type CampaignMoveInput = {
  /** Campagne. */
  campaignId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** État d’une campagne. */
export type CampaignState =
  /** Appel clos, sélection en cours. */
  | 'CALL_CLOSED'
  /** Appel à candidatures ouvert. */
  | 'CALL_OPEN'
  /** Annulée. */
  | 'CANCELLED'
  /** Tous les audits sont terminés. */
  | 'CLOSED'
  /** En préparation. */
  | 'DRAFT'
  /** Composition des équipes. */
  | 'MATCHING'
  /** Audits en cours. */
  | 'RUNNING'
  /** Synthèse nationale publiée. */
  | 'SYNTHESIS_PUBLISHED';

/** Ce qui est retenu d’un désaccord, dans la version lue. */
export type CaseDecisionInput = {
  /** Résultat d’un dossier. */
  caseOutcomeId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Sans rien qui désigne le patient. */
  remark?: string | null | undefined;
  /** Valeur de l’échelle du critère. */
  value: string;
};

/** Ce qu’une mutation reçoit. */
export type CaseDecisionsInput = {
  /** Échantillon de dossiers. */
  caseSampleId: string;
  /** Une à 200 décisions ; toutes sont prises, ou aucune. */
  decisions: Array<CaseDecisionInput>;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type CaseListSetInput = {
  /** Audit. */
  auditId: string;
  /** Ce que sont les dossiers : demandes, comptes rendus, images, listes. */
  evidenceKindId: string;
  /** Version lue ; null ou 0 pour une première liste. Sinon : STALE_VERSION. */
  expectedVersion?: number | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Le tableau en texte (3,5 Mo au plus, 200 000 dossiers) : une colonne de numéros pseudonymes, puis une par strate ; séparateur point-virgule, virgule, tabulation ou barre. */
  text: string;
};

/** Une proposition de l’autre auditeur, dans la version lue. */
export type CaseProposalInput = {
  /** Résultat d’un dossier. */
  caseOutcomeId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
};

/** Un avis d’un envoi groupé ; il est dit en entier, ce qui manque est effacé. */
export type CaseReviewRowInput = {
  /** Moment de la saisie sur l’appareil. */
  capturedAt?: string | null | undefined;
  /** Référence du client, redonnée telle quelle. */
  clientReference?: string | null | undefined;
  /** Pour une cote ; sinon, fieldCode. */
  criterionId?: string | null | undefined;
  /** Version lue ; null ou 0 pour un premier avis. Redire ce qui est déjà écrit est permis. */
  expectedVersion?: number | null | undefined;
  /** Rubrique de la grille de relevé, pour une note. */
  fieldCode?: string | null | undefined;
  /** UUID d’un premier avis, choisi par le client. */
  id?: string | null | undefined;
  /** Minutes passées. */
  minutes?: number | null | undefined;
  /** Sans rien qui désigne le patient. */
  remark?: string | null | undefined;
  /** Dossier tiré. */
  sampledCaseId: string;
  /** Valeur de l’échelle du critère, ou texte de la note. */
  value: string;
};

/** Ce qu’une mutation reçoit. */
export type CaseReviewsRecordInput = {
  /** Échantillon de dossiers. */
  caseSampleId: string;
  /** Tout ou rien, ou sauter les lignes refusées. */
  errorPolicy?: ErrorPolicy;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Un à 500 avis. */
  reviews: Array<CaseReviewRowInput>;
};

/** Ce qu’une mutation reçoit. */
export type CaseReviewsSubmitInput = {
  /** Échantillon de dossiers. */
  caseSampleId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type CaseSampleDrawInput = {
  /** Échantillon de dossiers. */
  caseSampleId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Dossiers à tirer ; par défaut, ce que la grille demande, ou toute la liste si elle est plus courte. */
  size?: number | null | undefined;
  /** Votre part de la graine : un mot quelconque, qui sera publié. */
  word?: string | null | undefined;
};

/** État d’un échantillon de dossiers. */
export type CaseSampleState =
  /** Deux auditeurs ont remis leurs avis ; des désaccords restent à trancher. */
  | 'ARBITRATION'
  /** Chaque dossier a son résultat. */
  | 'COMPLETE'
  /** Tiré : le service sort les dossiers, les auditeurs jugent en aveugle. */
  | 'DRAWN'
  /** Le service a donné sa liste ; rien n’est tiré. */
  | 'LISTED'
  /** Un auditeur a remis ses avis. */
  | 'REVIEWING';

/** Ce qu’une mutation reçoit. */
export type CaseSettlementAgreeInput = {
  /** Échantillon de dossiers. */
  caseSampleId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Une à 200 propositions lues ; toutes sont acceptées, ou aucune. */
  proposals: Array<CaseProposalInput>;
};

/** Nombre de patients concernés, par tranche. */
export type CohortBand =
  /** Plus de 1 000 patients. */
  | 'MORE'
  /** Un patient. */
  | 'ONE'
  /** 11 à 100 patients. */
  | 'UP_TO_HUNDRED'
  /** 2 à 10 patients. */
  | 'UP_TO_TEN'
  /** 101 à 1 000 patients. */
  | 'UP_TO_THOUSAND';

/** Ce que des services comparables ont en commun. */
export type ComparisonTrait =
  /** Les mêmes techniques d’imagerie. */
  | 'MODALITIES'
  /** Région. */
  | 'REGION'
  /** Secteur : public, privé, privé non lucratif. */
  | 'SECTOR'
  /** Taille : nombre de scanners et d’IRM. */
  | 'SIZE';

/** Effet d’une règle de conflit. */
export type ConflictLevel =
  /** L’affectation est refusée. */
  | 'BLOCK'
  /** La coordination décide, avec une raison. */
  | 'REVIEW'
  /** Signalé seulement. */
  | 'WARN';

/** Ce qu’une mutation reçoit. */
export type ConsensusAgreeAllInput = {
  /** Audit. */
  auditId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Une à 200 propositions lues ; toutes sont acceptées, ou aucune. */
  proposals: Array<ConsensusProposalInput>;
};

/** Une proposition de consensus, dans la version lue. */
export type ConsensusProposalInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Cotation. */
  gradeId: string;
};

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionDependencyInput = {
  /** Action corrective. */
  correctiveActionId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Action du même audit, à faire d’abord. */
  waitsForId: string;
};

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionJudgeEffectInput = {
  /** Action corrective. */
  correctiveActionId: string;
  /** Preuve déposée sur le même audit. */
  evidenceId?: string | null | undefined;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce qui le montre ; obligatoire si l’action n’a pas eu d’effet. */
  reason?: string | null | undefined;
  /** Si l’action a eu son effet. */
  verdict: EffectVerdict;
};

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionMoveInput = {
  /** Action corrective. */
  correctiveActionId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionNoteInput = {
  /** Action corrective. */
  correctiveActionId: string;
  /** Preuve déposée sur le même audit. */
  evidenceId?: string | null | undefined;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Nature. */
  kind: CorrectiveActionReportKind;
  /** Texte. */
  text: string;
};

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionProposeInput = {
  /** Cause retenue. */
  cause?: string | null | undefined;
  /** Mesure immédiate. */
  containment?: string | null | undefined;
  /** Échéance, dans le délai de la campagne pour la gravité du constat. */
  dueOn: string;
  /** Non-conformité ou recommandation du rapport émis. */
  findingId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Compte du pilote, s’il en a un dans ce service : il ne vérifiera jamais l’action. */
  ownerAccountId?: string | null | undefined;
  /** Pilote de l’action. */
  ownerName: string;
  /** Ce qui sera fait. */
  title: string;
};

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionReasonInput = {
  /** Action corrective. */
  correctiveActionId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Raison. */
  reason: string;
};

/** Ce que le service rapporte. */
export type CorrectiveActionReportKind =
  /** Avancement. */
  | 'PROGRESS'
  /** Preuve. */
  | 'PROOF';

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionRequestWaiverInput = {
  /** Action corrective. */
  correctiveActionId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Dernier jour de la dérogation demandée. */
  expiresOn: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Raison. */
  reason: string;
};

/** État d’une action corrective. */
export type CorrectiveActionState =
  /** Acceptée avec le plan. */
  | 'AGREED'
  /** Déclarée faite, à vérifier. */
  | 'DONE'
  /** En cours. */
  | 'IN_PROGRESS'
  /** Proposée par le service. */
  | 'PROPOSED'
  /** Rouverte : à reprendre. */
  | 'REOPENED'
  /** Vérifiée : elle est faite ; son efficacité se juge à son jour. */
  | 'VERIFIED'
  /** Levée par dérogation. */
  | 'WAIVED';

/** Ce qu’une mutation reçoit. */
export type CorrectiveActionVerifyInput = {
  /** Ce qui a été vérifié. */
  comment?: string | null | undefined;
  /** Action corrective. */
  correctiveActionId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Force d’une couverture, de la plus forte à celle qui ne dit rien. */
export type CoverageStrength =
  /** Couverte : chaque critère lié est conforme selon l’équipe, ou montré par une preuve acceptée. */
  | 'COVERED'
  /** Sans objet pour ce service, selon l’équipe. */
  | 'NOT_APPLICABLE'
  /** Aucun audit du service n’a utilisé une grille qui touche ce texte. */
  | 'NOT_ASKED'
  /** Pas couverte : non conforme, ou rien n’est connu. */
  | 'NOT_COVERED'
  /** Couverte en partie. */
  | 'PARTLY'
  /** Le service seul le dit, dans son auto-évaluation. */
  | 'SELF_DECLARED';

/** Ce qu’une mutation reçoit. */
export type DeclarationCreateInput = {
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Tous vos intérêts (100 au plus) ; vide : rien à déclarer. */
  interests: Array<InterestInput>;
};

/** Ce qu’une mutation reçoit. */
export type DeclarationSignInput = {
  /** Déclaration d’intérêts. */
  declarationId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** État d’une déclaration d’intérêts. */
export type DeclarationState =
  /** En préparation. */
  | 'DRAFT'
  /** Expirée. */
  | 'EXPIRED'
  /** Signée, en vigueur. */
  | 'SIGNED'
  /** Remplacée par une plus récente. */
  | 'SUPERSEDED';

/** Suite donnée par l’équipe à une réponse. */
export type Disposition =
  /** Retenue : le constat est modifié ou retiré. */
  | 'ACCEPTED'
  /** Retenue en partie : le constat est modifié. */
  | 'PARTLY'
  /** Non retenue : le constat est maintenu. */
  | 'REJECTED';

/** Ce qu’une mutation reçoit. */
export type DocumentaryFollowUpMoveInput = {
  /** Suivi documentaire. */
  documentaryFollowUpId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** État d’un suivi documentaire. */
export type DocumentaryFollowUpState =
  /** Clos. */
  | 'CLOSED'
  /** Ouvert : le service dit ce que sont devenues ses actions. */
  | 'OPEN'
  /** Relu. */
  | 'REVIEWED'
  /** Prévu. */
  | 'SCHEDULED'
  /** Remis par le service, en relecture. */
  | 'SUBMITTED';

/** Ce qu’une mutation reçoit. */
export type DoseImportPrepareInput = {
  /** Audit. */
  auditId: string;
  /** Rapport de dose DICOM (RDSR), archive ZIP de rapports, ou CSV. */
  file: FileAnnouncementInput;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** État d’un import de doses. */
export type DoseImportState =
  /** Fichier attendu. */
  | 'AWAITING_FILE'
  /** Annulé : aucun relevé n’est gardé. */
  | 'CANCELLED'
  /** Terminé. */
  | 'DONE'
  /** En échec : aucun relevé n’est gardé. */
  | 'FAILED'
  /** Lecture en cours. */
  | 'RUNNING'
  /** Trop long, abandonné : aucun relevé n’est gardé. */
  | 'TIMED_OUT'
  /** Retiré par le service : ses relevés sont effacés. */
  | 'WITHDRAWN';

/** Type d’appareil qui a exposé. */
export type DoseModality =
  /** Scanner. */
  | 'CT'
  /** Radiologie interventionnelle. */
  | 'INTERVENTIONAL'
  /** Mammographie. */
  | 'MAMMOGRAPHY'
  /** Radiographie. */
  | 'RADIOGRAPHY';

/** Place d’une médiane par rapport au niveau de référence (NRD) et à la valeur guide (VGD). */
export type DosePosition =
  /** Au-dessus du niveau. */
  | 'ABOVE_NRD'
  /** Au plus la valeur guide : vérifier la qualité d’image avant de réduire encore. */
  | 'AT_OR_BELOW_VGD'
  /** Entre la valeur guide et le niveau : conforme, à optimiser. */
  | 'BETWEEN'
  /** Trop peu de relevés. */
  | 'INSUFFICIENT'
  /** Pas de niveau en vigueur. */
  | 'NO_LEVEL';

/** Grandeur dosimétrique. */
export type DoseQuantity =
  /** Dose à l’entrée, mGy. */
  | 'DE'
  /** Dose glandulaire moyenne, mGy. */
  | 'DGM'
  /** Indice de dose scanographique volumique (CTDIvol), mGy. */
  | 'IDSV'
  /** Produit dose-longueur (DLP), mGy.cm. */
  | 'PDL'
  /** Produit dose-surface (DAP), mGy.cm². */
  | 'PDS';

/** Dose de l’événement rapportée au niveau de référence (NRD) de l’examen, par tranche. */
export type DoseRatioBand =
  /** Sous le niveau. */
  | 'BELOW_LEVEL'
  /** Plus de 10 fois le niveau. */
  | 'MORE'
  /** Jusqu’à 5 fois le niveau. */
  | 'UP_TO_FIVE_TIMES'
  /** Jusqu’à 10 fois le niveau. */
  | 'UP_TO_TEN_TIMES'
  /** Jusqu’à 2 fois le niveau. */
  | 'UP_TO_TWICE';

/** Jugement sur l’efficacité d’une action. */
export type EffectVerdict =
  /** Efficace : ce qui avait été constaté n’est plus. */
  | 'EFFECTIVE'
  /** Sans effet : l’action est à reprendre. */
  | 'NOT_EFFECTIVE';

/** Code stable d’une erreur ; le message suit Accept-Language, le code ne change jamais. */
export type ErrorCode =
  /** Ce compte est fermé. */
  | 'ACCOUNT_DISABLED'
  /** Ce compte n’est pas fermé. */
  | 'ACCOUNT_NOT_DISABLED'
  /** Des actions ne sont ni vérifiées ni levées par dérogation. */
  | 'ACTIONS_OPEN'
  /** Cet objet existe déjà : {what}. */
  | 'ALREADY_EXISTS'
  /** Cet auditeur est déjà dans l’équipe. */
  | 'ALREADY_ON_TEAM'
  /** Vous avez déjà signé. */
  | 'ALREADY_SIGNED'
  /** Donnez le constat modifié. */
  | 'AMENDED_STATEMENT_MISSING'
  /** Un amendement change au moins un constat. */
  | 'AMENDMENT_CHANGES_NOTHING'
  /** Aucun amendement n’est proposé. */
  | 'AMENDMENT_MISSING'
  /** Un amendement attend déjà des signatures. */
  | 'AMENDMENT_OPEN'
  /** Dites d’abord pour quand une réponse est espérée. */
  | 'ANSWER_DATE_MISSING'
  /** Le délai de recours est écoulé. */
  | 'APPEAL_OVER'
  /** Des candidatures attendent une décision : retenez-les, mettez-les en attente ou refusez-les. */
  | 'APPLICATIONS_UNDECIDED'
  /** Le service n’a pas encore confirmé sa participation. */
  | 'APPLICATION_NOT_CONFIRMED'
  /** Affectation suspendue : un lien d’intérêts est apparu depuis la proposition. */
  | 'ASSIGNMENT_FROZEN'
  /** Attestez l’absence de lien d’intérêts pour accepter, ou déclarez le lien. */
  | 'ATTESTATION_MISSING'
  /** Cet auditeur a atteint son maximum annuel ({maximum}). */
  | 'AUDITOR_AT_MAXIMUM'
  /** Cet auditeur n’est pas qualifié ({state}). */
  | 'AUDITOR_NOT_QUALIFIED'
  /** Cet auditeur est indisponible à cette date. */
  | 'AUDITOR_UNAVAILABLE'
  /** Des audits ne sont pas terminés : la campagne se clôt quand tous sont clos ou annulés. */
  | 'AUDITS_NOT_ENDED'
  /** L’audit n’en est pas à l’étape de cet acte : voyez son état et ses actes possibles (state, availableTransitions). */
  | 'AUDIT_STATE_FORBIDS'
  /** Fixez la date de clôture de l’appel (callClosesOn) avant de l’ouvrir. */
  | 'CALL_DATE_MISSING'
  /** L’appel à candidatures n’est pas ouvert. */
  | 'CALL_NOT_OPEN'
  /** L’appel est clos depuis le {date}. */
  | 'CALL_OVER'
  /** Vous avez un lien avec un service, dont l’audit vous serait caché : un membre de la coordination sans lien clôt la campagne. */
  | 'CAMPAIGN_CLOSER_TIED'
  /** La campagne n’est pas encore close. */
  | 'CAMPAIGN_NOT_CLOSED'
  /** La campagne n’en est pas à l’étape de cet acte : voyez son état et ses actes possibles (state, availableTransitions). */
  | 'CAMPAIGN_NOT_RUNNING'
  /** La campagne est en cours : ses règles ne changent plus. */
  | 'CAMPAIGN_RUNS_ALREADY'
  /** Ce dossier a déjà été remplacé. */
  | 'CASE_ALREADY_REPLACED'
  /** Un troisième membre de l’équipe arbitre : les deux juges ne s’accordent pas entre eux. */
  | 'CASE_ARBITRATOR_PRESENT'
  /** Une corrélation intraclasse est un nombre de 0 à 1. */
  | 'CASE_CORRELATION_IMPOSSIBLE'
  /** Aucun critère de cette grille ne se juge sur un échantillon de cette nature. */
  | 'CASE_KIND_NOT_SAMPLED'
  /** La liste est vide. */
  | 'CASE_LIST_EMPTY'
  /** La première ligne doit nommer les colonnes : « dossier », puis une colonne par strate. */
  | 'CASE_LIST_HEADER_MISSING'
  /** Une liste a au plus {maximum} colonnes de strates. */
  | 'CASE_LIST_STRATA_TOO_MANY'
  /** La colonne {column} a plus de {maximum} valeurs : ce n’est pas une strate. */
  | 'CASE_LIST_STRATUM_TOO_FINE'
  /** Une liste a au plus {maximum} dossiers. */
  | 'CASE_LIST_TOO_LONG'
  /** Rien n’est proposé. */
  | 'CASE_NOTHING_PROPOSED'
  /** Seuls les deux auditeurs dont les avis comptent s’accordent ainsi. */
  | 'CASE_NOT_A_RATER'
  /** Ce dossier n’est pas, ou n’est plus, de cet échantillon. */
  | 'CASE_NOT_IN_SAMPLE'
  /** La strate n’a plus de dossier à tirer : jugez celui-ci comme non évaluable. */
  | 'CASE_NO_RECORD_LEFT'
  /** Ce désaccord est déjà tranché. */
  | 'CASE_OUTCOME_DECIDED'
  /** L’autre auditeur doit accepter votre proposition. */
  | 'CASE_OWN_PROPOSAL'
  /** Le taux attendu et la demi-largeur sont des nombres entre 0 et 1, bornes exclues. */
  | 'CASE_PLAN_IMPOSSIBLE'
  /** Qui a jugé les dossiers n’arbitre pas. */
  | 'CASE_RATER_DOES_NOT_ARBITRATE'
  /** Jugez d’abord chaque dossier sur chaque critère ({missing} restants). */
  | 'CASE_REVIEWS_INCOMPLETE'
  /** Vous avez remis vos avis : ils sont clos. */
  | 'CASE_REVIEWS_SUBMITTED'
  /** Un avis porte sur un critère de l’échantillon ou sur une rubrique de la grille de relevé, l’un des deux. */
  | 'CASE_REVIEW_SUBJECT'
  /** Cet avis est donné deux fois dans le même envoi. */
  | 'CASE_REVIEW_TWICE'
  /** {count} autres lignes ne conviennent pas. */
  | 'CASE_ROWS_MORE'
  /** Ligne {row} : une date complète peut être une date de naissance. Donnez des numéros pseudonymes. */
  | 'CASE_ROW_DATE'
  /** Ligne {row} : ce dossier est déjà à la ligne {first}. */
  | 'CASE_ROW_DUPLICATE'
  /** Ligne {row} : le numéro de dossier manque. */
  | 'CASE_ROW_EMPTY'
  /** Ligne {row} : le nombre ou le contenu des colonnes ne convient pas. */
  | 'CASE_ROW_MALFORMED'
  /** Ligne {row} : cela ressemble à un numéro de sécurité sociale. Donnez des numéros pseudonymes. */
  | 'CASE_ROW_NIR'
  /** Ligne {row} : un numéro pseudonyme a au moins un chiffre, et ni espace ni signe particulier. */
  | 'CASE_ROW_NOT_PSEUDONYMOUS'
  /** Ligne {row} : un numéro de dossier a au plus {maximum} caractères. */
  | 'CASE_ROW_TOO_LONG'
  /** L’échantillon compte au plus {most} dossiers. */
  | 'CASE_SAMPLE_TOO_LARGE'
  /** Ce texte semble désigner un patient (numéro de sécurité sociale ou date de naissance). Retirez-le. */
  | 'CASE_TEXT_IDENTIFIES'
  /** Cette valeur n’est pas de l’échelle du critère ({allowed}). */
  | 'CASE_VALUE_NOT_ON_SCALE'
  /** Ce programme client est révoqué. */
  | 'CLIENT_PROGRAM_REVOKED'
  /** Il manque une colonne parmi : {columns}. */
  | 'COLUMNS_MISSING'
  /** Deux colonnes disent la même chose : {columns}. */
  | 'COLUMN_TWICE'
  /** La colonne « {column} » ne dit pas son unité : écrivez par exemple « {example} ». */
  | 'COLUMN_UNIT_MISSING'
  /** L’unité de la colonne « {column} » n’est pas connue : écrivez par exemple « {example} ». */
  | 'COLUMN_UNIT_UNKNOWN'
  /** La comparaison s’ouvre quand le rapport est émis et la campagne close : plus rien n’y bouge alors. */
  | 'COMPARISON_NOT_READY'
  /** Concluez d’abord sur chaque action ({missing} restantes). */
  | 'CONCLUSIONS_MISSING'
  /** Pour signer, tapez : « {sentence} ». */
  | 'CONFIRMATION_MISMATCH'
  /** Ce lien est bloquant : remplacez l’auditeur, ou mettez fin au lien. */
  | 'CONFLICT_BLOCKS'
  /** Lien d’intérêts bloquant : {rules}. */
  | 'CONFLICT_OF_INTEREST'
  /** Lien d’intérêts à examiner ({rules}) : confirmez avec overrideReason, la décision portera votre nom. */
  | 'CONFLICT_REVIEW_NEEDED'
  /** Cette cotation de consensus est déjà acceptée. */
  | 'CONSENSUS_AGREED'
  /** Un autre auditeur doit accepter votre proposition. */
  | 'CONSENSUS_OWN_PROPOSAL'
  /** Le service a déclaré n’avoir plus rien à ajouter. */
  | 'CONTRADICTORY_ANSWERED'
  /** Le délai de réponse est écoulé depuis le {date}. */
  | 'CONTRADICTORY_OVER'
  /** Ce critère n’appartient pas à la grille de cet audit. */
  | 'CRITERION_NOT_IN_TEMPLATE'
  /** Ce curseur vient d’une autre liste, d’un autre tri ou d’un autre filtre : reprenez sans curseur. */
  | 'CURSOR_INVALID'
  /** La date de fin précède la date de début. */
  | 'DATES_REVERSED'
  /** Le recours doit être tranché par une autre personne. */
  | 'DECIDED_BY_SAME_PERSON'
  /** Une déclaration signée ne change plus : préparez-en une nouvelle. */
  | 'DECLARATION_NOT_DRAFT'
  /** Signez d’abord votre déclaration d’intérêts (valable 12 mois). */
  | 'DECLARATION_NOT_SIGNED'
  /** Ces actions s’attendraient l’une l’autre : {cycle}. */
  | 'DEPENDENCY_CYCLE'
  /** Cette action attend déjà l’autre. */
  | 'DEPENDENCY_EXISTS'
  /** Une action ne s’attend pas elle-même. */
  | 'DEPENDENCY_ON_ITSELF'
  /** Cette action attend d’autres actions, ni faites ni levées ({missing}). */
  | 'DEPENDENCY_PENDING'
  /** L’objet DICOM est abîmé ou incomplet : exportez-le de nouveau. */
  | 'DICOM_DAMAGED'
  /** Chaque réponse du service doit recevoir une suite motivée. */
  | 'DISPOSITIONS_PENDING'
  /** Un constat se retire avec la suite ACCEPTED et se modifie avec ACCEPTED ou PARTLY ; REJECTED le maintient tel quel. */
  | 'DISPOSITION_MISMATCH'
  /** Document trop long : {most} caractères au plus. Passez les valeurs en variables. */
  | 'DOCUMENT_TOO_LONG'
  /** Les doses de cet audit ne changent plus : son rapport est émis, ou son auto-évaluation n’est pas ouverte. */
  | 'DOSES_CLOSED'
  /** Le fichier ne contient aucun relevé de dose lisible. */
  | 'DOSE_FILE_UNREADABLE'
  /** Un autre import de cet audit est en cours. */
  | 'DOSE_IMPORT_RUNNING'
  /** Ce rapport de dose ne contient ni exposition ni total. */
  | 'DOSE_REPORT_EMPTY'
  /** {quantity} : une dose nulle à côté d’autres qui ne le sont pas n’est pas retenue. */
  | 'DOSE_ZERO'
  /** Le délai de la campagne est écoulé ou la visite n’a pas de date : donnez une échéance. */
  | 'DUE_DATE_NEEDED'
  /** Ce jour est passé : donnez une échéance à venir. */
  | 'DUE_DATE_PAST'
  /** L’échéance dépasse le délai de la campagne pour cette gravité (au plus tard le {latest}). */
  | 'DUE_DATE_TOO_LATE'
  /** L’efficacité se juge à partir du {date}. */
  | 'EFFECTIVENESS_TOO_EARLY'
  /** L’efficacité de cette action est déjà jugée. */
  | 'EFFECT_ALREADY_JUDGED'
  /** C’est un document encapsulé (PDF, CDA) : demandez le rapport de dose structuré (RDSR). */
  | 'ENCAPSULATED_DOCUMENT'
  /** La date d’un événement ne peut pas être à venir. */
  | 'EVENT_IN_FUTURE'
  /** Un lien demande une adresse (url), une note un texte (note). */
  | 'EVIDENCE_CONTENT_MISMATCH'
  /** Cette preuve n’est plus valable depuis le {date}. */
  | 'EVIDENCE_EXPIRED'
  /** Une preuve de forme FILE demande un fichier (file), et elle seule, sans adresse. */
  | 'EVIDENCE_FILE_MISMATCH'
  /** Cette preuve est acceptée : elle ne change plus, ajoutez-en une autre. */
  | 'EVIDENCE_IS_ACCEPTED'
  /** Seule une preuve contrôlée et lisible peut être jugée. */
  | 'EVIDENCE_NOT_CHECKED'
  /** Ce fichier n’a pas encore été contrôlé, ou a été refusé : il ne se télécharge pas. */
  | 'EVIDENCE_NOT_CLEAN'
  /** Seule une preuve d’un autre audit du même service peut être reprise. */
  | 'EVIDENCE_NOT_EARLIER'
  /** Cette preuve n’appartient pas à cet audit. */
  | 'EVIDENCE_NOT_OF_AUDIT'
  /** Cette preuve n’est pas encore envoyée, ou n’a pas été retenue : donnez-en une autre. */
  | 'EVIDENCE_NOT_USABLE'
  /** Ce fichier n’attend pas de décision : le contrôle n’est pas terminé. */
  | 'EVIDENCE_SCAN_PENDING'
  /** Des preuves de la réponse ne sont pas encore contrôlées ({count}). */
  | 'EVIDENCE_UNCHECKED'
  /** L’examen {examCode} n’est pas de la modalité {modality}. */
  | 'EXAM_TYPE_MISMATCH'
  /** Un fait de nature {kind} ne relie pas ces deux côtés : nommez-en un de chaque côté. */
  | 'FACT_SIDES_WRONG'
  /** Trop de directives au même endroit : {most} au plus. */
  | 'FIELD_TOO_MANY_DIRECTIVES'
  /** Le fichier conservé est abîmé : il n’est pas servi. L’exploitant est prévenu. */
  | 'FILE_DAMAGED'
  /** Le fichier ne contient aucune ligne de données. */
  | 'FILE_EMPTY'
  /** Fichier refusé : {why}. */
  | 'FILE_REFUSED'
  /** Rédigez au moins un constat avant de remettre le projet. */
  | 'FINDINGS_MISSING'
  /** Une action se rattache à une non-conformité ou à une recommandation maintenue. */
  | 'FINDING_NEEDS_NO_ACTION'
  /** Dites d’abord ce qu’est devenue chaque action ({missing} restantes). */
  | 'FOLLOW_UP_INCOMPLETE'
  /** Vous voyez cet objet, mais cet acte est réservé à : {allowed}. */
  | 'FORBIDDEN'
  /** Il manque des cotations de consensus acceptées ({missing}). */
  | 'GRADES_INCOMPLETE'
  /** Cette clé d’idempotence a déjà servi avec un autre contenu : prenez une nouvelle clé. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Ce compte n’a pas d’autre moyen de connexion : il garde cette identité. */
  | 'IDENTITY_LAST'
  /** Le numéro RPPS de cette identité n’est pas celui de l’auditeur. */
  | 'IDENTITY_RPPS_MISMATCH'
  /** Cette identité est déjà liée à un compte. */
  | 'IDENTITY_TAKEN'
  /** Cette identité n’ouvre aucun compte : demandez une invitation, ou liez-la depuis votre compte. */
  | 'IDENTITY_UNKNOWN'
  /** Cet identifiant existe déjà : créez l’objet avec un autre. */
  | 'ID_TAKEN'
  /** Acte impossible dans l’état {from} ; actes possibles : {allowed}. */
  | 'ILLEGAL_TRANSITION'
  /** C’est une image : envoyez le rapport de dose structuré (RDSR), jamais d’images. */
  | 'IMAGE_OBJECT'
  /** Erreur interne. Donnez ce numéro au support : {requestId}. */
  | 'INTERNAL'
  /** Ce compte se connecte par mot de passe : son titulaire lie lui-même une identité. */
  | 'INVITATION_NOT_FOR_PASSWORDS'
  /** Cette invitation est inconnue, expirée ou déjà utilisée. */
  | 'INVITATION_REFUSED'
  /** Cet auditeur ne peut pas encore conduire un audit. */
  | 'LEAD_NOT_ELIGIBLE'
  /** La source {source} est nouvelle : son titre et son usage sont nécessaires. */
  | 'LEVELS_SOURCE_INCOMPLETE'
  /** La ligne n’a pas le même nombre de colonnes que l’en-tête. */
  | 'LEVEL_COLUMN_COUNT'
  /** Ce niveau est déjà enregistré avec d’autres valeurs ({nrd}, valeur guide {vgd}) : il reste tel quel. */
  | 'LEVEL_CONFLICT'
  /** « {value} » n’est pas un examen de la liste. */
  | 'LEVEL_EXAM_UNKNOWN'
  /** La valeur guide dépasse le niveau de référence. */
  | 'LEVEL_GUIDE_ABOVE'
  /** « {value} » n’est pas une population de la liste. */
  | 'LEVEL_POPULATION_UNKNOWN'
  /** « {value} » n’est pas une grandeur : {known}. */
  | 'LEVEL_QUANTITY_UNKNOWN'
  /** Le même niveau est déjà plus haut dans le fichier. */
  | 'LEVEL_TWICE'
  /** « {value} » n’est pas une unité de cette grandeur. */
  | 'LEVEL_UNIT_UNKNOWN'
  /** « {value} » n’est pas une valeur possible de {column}. */
  | 'LEVEL_VALUE_REFUSED'
  /** Liste trop longue : {most} valeurs au plus. */
  | 'LIST_TOO_LONG'
  /** Partez d’une composition de la même campagne qui a donné un plan. */
  | 'MATCHING_BASE_ELSEWHERE'
  /** Ce qui est fixé se contredit : {why}. */
  | 'MATCHING_CONTRADICTION'
  /** Cette décision a déjà pris fin le {date}. */
  | 'MATCHING_DECISION_ENDED'
  /** Une composition à blanc ne se publie pas. */
  | 'MATCHING_DRY_RUN'
  /** Aucun audit de cette campagne n’attend son équipe. */
  | 'MATCHING_NOTHING_TO_COMPOSE'
  /** La situation de {auditor} pour l’audit {audit} a changé depuis le calcul : */
  | 'MATCHING_PAIR_CHANGED'
  /** La coordination a écarté cette paire, ou l’auditeur a quitté cet audit. */
  | 'MATCHING_PAIR_REFUSED'
  /** Le contrôle du plan a échoué ({why}) : rien n’en est gardé. */
  | 'MATCHING_PLAN_WRONG'
  /** Déjà {count} compositions en attente : laissez-les finir, ou abandonnez-en une. */
  | 'MATCHING_RUNS_WAITING'
  /** Des auditeurs ont déjà accepté ({accepted}) : remplacez-les un à un. */
  | 'MATCHING_RUN_ACCEPTED'
  /** Une autre composition a été publiée depuis. */
  | 'MATCHING_RUN_SUPERSEDED'
  /** Le calcul s’est interrompu ({why}) : relancez la composition. */
  | 'MATCHING_SOLVER_LOST'
  /** Critère {criterion} : la mesure propose {proposed} ; une autre cotation demande une raison. */
  | 'MEASURE_DIFFERENCE_UNEXPLAINED'
  /** Un échantillon de dossiers mesure ce critère : la mesure en découle. */
  | 'MEASURE_FROM_SAMPLE'
  /** Un taux se donne en nombres de dossiers, une part en fraction de 0 à 1 ; l’un ou l’autre selon le critère. */
  | 'MEASURE_MISMATCH'
  /** Ce critère ne se mesure pas par comptage : il n’a pas de mesure, ou elle se calcule. */
  | 'MEASURE_NOT_ENTERED'
  /** L’échelle du critère connaît ces valeurs, chacune une fois : {values}. */
  | 'MEASURE_VALUE_UNKNOWN'
  /** Rien de cet événement n’est partagé. */
  | 'NOTHING_SHARED'
  /** Le service a accepté ce constat : aucune suite à donner. */
  | 'NOTHING_TO_DISPOSE'
  /** Ce fichier n’est ni un rapport de dose DICOM, ni une archive ZIP de rapports, ni un fichier CSV. */
  | 'NOT_A_DOSE_FILE'
  /** Cet objet DICOM n’est pas un rapport de dose. */
  | 'NOT_A_DOSE_REPORT'
  /** Ce n’est pas un objet DICOM. */
  | 'NOT_DICOM'
  /** Cet acte ne peut pas porter sur votre propre compte : demandez-le à une autre personne. */
  | 'NOT_FOR_ONESELF'
  /** Objet introuvable : identifiant faux ou périmé, ou objet qui ne vous est pas ouvert. */
  | 'NOT_FOUND'
  /** Seule l’équipe d’audit rédige les constats. */
  | 'NOT_YOUR_FINDING'
  /** Laissez un jour ouvré au moins : ce qui est obligatoire doit vous parvenir. */
  | 'NO_DAY_LEFT'
  /** Seule une pratique remarquable d’un rapport émis peut être partagée. */
  | 'NO_REMARKABLE_PRACTICE'
  /** Un observateur ne demande ni ne juge de preuves. */
  | 'OBSERVER_DOES_NOT_DECIDE'
  /** Un observateur ne cote pas. */
  | 'OBSERVER_DOES_NOT_GRADE'
  /** Un observateur ne signe pas. */
  | 'OBSERVER_DOES_NOT_SIGN'
  /** Cet export d’OpenREM ne contient pas de colonne de dose connue. */
  | 'OPENREM_EXPORT_UNKNOWN'
  /** La plateforme s’est arrêtée pendant cette opération : rien n’a été enregistré, recommencez. */
  | 'OPERATION_LOST'
  /** Le pilote doit être un compte de ce service. */
  | 'OWNER_NOT_OF_SERVICE'
  /** Quelqu’un d’autre a choisi votre mot de passe : choisissez le vôtre (passwordChange), puis reconnectez-vous. */
  | 'OWN_PASSWORD_REQUIRED'
  /** Donnez soit « first », soit « last », de 1 à 100. */
  | 'PAGE_SIZE_MISSING'
  /** Cet acte demande votre mot de passe. */
  | 'PASSWORD_MISSING'
  /** Choisissez un mot de passe différent de l’actuel. */
  | 'PASSWORD_UNCHANGED'
  /** Le mot de passe actuel est faux. */
  | 'PASSWORD_WRONG'
  /** Retirez les colonnes qui disent qui est le patient, puis renvoyez le fichier : {columns}. */
  | 'PATIENT_COLUMNS'
  /** Les données de cette personne sont déjà effacées. */
  | 'PERSON_ERASED'
  /** Cette personne a un siège dans {count} audit(s) non terminé(s) : ses données doivent être gardées jusqu’à leur fin. */
  | 'PERSON_HELD'
  /** Donnez personId, ou bien familyName et givenName. */
  | 'PERSON_MISSING'
  /** Le plan est déjà remis : il attend le responsable d’audit. */
  | 'PLAN_ALREADY_SUBMITTED'
  /** Chaque non-conformité majeure ou critique doit avoir une action ({missing} sans action). */
  | 'PLAN_INCOMPLETE'
  /** Le plan n’est pas encore remis. */
  | 'PLAN_NOT_SUBMITTED'
  /** La synthèse de la campagne est publiée : ce qui y est montré ne change plus. */
  | 'PRACTICE_PUBLISHED'
  /** Joignez au moins une preuve avant de déclarer l’action faite ; un fichier en analyse ou refusé n’en est pas une. */
  | 'PROOF_MISSING'
  /** La réponse du fournisseur d’identité est refusée : recommencez. */
  | 'PROVIDER_ANSWER_REFUSED'
  /** Le fournisseur d’identité ne répond pas : réessayez plus tard. */
  | 'PROVIDER_UNAVAILABLE'
  /** Requête trop profonde : {most} niveaux au plus. */
  | 'QUERY_TOO_DEEP'
  /** Requête trop grande : {asked} objets au moins, {most} au plus. Demandez des pages plus courtes ou moins de niveaux. */
  | 'QUERY_TOO_LARGE'
  /** Trop d’alias : {most} au plus. */
  | 'QUERY_TOO_MANY_ALIASES'
  /** Trop de directives : {most} au plus. */
  | 'QUERY_TOO_MANY_DIRECTIVES'
  /** Trop de champs : {most} au plus, fragments développés. */
  | 'QUERY_TOO_MANY_FIELDS'
  /** Trop de mutations : {most} au plus par opération. */
  | 'QUERY_TOO_MANY_MUTATIONS'
  /** Trop de champs répétés au même endroit : {most} au plus. */
  | 'QUERY_TOO_MANY_REPETITIONS'
  /** Trop de champs à la racine : {most} au plus par opération. */
  | 'QUERY_TOO_MANY_ROOT_FIELDS'
  /** Champs et fragments trop imbriqués : {most} niveaux au plus. */
  | 'QUERY_TOO_NESTED'
  /** Donnez un premier et un dernier jour, dans cet ordre, {days} jours au plus. */
  | 'QUIET_DAYS_WRONG'
  /** Les doses de radiopharmaceutiques ne sont pas évaluées ici. */
  | 'RADIOPHARMACEUTICAL_DOSE'
  /** Trop de demandes : attendez {seconds} s. */
  | 'RATE_LIMITED'
  /** Donnez une raison. */
  | 'REASON_MISSING'
  /** Une récusation attend sa décision. */
  | 'RECUSAL_PENDING'
  /** Le délai de récusation court encore et le service n’a pas donné son accord. */
  | 'RECUSAL_WINDOW_OPEN'
  /** Le délai de récusation est écoulé ; une demande tardive doit reposer sur un fait inconnu avant (isNewFact). */
  | 'RECUSAL_WINDOW_OVER'
  /** Ce jeton de renouvellement n’est plus valable : reconnectez-vous. */
  | 'REFRESH_REFUSED'
  /** Le service n’a pas répondu à chaque constat et son délai court encore. */
  | 'REPLIES_PENDING'
  /** Trop de rapports attendent d’être mis en page. Redemandez une adresse dans un moment. */
  | 'REPORTS_BUSY'
  /** Le rapport conservé n’est plus celui dont l’empreinte a été prise : rien n’est transmis. Prévenez la coordination. */
  | 'REPORT_DAMAGED'
  /** Le rapport n’est pas encore émis. */
  | 'REPORT_MISSING'
  /** Le rapport n’a pas pu être mis en page. Prenez-le au format JSON, et prévenez l’administration. */
  | 'REPORT_NOT_RENDERED'
  /** L’objet DICOM est plus grand qu’un rapport de dose (16 Mio). */
  | 'REPORT_TOO_LARGE'
  /** Cette personne ne peut pas relire ce suivi : il faut un auditeur qualifié, sans lien avec le service. */
  | 'REVIEWER_UNFIT'
  /** Cette habilitation est déjà retirée. */
  | 'ROLE_REVOKED'
  /** Un rôle de service se donne pour un service (auditedServiceId) ; un rôle du programme, sans service. */
  | 'ROLE_SERVICE_MISMATCH'
  /** La ligne est mal formée (guillemet non fermé, ligne trop longue). */
  | 'ROW_MALFORMED'
  /** Dans la colonne « {column} », la virgule peut marquer les milliers ou les décimales : écrivez un point. */
  | 'ROW_NUMBER_AMBIGUOUS'
  /** La ligne ne dit pas l’unité de « {column} ». */
  | 'ROW_UNIT_MISSING'
  /** La valeur de la colonne « {column} » ne peut pas être lue. */
  | 'ROW_VALUE'
  /** La ligne a {count} cellules, l’en-tête {expected}. */
  | 'ROW_WIDTH'
  /** Cette échelle vient des fichiers de référence, qui seuls disent ce qu’elle devient. */
  | 'SCALE_IS_LOADED'
  /** Le niveau « {level} » figure deux fois. */
  | 'SCALE_LEVEL_TWICE'
  /** Cette échelle n’a pas ce niveau. Les siens : {known}. */
  | 'SCALE_LEVEL_UNKNOWN'
  /** Vous avez déjà coté cet événement sur cette échelle ; une première lecture ne change pas. */
  | 'SCALE_TRIED_ALREADY'
  /** Le fichier contient un élément actif ({what}) : enregistrez-le sans macro ni script, ou imprimez-le en PDF. */
  | 'SCAN_ACTIVE_CONTENT'
  /** L’antivirus ne répond pas : le fichier reste en quarantaine et sera de nouveau contrôlé automatiquement. */
  | 'SCAN_ANTIVIRUS_UNREACHABLE'
  /** Ressemble à la date de naissance d’une personne ({count}). */
  | 'SCAN_BIRTH_DATE'
  /** C’est un objet DICOM, qui porte l’identité du patient : ni image ni compte rendu DICOM ne sont acceptés comme preuve. */
  | 'SCAN_DICOM'
  /** Le fichier en contient un autre ({what}) : collez-le comme image, ou imprimez le document en PDF. */
  | 'SCAN_EMBEDDED_FILE'
  /** Le fichier est vide. */
  | 'SCAN_EMPTY_FILE'
  /** Le fichier est protégé par un mot de passe ou chiffré : envoyez-le sans protection. */
  | 'SCAN_ENCRYPTED'
  /** Le fichier va chercher un contenu ailleurs ({what}) : rompez les liaisons, ou imprimez-le en PDF. */
  | 'SCAN_EXTERNAL_CONTENT'
  /** Le nom du fichier contient des caractères trompeurs ou interdits : renommez-le. */
  | 'SCAN_FILE_NAME_UNSAFE'
  /** Le fichier dépasse {limit} Mo : envoyez-le en plusieurs parties. */
  | 'SCAN_FILE_TOO_LARGE'
  /** Le fichier en cache un autre ({what}) : enregistrez-le à nouveau. */
  | 'SCAN_HIDDEN_CONTENT'
  /** Tableau de personnes avec leur date de naissance ({count}). */
  | 'SCAN_IDENTITY_TABLE'
  /** Ce qui est écrit dans une image ne se lit pas : vérifiez vous-même qu’aucun patient n’y est nommé. */
  | 'SCAN_IMAGE'
  /** Identité nationale de santé (INS) : retirez-la et envoyez le fichier à nouveau ({count}). */
  | 'SCAN_INS'
  /** Ce texte contient du HTML, du SVG ou un script : envoyez un PDF. */
  | 'SCAN_MARKUP'
  /** Numéro de sécurité sociale (NIR) : retirez-le et envoyez le fichier à nouveau ({count}). */
  | 'SCAN_NIR'
  /** Ressemble à un numéro de sécurité sociale, sans clé ou avec une clé fausse ({count}). */
  | 'SCAN_NIR_LIKE'
  /** Pages sans texte lisible (numérisées, par exemple) : vérifiez vous-même qu’aucun patient n’y est nommé ({count}). */
  | 'SCAN_PAGE_WITHOUT_TEXT'
  /** Ressemble à l’en-tête d’un objet DICOM ou d’un message HL7, avec l’identité d’un patient ({count}). */
  | 'SCAN_PATIENT_HEADER'
  /** Ressemble à un numéro de patient : IPP, NIP, identifiant ({count}). */
  | 'SCAN_PATIENT_NUMBER'
  /** Le document contient des images, qui n’ont pas été lues ({count}). */
  | 'SCAN_PICTURES_INSIDE'
  /** Le contrôle a échoué : le fichier reste en quarantaine et sera de nouveau contrôlé automatiquement. */
  | 'SCAN_SCANNER_FAILED'
  /** La signature électronique n’est pas gardée : elle nomme son auteur, et la copie publiée diffère de l’original. */
  | 'SCAN_SIGNATURE_DROPPED'
  /** Le contenu déplié dépasse ce qu’un document contient ({limit}) : imprimez-le en PDF ou découpez-le. */
  | 'SCAN_TOO_MUCH_INSIDE'
  /** Le contenu ({found}) n’est pas ce qu’annoncent le nom ou le type du fichier : renommez-le et envoyez-le à nouveau. */
  | 'SCAN_TYPE_MISMATCH'
  /** Ce type de fichier n’est pas accepté ({found}). Envoyez un PDF, un document Office ou OpenDocument, un texte, un CSV, un PNG ou un JPEG. */
  | 'SCAN_TYPE_NOT_ALLOWED'
  /** Le fichier ne peut pas être lu en entier, donc pas contrôlé : enregistrez-le à nouveau, ou imprimez-le en PDF. */
  | 'SCAN_UNREADABLE'
  /** La structure interne du document est douteuse : enregistrez-le à nouveau. */
  | 'SCAN_UNSAFE_ENTRIES'
  /** L’antivirus a reconnu {signature} : prévenez votre service informatique. */
  | 'SCAN_VIRUS'
  /** Le jeton de ce programme n’a pas la portée nécessaire. */
  | 'SCOPE_MISSING'
  /** Ce siège demande la profession {expected}. */
  | 'SEAT_PROFESSION_MISMATCH'
  /** Ce siège est déjà pourvu. */
  | 'SEAT_TAKEN'
  /** C’est une image de l’écran de dose : demandez le rapport de dose structuré (RDSR) de l’appareil. */
  | 'SECONDARY_CAPTURE'
  /** Ce compte n’a pas de second facteur. */
  | 'SECOND_FACTOR_ABSENT'
  /** Ce code est faux, ou a déjà servi. */
  | 'SECOND_FACTOR_CODE_WRONG'
  /** Vos rôles demandent un second facteur : inscrivez-le (secondFactorEnrol), ou reconnectez-vous avec un code. */
  | 'SECOND_FACTOR_ENROLMENT_REQUIRED'
  /** Mot de passe juste : donnez aussi un code de votre second facteur (code). */
  | 'SECOND_FACTOR_REQUIRED'
  /** Cotez d’abord chaque critère de la section ({missing} restants). */
  | 'SECTION_INCOMPLETE'
  /** Les deux auditeurs doivent d’abord remettre cette section. */
  | 'SECTION_NOT_SUBMITTED'
  /** Vous avez déjà remis cette section : la cotation se poursuit en consensus. */
  | 'SECTION_SUBMITTED'
  /** Répondez d’abord à chaque critère ({missing} restants). */
  | 'SELF_ASSESSMENT_INCOMPLETE'
  /** Le service a jusqu’au {date} pour remettre son auto-évaluation. */
  | 'SELF_ASSESSMENT_NOT_OVERDUE'
  /** Ce service est archivé. */
  | 'SERVICE_ARCHIVED'
  /** Cette session est déjà terminée. */
  | 'SESSION_ENDED'
  /** Cet acte demande une connexion de moins de cinq minutes par votre fournisseur d’identité. */
  | 'SESSION_NOT_FRESH'
  /** La gravité se donne pour une non-conformité, et pour elle seule. */
  | 'SEVERITY_MISMATCH'
  /** Les deux professions doivent d’abord signer. */
  | 'SIGNATURES_MISSING'
  /** Le contenu a changé depuis que vous l’avez lu ; son empreinte est maintenant {sha256}. */
  | 'SIGNED_CONTENT_CHANGED'
  /** Ce code de connexion est inconnu, expiré, déjà utilisé ou destiné à un autre client : recommencez. */
  | 'SIGN_IN_CODE_REFUSED'
  /** Adresse ou mot de passe inconnus, ou compte fermé. */
  | 'SIGN_IN_FAILED'
  /** Une seule connexion par requête. */
  | 'SIGN_IN_REPEATED'
  /** Ce fichier est un classeur : enregistrez la feuille au format CSV. */
  | 'SPREADSHEET'
  /** L’objet a changé depuis votre lecture (version {actual}, et non {expected}) : relisez-le. */
  | 'STALE_VERSION'
  /** Vous avez déjà répondu pour cet audit. */
  | 'SURVEY_ANSWERED'
  /** Répondez à toutes les questions ; la remarque seule est facultative. */
  | 'SURVEY_INCOMPLETE'
  /** Cette question ne vous est pas posée, ou figure deux fois. Les vôtres : {known}. */
  | 'SURVEY_QUESTION_UNKNOWN'
  /** Une autre personne que celle qui l’a préparée publie la synthèse. */
  | 'SYNTHESIS_NEEDS_SECOND_PERSON'
  /** Un service a repris ou récrit une pratique depuis que la synthèse a été préparée : il faut la préparer à nouveau. */
  | 'SYNTHESIS_OUTDATED'
  /** Avec ce qui a déjà été dit, cette réponse porterait sur moins de {fewest} services. */
  | 'SYNTHESIS_QUERY_DISCLOSES'
  /** Vous avez un lien avec un service : une personne sans aucun lien s’occupe de la synthèse. */
  | 'SYNTHESIS_TIED'
  /** Aucun chiffre n’est donné sur moins de {fewest} services. */
  | 'SYNTHESIS_TOO_FEW_SERVICES'
  /** L’équipe ne change plus de cette façon dans l’état présent de l’audit ({state}). */
  | 'TEAM_CLOSED'
  /** Il faut un radiologue et un manipulateur, ou ce que le service demande de plus, dont un responsable d’audit. */
  | 'TEAM_INCOMPLETE'
  /** Chaque auditeur doit d’abord accepter et attester l’absence de lien. */
  | 'TEAM_NOT_ACCEPTED'
  /** Tout ce que la grille demande est déjà demandé. */
  | 'TEMPLATE_ASKS_NOTHING_MORE'
  /** Choisissez une version publiée de la grille d’audit. */
  | 'TEMPLATE_NOT_PUBLISHED'
  /** Un texte à partager ne porte pas de date complète : elle pourrait dire de qui il vient. */
  | 'TEXT_HAS_DATE'
  /** Ce texte semble désigner un patient (numéro de sécurité sociale ou date de naissance). Retirez-le. */
  | 'TEXT_IDENTIFIES'
  /** Ce texte nomme votre service, son organisation ou sa commune. Retirez ces noms avant de le partager. */
  | 'TEXT_NAMES_SERVICE'
  /** Texte trop long pour qui n’est pas connecté : {most} caractères au plus. */
  | 'TEXT_TOO_LONG'
  /** Ce lien a déjà pris fin le {date}. */
  | 'TIE_ENDED'
  /** Ce lien vient d’un registre : il prend fin quand le registre ne le montre plus. */
  | 'TIE_FROM_REGISTRY'
  /** Indiquez l’organisation ou le service auquel se rapporte ce lien. */
  | 'TIE_PLACE_MISSING'
  /** Une organisation ne peut pas être liée à elle-même. */
  | 'TIE_TO_ITSELF'
  /** Trop d’essais : réessayez après {until}. */
  | 'TOO_MANY_ATTEMPTS'
  /** Ces messages sont obligatoires ({topic}) : vos préférences disent pourquoi. */
  | 'TOPIC_IS_COMPULSORY'
  /** {quantity} : le total déclaré ({total}) diffère de la somme des expositions ({sum}). */
  | 'TOTAL_DIFFERS'
  /** Le rapport ne donne pas de total : c’est la somme de ses expositions. */
  | 'TOTAL_SUMMED'
  /** Connectez-vous (signIn), ou renouvelez un jeton expiré (sessionRefresh) : un jeton d’accès valide est nécessaire. */
  | 'UNAUTHENTICATED'
  /** {quantity} : l’unité « {unit} » n’est pas connue. */
  | 'UNIT_UNKNOWN'
  /** Trop d’envois en même temps : réessayez bientôt. */
  | 'UPLOADS_TOO_MANY'
  /** Envoyez les octets tels quels, sans Content-Encoding. */
  | 'UPLOAD_ENCODED'
  /** L’empreinte SHA-256 du fichier reçu n’est pas celle annoncée : annoncez-le de nouveau. */
  | 'UPLOAD_HASH_MISMATCH'
  /** Plus d’octets que les {sizeBytes} annoncés. */
  | 'UPLOAD_LONGER_THAN_ANNOUNCED'
  /** Reprenez à l’octet {offset}. */
  | 'UPLOAD_OFFSET_WRONG'
  /** Cet envoi est terminé : il n’attend plus d’octets. */
  | 'UPLOAD_OVER'
  /** Les fichiers de cet audit prendraient plus de {megabytes} Mo ensemble. */
  | 'UPLOAD_QUOTA_EXCEEDED'
  /** Donnez Content-Range (bytes début-fin/taille) ou Upload-Offset, avec la taille annoncée. */
  | 'UPLOAD_RANGE_MALFORMED'
  /** Ce fichier est trop grand : {megabytes} Mo au plus. */
  | 'UPLOAD_TOO_LARGE'
  /** Rien n’arrive plus, ou trop lentement ; ce qui est arrivé est gardé : reprenez. */
  | 'UPLOAD_TOO_SLOW'
  /** Ce type de fichier n’est pas accepté ici. Types acceptés : {types}. */
  | 'UPLOAD_TYPE_NOT_TAKEN'
  /** Donnez une adresse qui commence par https:// et sans identifiants. */
  | 'URL_NOT_SECURE'
  /** Valeur refusée : {rule}. */
  | 'VALIDATION'
  /** {quantity} : la valeur {value} dépasse ce qui est possible ; l’unité est sans doute fausse. */
  | 'VALUE_IMPOSSIBLE'
  /** {quantity} : la valeur {value} est négative. */
  | 'VALUE_NEGATIVE'
  /** {quantity} : la valeur n’est pas un nombre. */
  | 'VALUE_NOT_A_NUMBER'
  /** Trop de valeurs dans les variables : {most} au plus. */
  | 'VARIABLES_TOO_LARGE'
  /** Un lien d’intérêts avec le service vous empêche de vérifier ses actions ({rules}). */
  | 'VERIFIER_IN_CONFLICT'
  /** La personne qui vérifie ne peut pas être celle qui a proposé ou réalisé l’action. */
  | 'VERIFIER_IS_OWNER'
  /** Fixez la date de visite. */
  | 'VISIT_DATE_MISSING'
  /** La visite doit avoir lieu entre le {from} et le {to}. */
  | 'VISIT_DATE_OUTSIDE_CAMPAIGN'
  /** La visite est prévue le {date}. */
  | 'VISIT_NOT_REACHED'
  /** La date de fin de dérogation est passée. */
  | 'WAIVER_EXPIRED'
  /** Une dérogation demande une seconde personne. */
  | 'WAIVER_NEEDS_SECOND_PERSON'
  /** La dérogation court déjà jusqu’au {date} : demandez un jour plus tardif. */
  | 'WAIVER_NOT_LONGER'
  /** Aucune dérogation n’a été demandée pour cette action. */
  | 'WAIVER_NOT_REQUESTED'
  /** Le contenu de cet envoi n’est plus gardé : il ne peut pas être rejoué. */
  | 'WEBHOOK_DELIVERY_EMPTIED'
  /** Cet envoi est déjà en attente. */
  | 'WEBHOOK_DELIVERY_PENDING'
  /** Cet envoi a été retenu : il ne peut pas être rejoué. */
  | 'WEBHOOK_DELIVERY_WITHHELD'
  /** Le point d’accès est désactivé. */
  | 'WEBHOOK_DISABLED'
  /** L’hôte n’est pas joignable sur l’internet public. */
  | 'WEBHOOK_HOST_REFUSED'
  /** Trop de demandes pour vos points d’accès : réessayez après {until}. */
  | 'WEBHOOK_REQUESTS_TOO_MANY'
  /** L’adresse doit être en https, sur le port 443 ou à partir de 1024, sans identifiants ni fragment. */
  | 'WEBHOOK_URL_REFUSED'
  /** L’archive ZIP, ou cette entrée, est abîmée ou incomplète. */
  | 'ZIP_DAMAGED'
  /** Cette entrée de l’archive est chiffrée : envoyez-la sans mot de passe. */
  | 'ZIP_ENCRYPTED'
  /** Une archive dans une archive n’est pas ouverte. */
  | 'ZIP_NESTED'
  /** L’archive, ou cette entrée, est trop grande une fois décompressée. */
  | 'ZIP_TOO_LARGE'
  /** L’archive a plus de {most} entrées : scindez-la. */
  | 'ZIP_TOO_MANY';

/** Ce qu’une ligne refusée fait aux autres lignes du même envoi. */
export type ErrorPolicy =
  /** Une ligne refusée : rien n’est écrit, et userErrors donne les erreurs de toutes les lignes. */
  | 'ALL_OR_NOTHING'
  /** Les lignes valables sont écrites ; rows donne les erreurs des autres. */
  | 'SKIP_FAILED';

/** Ce qu’une mutation reçoit. */
export type EventLessonShareInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Événement significatif en radioprotection (référence). */
  radiationEventId: string;
  /** Pour tous : sans patient, sans date, sans nom de service ni de lieu. */
  text: string;
};

/** Ce qu’une mutation reçoit. */
export type EvidenceAddInput = {
  /** Audit. */
  auditId: string;
  /** Critères que la preuve sert (200 au plus). */
  criterionIds?: Array<string> | null | undefined;
  /** Genre de preuve du catalogue. */
  evidenceKindId?: string | null | undefined;
  /** Dernier jour de validité (certificat, autorisation) ; null : sans terme. */
  expiresOn?: string | null | undefined;
  /** Fichier, pour la forme FILE seule. */
  file?: FileAnnouncementInput | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** FILE demande un fichier annoncé (file) ; ses octets suivent par le ticket. */
  kind: EvidenceForm;
  /** Texte ; jamais de donnée de patient. */
  note?: string | null | undefined;
  /** Début de la période couverte. */
  periodFrom?: string | null | undefined;
  /** Fin de la période couverte. */
  periodTo?: string | null | undefined;
  /** Titre. */
  title: string;
  /** Adresse https, sans identifiants. */
  url?: string | null | undefined;
};

/** Ce qu’une mutation reçoit. */
export type EvidenceDownloadInput = {
  /** Élément de preuve. */
  evidenceId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Forme d’une preuve. */
export type EvidenceForm =
  /** Un fichier. */
  | 'FILE'
  /** Une adresse https. */
  | 'LINK'
  /** Un texte. */
  | 'NOTE';

/** Ce qu’une mutation reçoit. */
export type EvidenceReleaseInput = {
  /** Élément de preuve. */
  evidenceId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce qui a été regardé, et pourquoi rien n’y désigne un patient. */
  reason: string;
};

/** Ce qu’une mutation reçoit. */
export type EvidenceRequestAcceptInput = {
  /** Demande de preuve. */
  evidenceRequestId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Remarque, lue par le service. */
  reason?: string | null | undefined;
};

/** La réponse en entier : tant que l’équipe n’a pas tranché, elle remplace la précédente. */
export type EvidenceRequestAnswerInput = {
  /** Preuves du même audit (1 à 50). */
  evidenceIds: Array<string>;
  /** Demande de preuve. */
  evidenceRequestId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce qui ne peut pas encore être donné : la réponse est partielle. */
  missing?: string | null | undefined;
  /** Remarque, lue par l’équipe. */
  remark?: string | null | undefined;
};

/** Ce qu’une mutation reçoit. */
export type EvidenceRequestRejectInput = {
  /** Demande de preuve. */
  evidenceRequestId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce qui ne va pas ou manque ; lu par le service. */
  reason: string;
};

/** État d’une demande de preuve. */
export type EvidenceRequestState =
  /** L’équipe a accepté la réponse. */
  | 'ACCEPTED'
  /** Le service a répondu. */
  | 'ANSWERED'
  /** Sans réponse, ou ce qui avait été donné n’est plus là. */
  | 'OPEN'
  /** L’équipe attend autre chose : le service peut répondre à nouveau. */
  | 'REJECTED'
  /** L’équipe ne demande plus rien. */
  | 'WITHDRAWN';

/** Ce qu’une mutation reçoit. */
export type EvidenceRequestsFromTemplateInput = {
  /** Audit. */
  auditId: string;
  /** Dernier jour pour répondre, reporté au jour ouvré suivant ; sans lui, le jour du dossier complet selon la campagne. */
  dueOn?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Résultat du contrôle d’un fichier. */
export type EvidenceScanOutcome =
  /** Rien ne s’oppose à sa publication. */
  | 'CLEAN'
  /** Le responsable du service doit le regarder et décider. */
  | 'DOUBTFUL'
  /** Refusé. */
  | 'REJECTED'
  /** Pas encore contrôlé : un nouvel essai aura lieu. */
  | 'WAITING';

/** État d’une preuve. */
export type EvidenceState =
  /** Lisible. */
  | 'CLEAN'
  /** En attente de contrôle. */
  | 'QUARANTINED'
  /** Refusée au contrôle. */
  | 'REJECTED'
  /** Envoi en cours. */
  | 'UPLOADING';

/** Ce que l’équipe dit d’une preuve. */
export type EvidenceVerdictValue =
  /** Acceptée : elle montre ce qu’elle doit montrer. */
  | 'ACCEPTED'
  /** Pas retenue, avec une raison. */
  | 'TURNED_DOWN';

/** Fichier annoncé avant d’être envoyé ; ses octets suivent par le ticket. */
export type FileAnnouncementInput = {
  /** Nom ; il est nettoyé (chemin, caractères invisibles). */
  fileName: string;
  /** Type de média : application/pdf, text/csv… */
  mediaType: string;
  /** Empreinte SHA-256 du fichier entier, 64 chiffres hexadécimaux. */
  sha256: string;
  /** Octets, exactement. */
  sizeBytes: number;
};

/** Ce qu’une mutation reçoit. */
export type FindingCreateInput = {
  /** Audit. */
  auditId: string;
  /** Critère de la grille de l’audit. */
  criterionId?: string | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Nature. */
  kind: FindingKind;
  /** Pour une non-conformité, et pour elle seule. */
  severity?: FindingSeverity | null | undefined;
  /** Constat, tel qu’il est énoncé. */
  statement: string;
};

/** Ce qu’une mutation reçoit. */
export type FindingDisposeInput = {
  /** Autre gravité d’une non-conformité modifiée. */
  amendedSeverity?: FindingSeverity | null | undefined;
  /** Constat modifié (avec ACCEPTED ou PARTLY). */
  amendedStatement?: string | null | undefined;
  /** Suite donnée à la réponse. */
  disposition: Disposition;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Constat. */
  findingId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Raison, lue par le service et reprise dans le rapport. */
  reason: string;
  /** Retirer le constat (avec ACCEPTED seulement). */
  withdraw?: boolean | null | undefined;
};

/** Nature d’un constat. */
export type FindingKind =
  /** Non-conformité, avec une gravité. */
  | 'NON_CONFORMITY'
  /** Remarque. */
  | 'OBSERVATION'
  /** Recommandation. */
  | 'RECOMMENDATION'
  /** Pratique remarquable, à partager. */
  | 'REMARKABLE_PRACTICE'
  /** Point fort. */
  | 'STRENGTH';

/** Ce qu’une mutation reçoit. */
export type FindingReplyInput = {
  /** Obligatoire sauf pour accepter. */
  argument?: string | null | undefined;
  /** Pièces du même audit sur lesquelles la réponse s’appuie. */
  evidenceIds?: Array<string> | null | undefined;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Constat. */
  findingId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Nature. */
  kind: FindingReplyKind;
};

/** Réponse du service à un constat. */
export type FindingReplyKind =
  /** Le service accepte le constat. */
  | 'ACCEPTED'
  /** Le service le conteste. */
  | 'CONTESTED'
  /** Le service demande une correction de fait. */
  | 'CORRECTION';

/** Gravité d’une non-conformité. */
export type FindingSeverity =
  /** Critique : sécurité immédiate des patients ou du personnel. */
  | 'CRITICAL'
  /** Majeure. */
  | 'MAJOR'
  /** Mineure. */
  | 'MINOR';

/** État d’un constat. */
export type FindingState =
  /** Modifié à la suite de la réponse. */
  | 'AMENDED'
  /** Contesté par le service, ou correction demandée. */
  | 'CONTESTED'
  /** Brouillon de l’équipe. */
  | 'DRAFT'
  /** Définitif : le rapport est émis. */
  | 'FINAL'
  /** Maintenu malgré la réponse. */
  | 'MAINTAINED'
  /** Communiqué au service. */
  | 'SHARED'
  /** Retiré. */
  | 'WITHDRAWN';

/** Ce qu’une mutation reçoit. */
export type FollowUpItemConcludeInput = {
  /** Ce que le relecteur en retient. */
  conclusion: FollowUpOutcome;
  /** Suivi documentaire. */
  documentaryFollowUpId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Une action dans un suivi documentaire. */
  followUpItemId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Raison. */
  reason: string;
};

/** Ce qu’une mutation reçoit. */
export type FollowUpItemStateInput = {
  /** Action corrective. */
  correctiveActionId: string;
  /** Suivi documentaire. */
  documentaryFollowUpId: string;
  /** Preuve déposée sur le même audit. */
  evidenceId?: string | null | undefined;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce qu’est devenue l’action. */
  outcome: FollowUpOutcome;
  /** Comment le service le montre. */
  statement: string;
};

/** Ce qu’est devenue une action. */
export type FollowUpOutcome =
  /** Remplacée ou changée, sans perte d’effet. */
  | 'CHANGED'
  /** Abandonnée ou sans effet : à reprendre. */
  | 'LAPSED'
  /** Toujours en place et efficace. */
  | 'STILL_EFFECTIVE';

/** Ce qu’une mutation reçoit. */
export type GradeRecordInput = {
  /** Audit. */
  auditId: string;
  /** Moment où la cotation a été notée, peut-être hors ligne. */
  capturedAt?: string | null | undefined;
  /** Commentaire. */
  comment?: string | null | undefined;
  /** Critère. */
  criterionId: string;
  /** Pourquoi la cotation diffère de ce que la mesure propose ; obligatoire alors. */
  differenceReason?: string | null | undefined;
  /** Version lue ; null ou 0 pour une première cotation. Sinon : STALE_VERSION. */
  expectedVersion?: number | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Temps passé, en minutes (600 au plus). */
  minutes?: number | null | undefined;
  /** Obligatoire pour NOT_APPLICABLE et NOT_EVALUATED. */
  reason?: string | null | undefined;
  /** Valeur. */
  value: GradeValue;
};

/** Une cotation d’un envoi groupé ; elle est dite en entier, ce qui manque est effacé. */
export type GradeRowInput = {
  /** Moment de la saisie sur l’appareil. */
  capturedAt?: string | null | undefined;
  /** Référence du client, redonnée telle quelle. */
  clientReference?: string | null | undefined;
  /** Commentaire. */
  comment?: string | null | undefined;
  /** Critère. */
  criterionId: string;
  /** Pourquoi la cotation diffère de ce que la mesure propose ; obligatoire alors. */
  differenceReason?: string | null | undefined;
  /** Version lue ; null ou 0 pour une première cotation. */
  expectedVersion?: number | null | undefined;
  /** UUID d’une première cotation, choisi par le client. */
  id?: string | null | undefined;
  /** Minutes passées. */
  minutes?: number | null | undefined;
  /** Raison. */
  reason?: string | null | undefined;
  /** Valeur. */
  value: GradeValue;
};

/** Qui cote. */
export type GradeStage =
  /** Un auditeur, sans connaître la cotation de l’autre. */
  | 'AUDITOR'
  /** L’équipe d’audit. */
  | 'CONSENSUS'
  /** Le service lui-même (auto-évaluation). */
  | 'SELF';

/** Cotation d’un critère. */
export type GradeValue =
  /** Conforme. */
  | 'CONFORM'
  /** Non conforme. */
  | 'NON_CONFORM'
  /** Non applicable, avec une raison. */
  | 'NOT_APPLICABLE'
  /** Non évalué (non observé, faute de temps), avec une raison. */
  | 'NOT_EVALUATED'
  /** Partiellement conforme. */
  | 'PARTIAL';

/** Ce qu’une mutation reçoit. */
export type GradesRecordInput = {
  /** Audit. */
  auditId: string;
  /** Tout ou rien, ou sauter les lignes refusées. */
  errorPolicy?: ErrorPolicy;
  /** Une à 200 cotations, écrites dans cet ordre. */
  grades: Array<GradeRowInput>;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type InterestInput = {
  /** Service audité. */
  auditedServiceId?: string | null | undefined;
  /** Description. */
  description: string;
  /** Premier jour ; sans lui : inconnu. */
  fromDate?: string | null | undefined;
  /** Nature. */
  kind: InterestKind;
  /** Organisation ; elle ou le service est obligatoire pour un exercice. */
  organisationId?: string | null | undefined;
  /** Dernier jour ; sans lui : en cours. */
  toDate?: string | null | undefined;
};

/** Nature d’un intérêt déclaré. */
export type InterestKind =
  /** Conseil. */
  | 'CONSULTING'
  /** Exercice ou emploi. */
  | 'EMPLOYMENT'
  /** Lien familial ou personnel. */
  | 'FAMILY'
  /** Intérêt financier. */
  | 'FINANCIAL'
  /** Litige. */
  | 'LITIGATION'
  /** Remplacement. */
  | 'LOCUM'
  /** Autre. */
  | 'OTHER'
  /** Parts ou propriété. */
  | 'OWNERSHIP'
  /** Recherche commune. */
  | 'RESEARCH'
  /** Téléradiologie. */
  | 'TELERADIOLOGY'
  /** Formation. */
  | 'TRAINING';

/** Langue des textes. */
export type Locale =
  /** English. */
  | 'en'
  /** Français. */
  | 'fr';

/** Genre de message. */
export type MailKind =
  /** Message qui ne pouvait attendre. */
  | 'AT_ONCE'
  /** Récapitulatif du jour, un au plus par personne. */
  | 'DIGEST';

/** Ce qu’une mutation reçoit. */
export type MatchingDecideInput = {
  /** Audit. */
  auditId: string;
  /** Auditeur. */
  auditorId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Gardée avec votre nom ; pour un lien à examiner, elle vaut raison de passer outre. */
  reason: string;
};

/** Ce qu’une mutation reçoit. */
export type MatchingRunPublishInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Composition des équipes. */
  matchingRunId: string;
  /** Raison de passer outre les liens à examiner (REVIEW) que rien d’autre ne justifie ; gardée avec votre nom. */
  overrideReason?: string | null | undefined;
};

/** Ce qu’une mutation reçoit. */
export type MatchingRunStartInput = {
  /** Composition dont il faut changer le moins possible ; à défaut, les sollicitations en cours. */
  baseRunId?: string | null | undefined;
  /** Campagne. */
  campaignId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** À blanc : pour comparer, jamais publiée. */
  isDryRun?: boolean | null | undefined;
  /** Secondes de calcul au plus (60 à défaut). */
  seconds?: number | null | undefined;
  /** Graine, 1 à défaut : les mêmes données et réglages donnent les mêmes équipes. */
  seed?: number | null | undefined;
};

/** État d’une composition des équipes. */
export type MatchingRunState =
  /** Écartée. */
  | 'DISCARDED'
  /** En échec, sans plan. */
  | 'FAILED'
  /** Un plan qui laisse des sièges vides, et dit pourquoi. */
  | 'INFEASIBLE'
  /** Auditeurs sollicités. */
  | 'PUBLISHED'
  /** En attente. */
  | 'QUEUED'
  /** Calcul en cours. */
  | 'RUNNING'
  /** Un plan qui pourvoit tous les sièges demandés. */
  | 'SOLVED'
  /** Trop longue, abandonnée sans plan. */
  | 'TIMED_OUT';

/** À qui est une mesure. */
export type MeasureStage =
  /** À un auditeur, à l’aveugle comme sa cotation. */
  | 'AUDITOR'
  /** À l’équipe d’audit. */
  | 'CONSENSUS';

/** Technique d’imagerie d’un site. */
export type Modality =
  /** Angiographie, radiologie interventionnelle. */
  | 'ANGIOGRAPHY'
  /** Scanner. */
  | 'CT'
  /** Mammographie. */
  | 'MAMMOGRAPHY'
  /** IRM. */
  | 'MRI'
  /** Médecine nucléaire. */
  | 'NUCLEAR_MEDICINE'
  /** Radiographie. */
  | 'RADIOGRAPHY';

/** À quel titre on est prévenu. */
export type NotificationAudience =
  /** L’auditeur, pour ce qui le concerne. */
  | 'AUDITOR'
  /** La coordination, sauf lien avec le service. */
  | 'COORDINATION'
  /** Le responsable de l’équipe. */
  | 'LEAD'
  /** Les responsables du service. */
  | 'MANAGER'
  /** Les titulaires d’un point d’accès (webhook). */
  | 'OWNER'
  /** La coordination et le comité de pilotage, sauf lien avec un service de la campagne. */
  | 'PROGRAMME'
  /** Les responsables et contributeurs du service. */
  | 'SERVICE'
  /** L’équipe d’audit présente. */
  | 'TEAM';

/** Ce dont on est prévenu. */
export type NotificationTopicCode =
  /** Actions vérifiées, rouvertes ou levées par dérogation. */
  | 'ACTION_DECIDED'
  /** Actions à vérifier. */
  | 'ACTION_DONE'
  /** Actions à mener. */
  | 'ACTION_DUE'
  /** Actions qui attendent une vérification. */
  | 'ACTION_VERIFICATION'
  /** Amendements à signer. */
  | 'AMENDMENT_PROPOSED'
  /** Candidatures décidées. */
  | 'APPLICATION_DECIDED'
  /** Réponses d’auditeurs sollicités. */
  | 'ASSIGNMENT_ANSWERED'
  /** Sollicitations pour un audit. */
  | 'ASSIGNMENT_ANSWER_DUE'
  /** Affectations gelées. */
  | 'ASSIGNMENT_FROZEN'
  /** Audits suspendus, repris ou abandonnés. */
  | 'AUDIT_INTERRUPTED'
  /** Réponses au projet de rapport. */
  | 'CONTRADICTORY_ANSWERED'
  /** Phases contradictoires closes. */
  | 'CONTRADICTORY_CLOSED'
  /** Réponse au projet de rapport. */
  | 'CONTRADICTORY_UNTIL'
  /** Déclaration d’intérêts à renouveler. */
  | 'DECLARATION_EXPIRING'
  /** Documents signés par un collègue. */
  | 'DOCUMENT_SIGNED'
  /** Projets de rapport à rédiger. */
  | 'DRAFT_REPORT_DUE'
  /** Projets de rapport à lire. */
  | 'DRAFT_REPORT_SHARED'
  /** Efficacité d’actions à juger. */
  | 'EFFECTIVENESS_DUE'
  /** Points d’accès désactivés. */
  | 'ENDPOINT_DISABLED'
  /** Preuves à examiner. */
  | 'EVIDENCE_ANSWERED'
  /** Preuves demandées. */
  | 'EVIDENCE_ASKED'
  /** Preuves examinées. */
  | 'EVIDENCE_DECIDED'
  /** Preuves à donner. */
  | 'EVIDENCE_DUE'
  /** Suivis documentaires examinés. */
  | 'FOLLOW_UP_DECIDED'
  /** Suivis documentaires à remettre. */
  | 'FOLLOW_UP_DUE'
  /** Suivis documentaires à examiner. */
  | 'FOLLOW_UP_REVIEW'
  /** Suivis documentaires remis. */
  | 'FOLLOW_UP_SUBMITTED'
  /** Plans d’action examinés. */
  | 'PLAN_DECIDED'
  /** Plans d’action à remettre. */
  | 'PLAN_DUE'
  /** Plans d’action qui attendent un examen. */
  | 'PLAN_REVIEW'
  /** Plans d’action à examiner. */
  | 'PLAN_SUBMITTED'
  /** Pratiques remarquables à partager ou non. */
  | 'PRACTICE_CONSENT'
  /** Pratiques partagées ou reprises par un collègue du service. */
  | 'PRACTICE_SHARED'
  /** Recours encore possible. */
  | 'RECUSAL_APPEAL_WINDOW'
  /** Récusations décidées. */
  | 'RECUSAL_DECIDED'
  /** Récusations qui attendent une décision. */
  | 'RECUSAL_DECISION_DUE'
  /** Récusations à décider. */
  | 'RECUSAL_FILED'
  /** Récusation encore possible. */
  | 'RECUSAL_WINDOW'
  /** Rapports à signer et émettre. */
  | 'REPORT_DUE'
  /** Rapports émis. */
  | 'REPORT_ISSUED'
  /** Alertes de sécurité. */
  | 'SAFETY_ESCALATED'
  /** Auto-évaluations à remettre. */
  | 'SELF_ASSESSMENT_DUE'
  /** Auto-évaluations ouvertes. */
  | 'SELF_ASSESSMENT_OPENED'
  /** Auto-évaluations remises. */
  | 'SELF_ASSESSMENT_SUBMITTED'
  /** Enquêtes de satisfaction. */
  | 'SURVEY_OPEN'
  /** Synthèses à relire et publier. */
  | 'SYNTHESIS_PREPARED'
  /** Synthèses publiées. */
  | 'SYNTHESIS_PUBLISHED'
  /** Équipes confirmées. */
  | 'TEAM_CONFIRMED'
  /** Équipes à examiner. */
  | 'TEAM_SHOWN'
  /** Dates de visite. */
  | 'VISIT_PLANNED'
  /** Dérogations qui expirent. */
  | 'WAIVER_EXPIRING'
  /** Dérogations à décider. */
  | 'WAIVER_REQUESTED';

/** État d’une opération. */
export type OperationState =
  /** Annulée : rien n’a été enregistré. */
  | 'CANCELLED'
  /** Terminée. */
  | 'DONE'
  /** En échec : rien n’a été enregistré. */
  | 'FAILED'
  /** En attente. */
  | 'QUEUED'
  /** En cours. */
  | 'RUNNING'
  /** Trop longue, abandonnée : rien n’a été enregistré. */
  | 'TIMED_OUT';

/** Organisme extérieur. */
export type OutsideBody =
  /** Agence nationale de sécurité du médicament et des produits de santé. */
  | 'ANSM'
  /** Agence régionale de santé. */
  | 'ARS'
  /** Autorité de sûreté nucléaire et de radioprotection. */
  | 'ASNR'
  /** Direction générale de l’offre de soins. */
  | 'DGOS'
  /** Direction générale de la santé. */
  | 'DGS'
  /** Haute Autorité de santé. */
  | 'HAS'
  /** Société savante. */
  | 'LEARNED_SOCIETY'
  /** Constructeur ou éditeur. */
  | 'MANUFACTURER'
  /** Autre organisme. */
  | 'OTHER'
  /** Conseil national professionnel. */
  | 'PROFESSIONAL_COUNCIL';

/** Ce qu’une mutation reçoit. */
export type OutsideRecommendationCreateInput = {
  /** Organisme extérieur. */
  body: OutsideBody;
  /** Nom de l’organisme. */
  bodyName?: string | null | undefined;
  /** Campagne dont elle vient, s’il y en a une. */
  campaignId?: string | null | undefined;
  /** Critères de grilles publiées (50 au plus). */
  criterionIds?: Array<string> | null | undefined;
  /** Jour pour lequel une réponse est espérée. */
  dueOn?: string | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Texte. */
  text: string;
  /** En une ligne. */
  title: string;
};

/** Ce qu’une mutation reçoit. */
export type OutsideRecommendationPublishInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Lisible par tous les comptes, ou de nouveau par le programme seul. */
  isPublished: boolean;
  /** Recommandation à un organisme extérieur. */
  outsideRecommendationId: string;
};

/** Ce qu’une mutation reçoit. */
export type OutsideRecommendationSendInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Recommandation à un organisme extérieur. */
  outsideRecommendationId: string;
};

/** Ce que l’on sait du plan. */
export type PlanStatus =
  /** Valable, avec un écart au mieux possible. */
  | 'FEASIBLE'
  /** Ce qui est fixé se contredit. */
  | 'INFEASIBLE'
  /** Prouvé le meilleur. */
  | 'OPTIMAL';

/** Ce qu’une mutation reçoit. */
export type PracticeShareInput = {
  /** Pratique remarquable d’un rapport émis. */
  findingId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Le service veut être nommé. */
  isNamed: boolean;
  /** Pour tous, dans les mots du service ; sans nom ni date s’il ne veut pas être nommé. */
  text: string;
};

/** Profession d’un auditeur. */
export type Profession =
  /** Physicien ou physicienne médicale. */
  | 'MEDICAL_PHYSICIST'
  /** Manipulateur ou manipulatrice d’électroradiologie médicale. */
  | 'RADIOGRAPHER'
  /** Radiologue. */
  | 'RADIOLOGIST';

/** Ce qu’une mutation reçoit. */
export type ProtocolMappingSetInput = {
  /** Service audité. */
  auditedServiceId: string;
  /** Code d’un examen de la liste ; null : aucun d’eux. */
  examCode?: string | null | undefined;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Modalité d’imagerie. */
  modality: DoseModality;
  /** Nom du protocole, comme le service l’écrit. */
  protocol: string;
};

/** Qualification d’un auditeur. */
export type Qualification =
  /** S’est porté candidat, ou vient d’un registre. */
  | 'CANDIDATE'
  /** Retenu pour la formation. */
  | 'ELIGIBLE'
  /** Formation évaluée. */
  | 'EVALUATED'
  /** En formation. */
  | 'IN_TRAINING'
  /** Qualification non renouvelée. */
  | 'LAPSED'
  /** Peut auditer. */
  | 'QUALIFIED'
  /** N’audite plus. */
  | 'RETIRED'
  /** Qualification suspendue. */
  | 'SUSPENDED';

/** D’où vient un événement, en un mot qui peut se partager. */
export type RadiationEventKind =
  /** Communication, téléradiologie comprise. */
  | 'COMMUNICATION'
  /** Réglage d’un équipement. */
  | 'EQUIPMENT_SETTING'
  /** Identitovigilance. */
  | 'IDENTITY'
  /** Maintenance ou contrôle d’un équipement. */
  | 'MAINTENANCE'
  /** Autre. */
  | 'OTHER'
  /** Programmation de l’examen. */
  | 'PLANNING'
  /** Recherche de grossesse. */
  | 'PREGNANCY_SEARCH'
  /** Protocole ou région anatomique. */
  | 'PROTOCOL';

/** Ce qu’une mutation reçoit. */
export type RadiationEventRecordInput = {
  /** Service audité. */
  auditedServiceId: string;
  /** Nombre de patients concernés, par tranche. */
  cohortBand?: CohortBand | null | undefined;
  /** Critères de grilles publiées (50 au plus). */
  criterionIds?: Array<string> | null | undefined;
  /** Dose rapportée au niveau de référence (NRD), par tranche. */
  doseRatioBand?: DoseRatioBand | null | undefined;
  /** Critère de déclaration de l’événement. */
  eventCriterionId: string;
  /** Constats communiqués au service (50 au plus). */
  findingIds?: Array<string> | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Analysé par le service. */
  isAnalysed: boolean;
  /** Déclaré à l’autorité par le service. */
  isDeclared: boolean;
  /** Nature. */
  kind: RadiationEventKind;
  /** Enseignement que le service en tire. */
  lesson?: string | null | undefined;
  /** Numéro donné par l’autorité. */
  number?: string | null | undefined;
  /** Jour de l’événement, ou de sa découverte. */
  occurredOn: string;
  /** Ce qui s’est passé ; rien sur un patient. */
  summary?: string | null | undefined;
};

/** Ce qu’une mutation reçoit. */
export type RecusalFileInput = {
  /** Affectation d’un auditeur à un audit. */
  assignmentId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** La demande repose sur un fait qui n’était pas connu dans le délai. */
  isNewFact?: boolean | null | undefined;
  /** Motif, écrit : lien d’intérêts ou compétence qui ne convient pas. */
  reason: string;
};

/** Ce qu’une mutation reçoit. */
export type RecusalMoveInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Motif de la décision ou de l’appel. */
  reason: string;
  /** Récusation. */
  recusalId: string;
};

/** État d’une récusation. */
export type RecusalState =
  /** En appel. */
  | 'APPEALED'
  /** Admise en appel. */
  | 'APPEAL_GRANTED'
  /** Refusée en appel. */
  | 'APPEAL_REFUSED'
  /** Demandée par le service. */
  | 'FILED'
  /** Admise : l’auditeur quitte l’équipe. */
  | 'GRANTED'
  /** Refusée ; le service peut faire appel. */
  | 'REFUSED';

/** De quel rappel il s’agit. */
export type ReminderStep =
  /** Après l’échéance. */
  | 'AFTER'
  /** Avant l’échéance. */
  | 'BEFORE'
  /** Le jour de l’échéance. */
  | 'DUE'
  /** À d’autres, après des jours ouvrés de retard. */
  | 'ESCALATED'
  /** Dès que c’est ouvert. */
  | 'OPENED';

/** Ce qu’une mutation reçoit. */
export type ReportAmendmentProposeInput = {
  /** Audit. */
  auditId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Constats qui se lisent autrement. */
  findings: Array<AmendedFindingInput>;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Raison. */
  reason: string;
};

/** À qui une variante est destinée. */
export type ReportAudience =
  /** Coordination : sans doses, preuves, auto-évaluation ni couverture. */
  | 'G4'
  /** Résumé que le service peut publier : identité, dates, points forts et pratiques remarquables. */
  | 'PUBLIC'
  /** Service audité et équipe : tout. */
  | 'SERVICE';

/** Ce qu’une mutation reçoit. */
export type ReportDownloadInput = {
  /** À qui le fichier est destiné. */
  audience: ReportAudience;
  /** Format du fichier. */
  format: ReportFormat;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Langue de la mise en page ; ce que des personnes ont écrit reste tel quel. */
  language: Locale;
  /** Rapport. */
  reportId: string;
};

/** Format d’un rapport téléchargé. */
export type ReportFormat =
  /** Une page HTML qui se suffit à elle-même. */
  | 'HTML'
  /** Le JSON canonique (RFC 8785), dont l’empreinte se vérifie. */
  | 'JSON'
  /** PDF balisé (PDF/UA-1). */
  | 'PDF';

/** Signer : ce qui a été lu, la phrase, et de nouveau la preuve de qui l’on est. */
export type ReportSignInput = {
  /** Audit. */
  auditId: string;
  /** Code du second facteur, s’il y en a un. */
  code?: string | null | undefined;
  /** La phrase de `reportPreview.confirmation`, tapée. */
  confirmation: string;
  /** SHA-256 du contenu lu, de `reportPreview` ; s’il a changé depuis : SIGNED_CONTENT_CHANGED. */
  contentSha256: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Mot de passe ; sans objet pour qui se connecte par un fournisseur d’identité : sa session date alors de moins de cinq minutes. */
  password?: string | null | undefined;
};

/** Rôle. */
export type Role =
  /** Administration des comptes, jamais du contenu. */
  | 'ADMIN'
  /** Analyse des synthèses. */
  | 'ANALYST'
  /** Auditeur. */
  | 'AUDITOR'
  /** Coordination du programme. */
  | 'COORDINATOR'
  /** Observation : synthèses publiées seulement. */
  | 'OBSERVER'
  /** Contributeur du service audité. */
  | 'SERVICE_CONTRIBUTOR'
  /** Responsable du service audité. */
  | 'SERVICE_MANAGER'
  /** Lecteur du service audité. */
  | 'SERVICE_READER'
  /** Comité de pilotage (G4). */
  | 'STEERING_MEMBER'
  /** Rédaction des référentiels. */
  | 'TEMPLATE_EDITOR';

/** Ce qu’une mutation reçoit. */
export type RoleGrantInput = {
  /** Compte. */
  accountId: string;
  /** Service, pour un rôle de service et pour lui seul. */
  auditedServiceId?: string | null | undefined;
  /** Premier jour ; aujourd’hui par défaut. */
  fromDate?: string | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Rôle. */
  role: Role;
  /** Dernier jour ; sans fin par défaut. */
  toDate?: string | null | undefined;
};

/** Ce que regarde une échelle d’événements. */
export type ScaleAxis =
  /** Effets sur la santé. */
  | 'CLINICAL_EFFECT'
  /** Nombre de patients, par tranche. */
  | 'COHORT_BAND'
  /** Dose rapportée au niveau de référence. */
  | 'DOSE_RATIO';

/** Ce qu’une mutation reçoit. */
export type ScaleDefinitionDraftInput = {
  /** Ce qu’elle regarde. */
  axes: Array<ScaleAxis>;
  /** Code ; s’il existe déjà, une nouvelle version en est faite. */
  code: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Niveaux, du plus bas au plus haut (2 à 20). */
  levels: Array<ScaleLevelInput>;
  /** À quoi elle sert, en anglais. */
  noteEn: string;
  /** À quoi elle sert, en français. */
  noteFr: string;
  /** Titre anglais. */
  titleEn: string;
  /** Titre français. */
  titleFr: string;
};

/** Ce qu’une mutation reçoit. */
export type ScaleDefinitionStartTrialInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Échelle d’événements. */
  scaleDefinitionId: string;
};

/** Niveau d’une échelle. */
export type ScaleLevelInput = {
  /** Par exemple 2 ou 2+. */
  code: string;
  /** La même chose, en anglais. */
  criterionEn: string;
  /** Quand un événement est de ce niveau, en français. */
  criterionFr: string;
  /** Libellé anglais. */
  labelEn: string;
  /** Libellé français. */
  labelFr: string;
};

/** Ce qu’une mutation reçoit. */
export type ScaleTrialRecordInput = {
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Événement significatif en radioprotection (référence). */
  radiationEventId: string;
  /** Pourquoi ce niveau. */
  reason: string;
  /** Échelle d’événements. */
  scaleDefinitionId: string;
  /** Niveau de l’échelle. */
  value: string;
};

/** Siège dans une équipe d’audit. */
export type Seat =
  /** Physicien médical. */
  | 'MEDICAL_PHYSICIST'
  /** Observateur en formation : ne cote pas, ne signe pas. */
  | 'OBSERVER'
  /** Manipulateur en électroradiologie médicale. */
  | 'RADIOGRAPHER'
  /** Radiologue. */
  | 'RADIOLOGIST';

/** Ce qu’une mutation reçoit. */
export type SectionSubmitInput = {
  /** Audit. */
  auditId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Section de la grille. */
  sectionId: string;
};

/** Ce qu’une mutation reçoit. */
export type SelfAssessmentSubmitInput = {
  /** Audit. */
  auditId: string;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type ServiceAccountCreateInput = {
  /** Service audité. */
  auditedServiceId: string;
  /** Adresse, unique sans égard aux majuscules. */
  email: string;
  /** Nom. */
  familyName: string;
  /** Prénom. */
  givenName: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Mot de passe initial, 12 caractères ou plus. */
  password: string;
  /** Rôle. */
  role: ServiceRole;
};

/** Ce qu’une mutation reçoit. */
export type ServiceComparisonRequestInput = {
  /** Audit de votre service. */
  auditId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Ce que les autres doivent avoir en commun avec vous ; aucun : tous les services de la campagne. */
  traits: Array<ComparisonTrait>;
};

/** Rôle dans un service audité. */
export type ServiceRole =
  /** Contributeur du service audité. */
  | 'SERVICE_CONTRIBUTOR'
  /** Responsable du service audité. */
  | 'SERVICE_MANAGER'
  /** Lecteur du service audité. */
  | 'SERVICE_READER';

/** Ce qu’une mutation reçoit. */
export type SignInInput = {
  /** Code du second facteur, ou code de secours, si le compte en a un. */
  code?: string | null | undefined;
  /** Nom de l’appareil, pour le reconnaître dans la liste. */
  deviceLabel?: string | null | undefined;
  /** Adresse électronique. */
  email: string;
  /** Mot de passe. */
  password: string;
};

/** Document que signe l’équipe. */
export type SignedDocument =
  /** L’amendement proposé d’un rapport émis. */
  | 'AMENDMENT'
  /** Le projet de rapport, avant sa remise au service. */
  | 'DRAFT'
  /** Le rapport définitif. */
  | 'REPORT';

/** Ce qu’une mutation reçoit. */
export type StaffingNeedSetInput = {
  /** Service audité. */
  auditedServiceId: string;
  /** Campagne. */
  campaignId: string;
  /** Modalités qu’au moins un membre doit maîtriser. (COORDINATOR) */
  criticalModalities?: Array<Modality> | null | undefined;
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Une personne en formation peut accompagner l’équipe. */
  hasTraineeSeat?: boolean | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Langues de travail (ISO 639-1). */
  languages?: Array<string> | null | undefined;
  /** Physiciens médicaux. (COORDINATOR) */
  medicalPhysicists?: number | null | undefined;
  /** Manipulateurs. (COORDINATOR) */
  radiographers?: number | null | undefined;
  /** Radiologues. (COORDINATOR) */
  radiologists?: number | null | undefined;
  /** Semaines ISO possibles (2027-W03), dans la campagne. */
  weeks?: Array<string> | null | undefined;
};

/** Un avis, gardé sans compte, sans audit et sans date : seul le fait d’avoir répondu est gardé avec eux. */
export type SurveyAnswerInput = {
  /** Audit dont le rapport est émis. */
  auditId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Une réponse à chaque question de votre côté. */
  ratings: Array<SurveyRatingInput>;
  /** Sans nom de patient, de personne ni de service. */
  remark?: string | null | undefined;
  /** Enquête de satisfaction. */
  surveyId: string;
};

/** Ce qu’une mutation reçoit. */
export type SurveyCloseInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Enquête de satisfaction. */
  surveyId: string;
};

/** Ce qu’une mutation reçoit. */
export type SurveyOpenInput = {
  /** Campagne. */
  campaignId: string;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Réponse à une question. */
export type SurveyRatingInput = {
  /** Code de la question. */
  questionCode: string;
  /** De 1 à 5. */
  value: number;
};

/** À qui l’on demande son avis. */
export type SurveySide =
  /** Aux personnes du service audité. */
  | 'SERVICE'
  /** Aux auditeurs de son équipe. */
  | 'TEAM';

/** État d’une enquête. */
export type SurveyState =
  /** Close. */
  | 'CLOSED'
  /** Ouverte. */
  | 'OPEN';

/** Ce qu’une mutation reçoit. */
export type SynthesisPrepareInput = {
  /** Campagne. */
  campaignId: string;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
};

/** Ce qu’une mutation reçoit. */
export type SynthesisPublishInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Synthèse, telle qu’elle a été lue. */
  synthesisId: string;
};

/** Ce que l’intervalle à 95 % dit d’une cible. */
export type TargetDecision =
  /** On ne peut pas conclure : l’échantillon est trop petit pour trancher. */
  | 'INCONCLUSIVE'
  /** Atteinte : tout l’intervalle est du bon côté. */
  | 'MET'
  /** Non atteinte : tout l’intervalle est du mauvais côté. */
  | 'NOT_MET';

/** Ce qu’une mutation reçoit. */
export type WebhookDeliveryReplayInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Envoi. */
  webhookDeliveryId: string;
};

/** État d’un envoi. */
export type WebhookDeliveryState =
  /** Arrivé. */
  | 'DELIVERED'
  /** Abandonné après la dernière tentative. */
  | 'FAILED'
  /** À envoyer, ou à envoyer de nouveau. */
  | 'PENDING'
  /** Retenu : son titulaire ne voit plus ce dont il parle. */
  | 'WITHHELD';

/** Ce qu’une mutation reçoit. */
export type WebhookEndpointCreateInput = {
  /** Service que vous gérez ; rien pour un point d’accès de la coordination. */
  auditedServiceId?: string | null | undefined;
  /** Description. */
  description?: string | null | undefined;
  /** UUID du nouvel objet, choisi par le client (travail hors ligne). */
  id?: string | null | undefined;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Sujets voulus ; rien : tous. */
  topics?: Array<WebhookTopic> | null | undefined;
  /** Adresse (https), joignable depuis l’internet public. */
  url: string;
};

/** Ce qu’une mutation reçoit. */
export type WebhookEndpointDisableInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Point d’accès. */
  webhookEndpointId: string;
};

/** État d’un point d’accès. */
export type WebhookEndpointState =
  /** Désactivé : rien n’est envoyé. */
  | 'DISABLED'
  /** En service. */
  | 'ENABLED'
  /** Rien n’arrive plus : les envois continuent quelques jours, puis il est désactivé. */
  | 'FAILING';

/** Comment une tentative a fini. */
export type WebhookOutcome =
  /** Adresse privée ou réservée : pas de connexion. */
  | 'ADDRESS_REFUSED'
  /** Accepté (2xx). */
  | 'DELIVERED'
  /** N’existe plus (410). */
  | 'GONE'
  /** Renvoyé ailleurs (3xx) : les redirections ne sont pas suivies. */
  | 'REDIRECTED'
  /** Refusé (4xx ou 5xx). */
  | 'REFUSED'
  /** Pas de réponse à temps. */
  | 'TIMED_OUT'
  /** Pas joint, ou certificat refusé. */
  | 'UNREACHED';

/** Ce qu’une mutation reçoit. */
export type WebhookSecretRotateInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Heures pendant lesquelles l’ancien secret signe encore à côté (24 par défaut, 0 à 168). */
  overlapHours?: number | null | undefined;
  /** Point d’accès. */
  webhookEndpointId: string;
};

/** Sujet d’un envoi. */
export type WebhookTopic =
  /** Actions vérifiées, rouvertes ou levées par dérogation. */
  | 'ACTION_DECIDED'
  /** Actions à vérifier. */
  | 'ACTION_DONE'
  /** Candidatures décidées. */
  | 'APPLICATION_DECIDED'
  /** Réponses d’auditeurs sollicités. */
  | 'ASSIGNMENT_ANSWERED'
  /** Affectations gelées. */
  | 'ASSIGNMENT_FROZEN'
  /** Audits suspendus, repris ou abandonnés. */
  | 'AUDIT_INTERRUPTED'
  /** Réponses au projet de rapport. */
  | 'CONTRADICTORY_ANSWERED'
  /** Phases contradictoires closes. */
  | 'CONTRADICTORY_CLOSED'
  /** Projets de rapport à lire. */
  | 'DRAFT_REPORT_SHARED'
  /** Preuves à examiner. */
  | 'EVIDENCE_ANSWERED'
  /** Preuves demandées. */
  | 'EVIDENCE_ASKED'
  /** Preuves examinées. */
  | 'EVIDENCE_DECIDED'
  /** Suivis documentaires examinés. */
  | 'FOLLOW_UP_DECIDED'
  /** Suivis documentaires remis. */
  | 'FOLLOW_UP_SUBMITTED'
  /** Plans d’action examinés. */
  | 'PLAN_DECIDED'
  /** Plans d’action à examiner. */
  | 'PLAN_SUBMITTED'
  /** Récusations décidées. */
  | 'RECUSAL_DECIDED'
  /** Récusations à décider. */
  | 'RECUSAL_FILED'
  /** Rapports émis. */
  | 'REPORT_ISSUED'
  /** Alertes de sécurité. */
  | 'SAFETY_ESCALATED'
  /** Auto-évaluations ouvertes. */
  | 'SELF_ASSESSMENT_OPENED'
  /** Auto-évaluations remises. */
  | 'SELF_ASSESSMENT_SUBMITTED'
  /** Équipes confirmées. */
  | 'TEAM_CONFIRMED'
  /** Équipes à examiner. */
  | 'TEAM_SHOWN'
  /** Essai, envoyé sur demande (webhookTrigger). */
  | 'TEST'
  /** Dates de visite. */
  | 'VISIT_PLANNED'
  /** Dérogations à décider. */
  | 'WAIVER_REQUESTED';

/** Ce qu’une mutation reçoit. */
export type WebhookTriggerInput = {
  /** Version lue ; si l’objet a changé depuis : STALE_VERSION. */
  expectedVersion: number;
  /** Clé d’idempotence, une par intention : la même clé avec le même contenu redonne la première réponse (90 jours). */
  idempotencyKey: string;
  /** Point d’accès. */
  webhookEndpointId: string;
};

type Errors_ConflictOfInterestError_Fragment = {
  __typename: 'ConflictOfInterestError';
  code: ErrorCode;
  message: string;
  path: Array<string> | null;
  conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
};

type Errors_IllegalTransitionError_Fragment = {
  __typename: 'IllegalTransitionError';
  code: ErrorCode;
  message: string;
  path: Array<string> | null;
};

type Errors_InputError_Fragment = {
  __typename: 'InputError';
  code: ErrorCode;
  message: string;
  path: Array<string> | null;
};

type Errors_StaleVersionError_Fragment = {
  __typename: 'StaleVersionError';
  code: ErrorCode;
  message: string;
  path: Array<string> | null;
};

export type ErrorsFragment =
  | Errors_ConflictOfInterestError_Fragment
  | Errors_IllegalTransitionError_Fragment
  | Errors_InputError_Fragment
  | Errors_StaleVersionError_Fragment;

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;

export type SignInMutation = {
  signIn: {
    session: { accessToken: string; expiresAt: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AccountsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type AccountsQuery = {
  accounts: {
    nodes: Array<{ email: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type ImportServicesMutationVariables = Exact<{
  input: AuditedServicesImportInput;
}>;

export type ImportServicesMutation = {
  auditedServicesImport: {
    operation: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ImportAuditorsMutationVariables = Exact<{
  input: AuditorsImportInput;
}>;

export type ImportAuditorsMutation = {
  auditorsImport: {
    operation: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type OperationProgressQueryVariables = Exact<{
  id: string;
}>;

export type OperationProgressQuery = {
  operation: {
    state: OperationState;
    message: string | null;
    createdCount: number | null;
    changedCount: number | null;
    refusedCount: number | null;
  } | null;
};

export type ServicesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type ServicesQuery = {
  auditedServices: {
    nodes: Array<{ id: string; finessEt: string | null; name: string; organisation: { id: string } | null }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type CreateServiceAccountMutationVariables = Exact<{
  input: ServiceAccountCreateInput;
}>;

export type CreateServiceAccountMutation = {
  serviceAccountCreate: {
    account: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AuditorsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type AuditorsQuery = {
  auditors: {
    nodes: Array<{
      id: string;
      version: number;
      rpps: string | null;
      profession: Profession;
      qualification: Qualification | null;
      isLeadEligible: boolean | null;
      affiliations: Array<{ organisation: { id: string } | null }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type AddUnavailabilityMutationVariables = Exact<{
  input: AuditorUnavailabilityAddInput;
}>;

export type AddUnavailabilityMutation = {
  auditorUnavailabilityAdd: {
    auditorUnavailability: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type UpdateAuditorMutationVariables = Exact<{
  input: AuditorUpdateInput;
}>;

export type UpdateAuditorMutation = {
  auditorUpdate: {
    auditor: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AdmitAuditorMutationVariables = Exact<{
  input: AuditorMoveInput;
}>;

export type AdmitAuditorMutation = {
  auditorAdmit: {
    auditor: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StartTrainingMutationVariables = Exact<{
  input: AuditorMoveInput;
}>;

export type StartTrainingMutation = {
  auditorStartTraining: {
    auditor: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type EvaluateAuditorMutationVariables = Exact<{
  input: AuditorMoveInput;
}>;

export type EvaluateAuditorMutation = {
  auditorEvaluate: {
    auditor: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type QualifyAuditorMutationVariables = Exact<{
  input: AuditorMoveInput;
}>;

export type QualifyAuditorMutation = {
  auditorQualify: {
    auditor: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CreateAuditorAccountMutationVariables = Exact<{
  input: AuditorAccountCreateInput;
}>;

export type CreateAuditorAccountMutation = {
  auditorAccountCreate: {
    account: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type OwnDraftQueryVariables = Exact<{ [key: string]: never }>;

export type OwnDraftQuery = {
  viewer: {
    auditor: {
      declarations: { nodes: Array<{ id: string; version: number; state: DeclarationState }> };
    } | null;
  } | null;
};

export type CreateDeclarationMutationVariables = Exact<{
  input: DeclarationCreateInput;
}>;

export type CreateDeclarationMutation = {
  declarationCreate: {
    declaration: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SignDeclarationMutationVariables = Exact<{
  input: DeclarationSignInput;
}>;

export type SignDeclarationMutation = {
  declarationSign: {
    declaration: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CampaignsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type CampaignsQuery = {
  campaigns: {
    nodes: Array<{ code: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type TemplatesQueryVariables = Exact<{ [key: string]: never }>;

export type TemplatesQuery = {
  auditTemplates: { nodes: Array<{ code: string; publishedVersion: { id: string } | null }> } | null;
};

export type TemplateVersionQueryVariables = Exact<{
  id: string;
}>;

export type TemplateVersionQuery = {
  templateVersion: {
    sections: Array<{ id: string; criteria: Array<{ id: string; code: string; isCritical: boolean }> }>;
  } | null;
};

export type CreateCampaignMutationVariables = Exact<{
  input: CampaignCreateInput;
}>;

export type CreateCampaignMutation = {
  campaignCreate: {
    campaign: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type OpenCallMutationVariables = Exact<{
  input: CampaignMoveInput;
}>;

export type OpenCallMutation = {
  campaignOpenCall: {
    campaign: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CloseCallMutationVariables = Exact<{
  input: CampaignMoveInput;
}>;

export type CloseCallMutation = {
  campaignCloseCall: {
    campaign: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StartMatchingMutationVariables = Exact<{
  input: CampaignMoveInput;
}>;

export type StartMatchingMutation = {
  campaignStartMatching: {
    campaign: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StartCampaignMutationVariables = Exact<{
  input: CampaignMoveInput;
}>;

export type StartCampaignMutation = {
  campaignStart: {
    campaign: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CloseCampaignMutationVariables = Exact<{
  input: CampaignMoveInput;
}>;

export type CloseCampaignMutation = {
  campaignClose: {
    campaign: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ApplyMutationVariables = Exact<{
  input: ApplicationSubmitInput;
}>;

export type ApplyMutation = {
  applicationSubmit: {
    application: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SelectApplicationMutationVariables = Exact<{
  input: ApplicationDecideInput;
}>;

export type SelectApplicationMutation = {
  applicationSelect: {
    application: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type WaitlistApplicationMutationVariables = Exact<{
  input: ApplicationDecideInput;
}>;

export type WaitlistApplicationMutation = {
  applicationWaitlist: {
    application: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RejectApplicationMutationVariables = Exact<{
  input: ApplicationRejectInput;
}>;

export type RejectApplicationMutation = {
  applicationReject: {
    application: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ConfirmApplicationMutationVariables = Exact<{
  input: ApplicationMoveInput;
}>;

export type ConfirmApplicationMutation = {
  applicationConfirm: {
    application: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type WithdrawApplicationMutationVariables = Exact<{
  input: ApplicationDecideInput;
}>;

export type WithdrawApplicationMutation = {
  applicationWithdraw: {
    application: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type PlanAuditMutationVariables = Exact<{
  input: AuditPlanInput;
}>;

export type PlanAuditMutation = {
  auditPlan: {
    audit: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type PlanVisitMutationVariables = Exact<{
  input: AuditPlanVisitInput;
}>;

export type PlanVisitMutation = {
  auditPlanVisit: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CandidatesQueryVariables = Exact<{
  auditId: string;
  seat: Seat;
}>;

export type CandidatesQuery = {
  candidatesFor: Array<{ auditor: { id: string }; conflicts: Array<{ level: ConflictLevel }> }>;
};

export type ProposeAssignmentMutationVariables = Exact<{
  input: AssignmentProposeInput;
}>;

export type ProposeAssignmentMutation = {
  assignmentPropose: {
    assignment: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AcceptAssignmentMutationVariables = Exact<{
  input: AssignmentAcceptInput;
}>;

export type AcceptAssignmentMutation = {
  assignmentAccept: {
    assignment: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DeclineAssignmentMutationVariables = Exact<{
  input: AssignmentLeaveInput;
}>;

export type DeclineAssignmentMutation = {
  assignmentDecline: {
    assignment: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DeclareConflictMutationVariables = Exact<{
  input: AssignmentLeaveInput;
}>;

export type DeclareConflictMutation = {
  assignmentDeclareConflict: {
    assignment: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SetStaffingNeedMutationVariables = Exact<{
  input: StaffingNeedSetInput;
}>;

export type SetStaffingNeedMutation = {
  staffingNeedSet: {
    staffingNeed: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type PinAuditorMutationVariables = Exact<{
  input: MatchingDecideInput;
}>;

export type PinAuditorMutation = {
  matchingPin: {
    matchingDecision: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StartMatchingRunMutationVariables = Exact<{
  input: MatchingRunStartInput;
}>;

export type StartMatchingRunMutation = {
  matchingRunStart: {
    matchingRun: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type PublishMatchingRunMutationVariables = Exact<{
  input: MatchingRunPublishInput;
}>;

export type PublishMatchingRunMutation = {
  matchingRunPublish: {
    matchingRun: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type MatchingRunQueryVariables = Exact<{
  id: string;
}>;

export type MatchingRunQuery = {
  matchingRun: {
    id: string;
    state: MatchingRunState;
    status: PlanStatus | null;
    objective: number | null;
    bound: number | null;
    message: string | null;
    version: number;
    instance: unknown;
    teams: {
      nodes: Array<{
        audit: {
          id: string;
          conflicts: { nodes: Array<{ ruleCode: string; overrideReason: string | null }> };
        } | null;
        members: Array<{
          isLead: boolean;
          seat: Seat;
          auditor: { id: string } | null;
          assignment: { id: string; version: number } | null;
        }>;
      }>;
    };
  } | null;
};

export type MatchingShortfallsQueryVariables = Exact<{
  matchingRunId: string;
}>;

export type MatchingShortfallsQuery = {
  matchingShortfalls: Array<{
    seat: Seat;
    missing: number;
    audit: { id: string } | null;
    blocking: Array<{ limit: string; sentence: string }>;
    relaxations: Array<{ kind: string; sentence: string }>;
  }>;
};

export type SubstitutesQueryVariables = Exact<{
  matchingRunId: string;
  auditId: string;
  seat: Seat;
}>;

export type SubstitutesQuery = { planSubstitutes: Array<{ auditor: { id: string } | null }> };

export type ProposeTeamMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type ProposeTeamMutation = {
  auditProposeTeam: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ShowTeamMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type ShowTeamMutation = {
  auditShowTeam: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AgreeTeamMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type AgreeTeamMutation = {
  auditAgreeTeam: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ConfirmTeamMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type ConfirmTeamMutation = {
  auditConfirmTeam: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type TeamQueryVariables = Exact<{
  auditId: string;
}>;

export type TeamQuery = {
  audit: {
    version: number;
    state: AuditState;
    assignments: {
      nodes: Array<{
        id: string;
        version: number;
        seat: Seat;
        isLead: boolean;
        state: AssignmentState;
        auditor: { id: string } | null;
      }>;
    };
  } | null;
};

export type FileRecusalMutationVariables = Exact<{
  input: RecusalFileInput;
}>;

export type FileRecusalMutation = {
  recusalFile: {
    recusal: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type GrantRecusalMutationVariables = Exact<{
  input: RecusalMoveInput;
}>;

export type GrantRecusalMutation = {
  recusalGrant: {
    recusal: { version: number; audit: { version: number } | null } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RefuseRecusalMutationVariables = Exact<{
  input: RecusalMoveInput;
}>;

export type RefuseRecusalMutation = {
  recusalRefuse: {
    recusal: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AppealRecusalMutationVariables = Exact<{
  input: RecusalMoveInput;
}>;

export type AppealRecusalMutation = {
  recusalAppeal: {
    recusal: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RefuseAppealMutationVariables = Exact<{
  input: RecusalMoveInput;
}>;

export type RefuseAppealMutation = {
  recusalRefuseAppeal: {
    recusal: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AuditVersionQueryVariables = Exact<{
  auditId: string;
}>;

export type AuditVersionQuery = { audit: { version: number; state: AuditState } | null };

export type SuspendAuditMutationVariables = Exact<{
  input: AuditReasonInput;
}>;

export type SuspendAuditMutation = {
  auditSuspend: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ResumeAuditMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type ResumeAuditMutation = {
  auditResume: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CancelAuditMutationVariables = Exact<{
  input: AuditReasonInput;
}>;

export type CancelAuditMutation = {
  auditCancel: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type EscalateSafetyMutationVariables = Exact<{
  input: AuditEscalateSafetyInput;
}>;

export type EscalateSafetyMutation = {
  auditEscalateSafety: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type OpenSelfAssessmentMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type OpenSelfAssessmentMutation = {
  auditOpenSelfAssessment: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AddEvidenceMutationVariables = Exact<{
  input: EvidenceAddInput;
}>;

export type AddEvidenceMutation = {
  evidenceAdd: {
    evidence: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AskFromTemplateMutationVariables = Exact<{
  input: EvidenceRequestsFromTemplateInput;
}>;

export type AskFromTemplateMutation = {
  evidenceRequestsFromTemplate: {
    evidenceRequests: Array<{ id: string }> | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AnswerRequestMutationVariables = Exact<{
  input: EvidenceRequestAnswerInput;
}>;

export type AnswerRequestMutation = {
  evidenceRequestAnswer: {
    evidenceRequest: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AcceptAnswerMutationVariables = Exact<{
  input: EvidenceRequestAcceptInput;
}>;

export type AcceptAnswerMutation = {
  evidenceRequestAccept: {
    evidenceRequest: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RejectAnswerMutationVariables = Exact<{
  input: EvidenceRequestRejectInput;
}>;

export type RejectAnswerMutation = {
  evidenceRequestReject: {
    evidenceRequest: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type EvidenceRequestsQueryVariables = Exact<{
  auditId: string;
}>;

export type EvidenceRequestsQuery = {
  audit: {
    evidenceRequests: {
      nodes: Array<{
        id: string;
        state: EvidenceRequestState;
        version: number;
        evidenceKind: { id: string; code: string; labelFr: string } | null;
        answers: Array<{ evidence: Array<{ id: string }> }>;
      }>;
    };
    evidenceProgress: { openCount: number };
  } | null;
};

export type CoverageQueryVariables = Exact<{
  id: string;
}>;

export type CoverageQuery = {
  auditedService: {
    referenceCoverage: Array<{
      label: string;
      clauses: Array<{ strength: CoverageStrength; isTextRead: boolean }>;
    }>;
  } | null;
};

export type GradeSelfMutationVariables = Exact<{
  input: GradesRecordInput;
}>;

export type GradeSelfMutation = {
  gradesSelf: {
    grades: Array<{ id: string }> | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SubmitSelfAssessmentMutationVariables = Exact<{
  input: SelfAssessmentSubmitInput;
}>;

export type SubmitSelfAssessmentMutation = {
  selfAssessmentSubmit: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RecordDefaultMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type RecordDefaultMutation = {
  auditRecordDefault: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StartVisitMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type StartVisitMutation = {
  auditStartVisit: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RecordGradesMutationVariables = Exact<{
  input: GradesRecordInput;
}>;

export type RecordGradesMutation = {
  gradesRecord: {
    grades: Array<{ id: string }> | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SubmitSectionMutationVariables = Exact<{
  input: SectionSubmitInput;
}>;

export type SubmitSectionMutation = {
  sectionSubmit: {
    sectionSubmission: { id: string } | null;
    consensusGrades: Array<{ id: string }> | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type GradesQueryVariables = Exact<{
  auditId: string;
  stages: Array<GradeStage> | GradeStage;
  after?: string | null | undefined;
}>;

export type GradesQuery = {
  audit: {
    grades: {
      totalCount: number | null;
      nodes: Array<{
        id: string;
        version: number;
        value: GradeValue;
        stage: GradeStage;
        isAgreed: boolean;
        criterion: { id: string } | null;
        auditor: { id: string } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ProposeConsensusMutationVariables = Exact<{
  input: GradeRecordInput;
}>;

export type ProposeConsensusMutation = {
  consensusPropose: {
    grade: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AgreeAllConsensusMutationVariables = Exact<{
  input: ConsensusAgreeAllInput;
}>;

export type AgreeAllConsensusMutation = {
  consensusAgreeAll: {
    grades: Array<{ id: string }> | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type EndVisitMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type EndVisitMutation = {
  auditEndVisit: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CreateFindingMutationVariables = Exact<{
  input: FindingCreateInput;
}>;

export type CreateFindingMutation = {
  findingCreate: {
    finding: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ReportPreviewQueryVariables = Exact<{
  auditId: string;
  document: SignedDocument;
}>;

export type ReportPreviewQuery = {
  audit: { reportPreview: { contentSha256: string; confirmation: string } | null } | null;
};

export type SignDraftMutationVariables = Exact<{
  input: ReportSignInput;
}>;

export type SignDraftMutation = {
  draftReportSign: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SubmitDraftMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type SubmitDraftMutation = {
  draftReportSubmit: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type FindingsQueryVariables = Exact<{
  auditId: string;
}>;

export type FindingsQuery = {
  audit: {
    version: number;
    findings: {
      nodes: Array<{
        id: string;
        version: number;
        number: number;
        kind: FindingKind;
        severity: FindingSeverity | null;
        state: FindingState;
        statement: string;
        criterion: { code: string } | null;
        reply: { kind: FindingReplyKind } | null;
      }>;
    };
  } | null;
};

export type ReplyToFindingMutationVariables = Exact<{
  input: FindingReplyInput;
}>;

export type ReplyToFindingMutation = {
  findingReply: {
    finding: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AnswerContradictoryMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type AnswerContradictoryMutation = {
  contradictoryAnswer: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CloseContradictoryMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type CloseContradictoryMutation = {
  contradictoryClose: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DisposeOfFindingMutationVariables = Exact<{
  input: FindingDisposeInput;
}>;

export type DisposeOfFindingMutation = {
  findingDispose: {
    finding: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SignReportMutationVariables = Exact<{
  input: ReportSignInput;
}>;

export type SignReportMutation = {
  reportSign: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type IssueReportMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type IssueReportMutation = {
  reportIssue: {
    report: { id: string; sha256: string } | null;
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ProposeAmendmentMutationVariables = Exact<{
  input: ReportAmendmentProposeInput;
}>;

export type ProposeAmendmentMutation = {
  reportAmendmentPropose: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SignAmendmentMutationVariables = Exact<{
  input: ReportSignInput;
}>;

export type SignAmendmentMutation = {
  reportAmendmentSign: {
    audit: { version: number; reports: { nodes: Array<{ id: string; number: number }> } } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type IssueAttestationMutationVariables = Exact<{
  input: AttestationIssueInput;
}>;

export type IssueAttestationMutation = {
  attestationIssue: {
    attestation: { id: string; note: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ReportDocumentsQueryVariables = Exact<{
  auditId: string;
}>;

export type ReportDocumentsQuery = {
  audit: {
    reports: {
      nodes: Array<{
        id: string;
        number: number;
        sha256: string;
        content: string | null;
        variants: Array<{ audience: ReportAudience; content: string; sha256: string }>;
      }>;
    };
    planDocument: { content: string; sha256: string } | null;
  } | null;
};

export type DownloadReportMutationVariables = Exact<{
  input: ReportDownloadInput;
}>;

export type DownloadReportMutation = {
  reportDownload: {
    download: { url: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type OpenPlanMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type OpenPlanMutation = {
  planOpen: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type OwnAccountQueryVariables = Exact<{ [key: string]: never }>;

export type OwnAccountQuery = { viewer: { account: { id: string } | null } | null };

export type ProposeActionMutationVariables = Exact<{
  input: CorrectiveActionProposeInput;
}>;

export type ProposeActionMutation = {
  correctiveActionPropose: {
    correctiveAction: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SubmitPlanMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type SubmitPlanMutation = {
  planSubmit: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ReturnPlanMutationVariables = Exact<{
  input: AuditReasonInput;
}>;

export type ReturnPlanMutation = {
  planReturn: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AcceptPlanMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type AcceptPlanMutation = {
  planAccept: {
    audit: { version: number; correctiveActions: { nodes: Array<{ id: string; version: number }> } } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StartActionMutationVariables = Exact<{
  input: CorrectiveActionMoveInput;
}>;

export type StartActionMutation = {
  correctiveActionStart: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type NoteActionMutationVariables = Exact<{
  input: CorrectiveActionNoteInput;
}>;

export type NoteActionMutation = {
  correctiveActionNote: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DeclareActionDoneMutationVariables = Exact<{
  input: CorrectiveActionMoveInput;
}>;

export type DeclareActionDoneMutation = {
  correctiveActionDeclareDone: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type VerifyActionMutationVariables = Exact<{
  input: CorrectiveActionVerifyInput;
}>;

export type VerifyActionMutation = {
  correctiveActionVerify: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ReopenActionMutationVariables = Exact<{
  input: CorrectiveActionReasonInput;
}>;

export type ReopenActionMutation = {
  correctiveActionReopen: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RequestWaiverMutationVariables = Exact<{
  input: CorrectiveActionRequestWaiverInput;
}>;

export type RequestWaiverMutation = {
  correctiveActionRequestWaiver: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type WaiveActionMutationVariables = Exact<{
  input: CorrectiveActionReasonInput;
}>;

export type WaiveActionMutation = {
  correctiveActionWaive: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CloseAuditMutationVariables = Exact<{
  input: AuditMoveInput;
}>;

export type CloseAuditMutation = {
  auditClose: {
    audit: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CountOverdueQueryVariables = Exact<{
  campaignIds: Array<string> | string;
}>;

export type CountOverdueQuery = { correctiveActions: { totalCount: number | null } | null };

export type CampaignTableQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;

export type CampaignTableQuery = {
  campaign: {
    state: CampaignState;
    applications: { nodes: Array<{ id: string; state: ApplicationState }> };
    audits: {
      nodes: Array<{
        id: string;
        state: AuditState;
        assignments: { nodes: Array<{ state: AssignmentState }> };
        recusals: { nodes: Array<{ state: RecusalState }> };
        conflicts: { nodes: Array<{ overrideReason: string | null }> };
        reports: { nodes: Array<{ number: number }> };
        correctiveActions: { nodes: Array<{ state: CorrectiveActionState }> };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ServiceTableQueryVariables = Exact<{
  id: string;
}>;

export type ServiceTableQuery = {
  audit: {
    evidence: {
      nodes: Array<{
        kind: EvidenceForm;
        state: EvidenceState;
        verdict: { value: EvidenceVerdictValue } | null;
      }>;
    };
    evidenceRequests: { nodes: Array<{ state: EvidenceRequestState }> };
    self: { totalCount: number | null };
  } | null;
};

export type TeamTableQueryVariables = Exact<{
  id: string;
}>;

export type TeamTableQuery = {
  audit: {
    auditor: {
      totalCount: number | null;
      nodes: Array<{ value: GradeValue; criterion: { id: string } | null }>;
    };
    consensus: { totalCount: number | null };
    findings: {
      nodes: Array<{
        kind: FindingKind;
        severity: FindingSeverity | null;
        state: FindingState;
        reply: { kind: FindingReplyKind; disposition: Disposition | null } | null;
      }>;
    };
  } | null;
};

export type NodeTypeQueryVariables = Exact<{
  id: string;
}>;

export type NodeTypeQuery = {
  node:
    | { __typename: 'Account' }
    | { __typename: 'AccountIdentity' }
    | { __typename: 'AccountSession' }
    | { __typename: 'Affiliation' }
    | { __typename: 'Application' }
    | { __typename: 'Assignment' }
    | { __typename: 'Attestation' }
    | { __typename: 'Audit' }
    | { __typename: 'AuditTemplate' }
    | { __typename: 'AuditedService' }
    | { __typename: 'Auditor' }
    | { __typename: 'AuditorUnavailability' }
    | { __typename: 'Campaign' }
    | { __typename: 'CaseOutcome' }
    | { __typename: 'CaseReview' }
    | { __typename: 'CaseReviewSubmission' }
    | { __typename: 'CaseSample' }
    | { __typename: 'Checkpoint' }
    | { __typename: 'ClientProgram' }
    | { __typename: 'Conflict' }
    | { __typename: 'ConflictAlert' }
    | { __typename: 'ConflictFact' }
    | { __typename: 'ConflictRule' }
    | { __typename: 'CorrectiveAction' }
    | { __typename: 'CorrectiveActionNote' }
    | { __typename: 'CorrectiveActionRelapse' }
    | { __typename: 'Criterion' }
    | { __typename: 'CriterionLineage' }
    | { __typename: 'CriterionMeasure' }
    | { __typename: 'Crosswalk' }
    | { __typename: 'DeadlineRule' }
    | { __typename: 'DeclarationOfInterests' }
    | { __typename: 'Delivery' }
    | { __typename: 'DocumentaryFollowUp' }
    | { __typename: 'DoseImport' }
    | { __typename: 'DosePopulation' }
    | { __typename: 'DoseRecord' }
    | { __typename: 'DoseRefusal' }
    | { __typename: 'EffectivenessCheck' }
    | { __typename: 'EventCriterion' }
    | { __typename: 'EventLesson' }
    | { __typename: 'Evidence' }
    | { __typename: 'EvidenceAnswer' }
    | { __typename: 'EvidenceKind' }
    | { __typename: 'EvidenceRequest' }
    | { __typename: 'EvidenceVerdict' }
    | { __typename: 'ExamType' }
    | { __typename: 'Finding' }
    | { __typename: 'FindingReply' }
    | { __typename: 'FollowUpItem' }
    | { __typename: 'Grade' }
    | { __typename: 'Interest' }
    | { __typename: 'MatchingDecision' }
    | { __typename: 'MatchingRun' }
    | { __typename: 'Operation' }
    | { __typename: 'OperationProblem' }
    | { __typename: 'Organisation' }
    | { __typename: 'OrganisationLink' }
    | { __typename: 'OutsideRecommendation' }
    | { __typename: 'OutsideRecommendationNote' }
    | { __typename: 'PanelCase' }
    | { __typename: 'Person' }
    | { __typename: 'PlanDocument' }
    | { __typename: 'ProposedMember' }
    | { __typename: 'ProposedTeam' }
    | { __typename: 'ProtocolMapping' }
    | { __typename: 'RadiationEvent' }
    | { __typename: 'Recusal' }
    | { __typename: 'ReferenceLevel' }
    | { __typename: 'ReferenceLevelSource' }
    | { __typename: 'ReferenceText' }
    | { __typename: 'Report' }
    | { __typename: 'ReportVariant' }
    | { __typename: 'RoleGrant' }
    | { __typename: 'SampledCase' }
    | { __typename: 'Scale' }
    | { __typename: 'ScaleDefinition' }
    | { __typename: 'ScaleTrial' }
    | { __typename: 'Section' }
    | { __typename: 'SectionSubmission' }
    | { __typename: 'ServiceComparison' }
    | { __typename: 'ServiceOrganisation' }
    | { __typename: 'SharedPractice' }
    | { __typename: 'Survey' }
    | { __typename: 'SurveyParticipation' }
    | { __typename: 'Synthesis' }
    | { __typename: 'TemplateVersion' }
    | { __typename: 'TrailEntry' }
    | { __typename: 'Upload' }
    | { __typename: 'WaiverExtension' }
    | { __typename: 'WebhookAttempt' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
    | null;
};

export type VisibleAuditsQueryVariables = Exact<{ [key: string]: never }>;

export type VisibleAuditsQuery = {
  audits: { totalCount: number | null; nodes: Array<{ id: string }> } | null;
};

export type AddFileMutationVariables = Exact<{
  input: EvidenceAddInput;
}>;

export type AddFileMutation = {
  evidenceAdd: {
    evidence: { id: string } | null;
    uploadTicket: { url: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type FileQueryVariables = Exact<{
  id: string;
}>;

export type FileQuery = {
  node:
    | { __typename: 'Account' }
    | { __typename: 'AccountIdentity' }
    | { __typename: 'AccountSession' }
    | { __typename: 'Affiliation' }
    | { __typename: 'Application' }
    | { __typename: 'Assignment' }
    | { __typename: 'Attestation' }
    | { __typename: 'Audit' }
    | { __typename: 'AuditTemplate' }
    | { __typename: 'AuditedService' }
    | { __typename: 'Auditor' }
    | { __typename: 'AuditorUnavailability' }
    | { __typename: 'Campaign' }
    | { __typename: 'CaseOutcome' }
    | { __typename: 'CaseReview' }
    | { __typename: 'CaseReviewSubmission' }
    | { __typename: 'CaseSample' }
    | { __typename: 'Checkpoint' }
    | { __typename: 'ClientProgram' }
    | { __typename: 'Conflict' }
    | { __typename: 'ConflictAlert' }
    | { __typename: 'ConflictFact' }
    | { __typename: 'ConflictRule' }
    | { __typename: 'CorrectiveAction' }
    | { __typename: 'CorrectiveActionNote' }
    | { __typename: 'CorrectiveActionRelapse' }
    | { __typename: 'Criterion' }
    | { __typename: 'CriterionLineage' }
    | { __typename: 'CriterionMeasure' }
    | { __typename: 'Crosswalk' }
    | { __typename: 'DeadlineRule' }
    | { __typename: 'DeclarationOfInterests' }
    | { __typename: 'Delivery' }
    | { __typename: 'DocumentaryFollowUp' }
    | { __typename: 'DoseImport' }
    | { __typename: 'DosePopulation' }
    | { __typename: 'DoseRecord' }
    | { __typename: 'DoseRefusal' }
    | { __typename: 'EffectivenessCheck' }
    | { __typename: 'EventCriterion' }
    | { __typename: 'EventLesson' }
    | {
        __typename: 'Evidence';
        version: number;
        state: EvidenceState;
        file: { sha256: string } | null;
        scan: {
          outcome: EvidenceScanOutcome;
          reasons: Array<{ code: string; message: string; places: Array<string> }>;
        } | null;
      }
    | { __typename: 'EvidenceAnswer' }
    | { __typename: 'EvidenceKind' }
    | { __typename: 'EvidenceRequest' }
    | { __typename: 'EvidenceVerdict' }
    | { __typename: 'ExamType' }
    | { __typename: 'Finding' }
    | { __typename: 'FindingReply' }
    | { __typename: 'FollowUpItem' }
    | { __typename: 'Grade' }
    | { __typename: 'Interest' }
    | { __typename: 'MatchingDecision' }
    | { __typename: 'MatchingRun' }
    | { __typename: 'Operation' }
    | { __typename: 'OperationProblem' }
    | { __typename: 'Organisation' }
    | { __typename: 'OrganisationLink' }
    | { __typename: 'OutsideRecommendation' }
    | { __typename: 'OutsideRecommendationNote' }
    | { __typename: 'PanelCase' }
    | { __typename: 'Person' }
    | { __typename: 'PlanDocument' }
    | { __typename: 'ProposedMember' }
    | { __typename: 'ProposedTeam' }
    | { __typename: 'ProtocolMapping' }
    | { __typename: 'RadiationEvent' }
    | { __typename: 'Recusal' }
    | { __typename: 'ReferenceLevel' }
    | { __typename: 'ReferenceLevelSource' }
    | { __typename: 'ReferenceText' }
    | { __typename: 'Report' }
    | { __typename: 'ReportVariant' }
    | { __typename: 'RoleGrant' }
    | { __typename: 'SampledCase' }
    | { __typename: 'Scale' }
    | { __typename: 'ScaleDefinition' }
    | { __typename: 'ScaleTrial' }
    | { __typename: 'Section' }
    | { __typename: 'SectionSubmission' }
    | { __typename: 'ServiceComparison' }
    | { __typename: 'ServiceOrganisation' }
    | { __typename: 'SharedPractice' }
    | { __typename: 'Survey' }
    | { __typename: 'SurveyParticipation' }
    | { __typename: 'Synthesis' }
    | { __typename: 'TemplateVersion' }
    | { __typename: 'TrailEntry' }
    | { __typename: 'Upload' }
    | { __typename: 'WaiverExtension' }
    | { __typename: 'WebhookAttempt' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
    | null;
};

export type ReleaseFileMutationVariables = Exact<{
  input: EvidenceReleaseInput;
}>;

export type ReleaseFileMutation = {
  evidenceRelease: {
    evidence: { state: EvidenceState } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DownloadFileMutationVariables = Exact<{
  input: EvidenceDownloadInput;
}>;

export type DownloadFileMutation = {
  evidenceDownload: {
    download: { url: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type PrepareDosesMutationVariables = Exact<{
  input: DoseImportPrepareInput;
}>;

export type PrepareDosesMutation = {
  doseImportPrepare: {
    doseImport: { id: string } | null;
    uploadTicket: { url: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DoseImportQueryVariables = Exact<{
  id: string;
}>;

export type DoseImportQuery = {
  doseImport: {
    state: DoseImportState;
    message: string | null;
    keptCount: number;
    refusedCount: number;
    unmappedProtocols: Array<{ modality: DoseModality; protocol: string }>;
  } | null;
};

export type MapProtocolMutationVariables = Exact<{
  input: ProtocolMappingSetInput;
}>;

export type MapProtocolMutation = {
  protocolMappingSet: {
    protocolMapping: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DosesQueryVariables = Exact<{
  auditId: string;
}>;

export type DosesQuery = {
  audit: {
    doseImports: { totalCount: number | null };
    doseStatistics: {
      exams: Array<{
        examCode: string;
        populations: Array<{
          quantities: Array<{
            quantity: DoseQuantity;
            unit: string;
            n: number;
            median: number;
            position: DosePosition;
            medianInterval: { low: number; high: number } | null;
            level: { nrd: number; vgd: number | null } | null;
          }>;
        }>;
      }>;
    } | null;
  } | null;
};

export type EvidenceKindsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type EvidenceKindsQuery = {
  evidenceKinds: {
    nodes: Array<{ id: string; code: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type ListRecordsMutationVariables = Exact<{
  input: CaseListSetInput;
}>;

export type ListRecordsMutation = {
  caseListSet: {
    caseSample: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DrawRecordsMutationVariables = Exact<{
  input: CaseSampleDrawInput;
}>;

export type DrawRecordsMutation = {
  caseSampleDraw: {
    caseSample: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RecordsQueryVariables = Exact<{
  id: string;
}>;

export type RecordsQuery = {
  caseSample: {
    state: CaseSampleState;
    populationSize: number;
    size: number | null;
    listSha256: string;
    nonceSha256: string;
    nonce: string | null;
    word: string | null;
    seed: string | null;
    cases: { nodes: Array<{ id: string; recordNumber: string }> };
    criteria: Array<{ values: Array<string>; criterion: { id: string; code: string } | null }>;
    reviews: { totalCount: number | null };
    results: Array<{
      decision: TargetDecision | null;
      criterion: { id: string; code: string } | null;
      rate: { x: number; n: number; estimate: number | null; low: number | null; high: number | null };
      shortfall: { x: number; n: number };
      target: { op: string; value: number } | null;
      ac1: { estimate: number | null; low: number | null; high: number | null };
    }>;
  } | null;
};

export type ReviewRecordsMutationVariables = Exact<{
  input: CaseReviewsRecordInput;
}>;

export type ReviewRecordsMutation = {
  caseReviewsRecord: {
    caseReviews: Array<{ id: string }> | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SubmitReviewsMutationVariables = Exact<{
  input: CaseReviewsSubmitInput;
}>;

export type SubmitReviewsMutation = {
  caseReviewsSubmit: {
    caseSample: { state: CaseSampleState } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DisputesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;

export type DisputesQuery = {
  caseSample: {
    outcomes: {
      nodes: Array<{ id: string; version: number; ratings: Array<string> }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ProposeSettlementMutationVariables = Exact<{
  input: CaseDecisionsInput;
}>;

export type ProposeSettlementMutation = {
  caseSettlementPropose: {
    caseOutcomes: Array<{ id: string; version: number }> | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AgreeSettlementMutationVariables = Exact<{
  input: CaseSettlementAgreeInput;
}>;

export type AgreeSettlementMutation = {
  caseSettlementAgree: {
    caseSample: { state: CaseSampleState } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type MeasuresQueryVariables = Exact<{
  auditId: string;
  stage: MeasureStage;
}>;

export type MeasuresQuery = {
  audit: {
    measures: Array<{
      isComplete: boolean;
      proposedValue: GradeValue | null;
      criterion: { id: string } | null;
    }>;
  } | null;
};

export type PrepareSynthesisMutationVariables = Exact<{
  input: SynthesisPrepareInput;
}>;

export type PrepareSynthesisMutation = {
  synthesisPrepare: {
    synthesis: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type PublishSynthesisMutationVariables = Exact<{
  input: SynthesisPublishInput;
}>;

export type PublishSynthesisMutation = {
  synthesisPublish: {
    synthesis: { sha256: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SynthesisQueryVariables = Exact<{
  campaignId: string;
}>;

export type SynthesisQuery = {
  campaign: {
    state: CampaignState;
    synthesis: {
      serviceCount: number;
      sha256: string;
      content: string;
      sections: Array<{
        code: string;
        title: string;
        score: { median: number | null; low: number | null; high: number | null };
        criteria: Array<{ conformity: { share: number } | null }>;
      }>;
      findings: Array<{ kind: FindingKind }>;
    } | null;
  } | null;
};

export type RequestComparisonMutationVariables = Exact<{
  input: ServiceComparisonRequestInput;
}>;

export type RequestComparisonMutation = {
  serviceComparisonRequest: {
    serviceComparison: {
      id: string;
      sharedTraits: Array<ComparisonTrait>;
      serviceCount: number;
      figures: Array<{
        section: { code: string } | null;
        own: { value: number | null };
        others: { median: number | null } | null;
      }>;
    } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DigestsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type DigestsQuery = {
  deliveries: {
    nodes: Array<{ kind: MailKind | null; composedAt: string | null; recipient: { id: string } | null }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export type ToldQueryVariables = Exact<{
  campaignId: string;
}>;

export type ToldQuery = {
  remindersPreview: Array<{
    topic: NotificationTopicCode;
    step: ReminderStep;
    audience: NotificationAudience;
    facts: number;
    people: number;
  }> | null;
};

export type JudgeEffectMutationVariables = Exact<{
  input: CorrectiveActionJudgeEffectInput;
}>;

export type JudgeEffectMutation = {
  correctiveActionJudgeEffect: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AddDependencyMutationVariables = Exact<{
  input: CorrectiveActionDependencyInput;
}>;

export type AddDependencyMutation = {
  correctiveActionAddDependency: {
    correctiveAction: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ActionStateQueryVariables = Exact<{
  id: string;
}>;

export type ActionStateQuery = { correctiveAction: { state: CorrectiveActionState; version: number } | null };

export type FollowUpQueryVariables = Exact<{
  id: string;
}>;

export type FollowUpQuery = {
  audit: {
    documentaryFollowUp: {
      id: string;
      version: number;
      state: DocumentaryFollowUpState;
      items: Array<{ id: string; correctiveAction: { id: string } | null }>;
    } | null;
  } | null;
};

export type OpenFollowUpMutationVariables = Exact<{
  input: DocumentaryFollowUpMoveInput;
}>;

export type OpenFollowUpMutation = {
  documentaryFollowUpOpen: {
    documentaryFollowUp: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StateItemMutationVariables = Exact<{
  input: FollowUpItemStateInput;
}>;

export type StateItemMutation = {
  followUpItemState: {
    documentaryFollowUp: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SubmitFollowUpMutationVariables = Exact<{
  input: DocumentaryFollowUpMoveInput;
}>;

export type SubmitFollowUpMutation = {
  documentaryFollowUpSubmit: {
    documentaryFollowUp: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ConcludeItemMutationVariables = Exact<{
  input: FollowUpItemConcludeInput;
}>;

export type ConcludeItemMutation = {
  followUpItemConclude: {
    documentaryFollowUp: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ReviewFollowUpMutationVariables = Exact<{
  input: DocumentaryFollowUpMoveInput;
}>;

export type ReviewFollowUpMutation = {
  documentaryFollowUpReview: {
    documentaryFollowUp: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CloseFollowUpMutationVariables = Exact<{
  input: DocumentaryFollowUpMoveInput;
}>;

export type CloseFollowUpMutation = {
  documentaryFollowUpClose: {
    documentaryFollowUp: { version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CampaignAtAGlanceQueryVariables = Exact<{
  id: string;
}>;

export type CampaignAtAGlanceQuery = {
  campaignProgress: {
    auditCount: number;
    lateCount: number;
    lateActionCount: number;
    states: Array<{ state: AuditState; count: number }>;
    turns: Array<{ turn: AuditTurn; auditCount: number; lateCount: number }>;
    applications: Array<{ state: ApplicationState; count: number }>;
  } | null;
};

export type EventWordsQueryVariables = Exact<{ [key: string]: never }>;

export type EventWordsQuery = {
  eventCriteria: { nodes: Array<{ id: string; code: string }> } | null;
  scaleDefinitions: { nodes: Array<{ id: string; code: string; number: number }> } | null;
};

export type DraftScaleMutationVariables = Exact<{
  input: ScaleDefinitionDraftInput;
}>;

export type DraftScaleMutation = {
  scaleDefinitionDraft: {
    scaleDefinition: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type StartScaleTrialMutationVariables = Exact<{
  input: ScaleDefinitionStartTrialInput;
}>;

export type StartScaleTrialMutation = {
  scaleDefinitionStartTrial: {
    scaleDefinition: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RecordEventMutationVariables = Exact<{
  input: RadiationEventRecordInput;
}>;

export type RecordEventMutation = {
  radiationEventRecord: {
    radiationEvent: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ShareLessonMutationVariables = Exact<{
  input: EventLessonShareInput;
}>;

export type ShareLessonMutation = {
  eventLessonShare: {
    radiationEvent: { sharedLesson: string | null } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type TryScaleMutationVariables = Exact<{
  input: ScaleTrialRecordInput;
}>;

export type TryScaleMutation = {
  scaleTrialRecord: {
    scaleTrial: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CompareScalesQueryVariables = Exact<{
  fromScaleId: string;
  toScaleId: string;
}>;

export type CompareScalesQuery = {
  scaleComparison: { cells: Array<{ fromValue: string; toValue: string; count: number }> } | null;
};

export type OpenSurveyMutationVariables = Exact<{
  input: SurveyOpenInput;
}>;

export type OpenSurveyMutation = {
  surveyOpen: {
    survey: {
      id: string;
      version: number;
      form: { sides: Array<{ side: SurveySide; questions: Array<{ code: string }> }> } | null;
    } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type AnswerSurveyMutationVariables = Exact<{
  input: SurveyAnswerInput;
}>;

export type AnswerSurveyMutation = {
  surveyAnswer: {
    survey: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type CloseSurveyMutationVariables = Exact<{
  input: SurveyCloseInput;
}>;

export type CloseSurveyMutation = {
  surveyClose: {
    survey: { state: SurveyState } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SurveyResultsQueryVariables = Exact<{
  id: string;
}>;

export type SurveyResultsQuery = {
  survey: {
    results: Array<{
      side: SurveySide;
      answerCount: number;
      questions: Array<{ code: string; favourable: number; low: number; high: number }>;
    }> | null;
    remarks: Array<{ text: string }> | null;
  } | null;
};

export type SharePracticeMutationVariables = Exact<{
  input: PracticeShareInput;
}>;

export type SharePracticeMutation = {
  practiceShare: {
    sharedPractice: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SharedPracticesQueryVariables = Exact<{ [key: string]: never }>;

export type SharedPracticesQuery = {
  sharedPractices: { nodes: Array<{ text: string; auditedService: { id: string } | null }> } | null;
};

export type EventsSeenQueryVariables = Exact<{ [key: string]: never }>;

export type EventsSeenQuery = {
  radiationEvents: { totalCount: number | null } | null;
  eventLessons: { nodes: Array<{ text: string }> } | null;
  outsideRecommendations: { nodes: Array<{ id: string; title: string }> } | null;
};

export type DraftRecommendationMutationVariables = Exact<{
  input: OutsideRecommendationCreateInput;
}>;

export type DraftRecommendationMutation = {
  outsideRecommendationCreate: {
    outsideRecommendation: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type SendRecommendationMutationVariables = Exact<{
  input: OutsideRecommendationSendInput;
}>;

export type SendRecommendationMutation = {
  outsideRecommendationSend: {
    outsideRecommendation: { id: string; version: number } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type PublishRecommendationMutationVariables = Exact<{
  input: OutsideRecommendationPublishInput;
}>;

export type PublishRecommendationMutation = {
  outsideRecommendationPublish: {
    outsideRecommendation: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type OpenEndpointMutationVariables = Exact<{
  input: WebhookEndpointCreateInput;
}>;

export type OpenEndpointMutation = {
  webhookEndpointCreate: {
    webhookEndpoint: { id: string; version: number } | null;
    webhookSecret: { secret: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type RotateSecretMutationVariables = Exact<{
  input: WebhookSecretRotateInput;
}>;

export type RotateSecretMutation = {
  webhookSecretRotate: {
    webhookEndpoint: { version: number } | null;
    webhookSecret: { secret: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type TriggerWebhookMutationVariables = Exact<{
  input: WebhookTriggerInput;
}>;

export type TriggerWebhookMutation = {
  webhookTrigger: {
    webhookDelivery: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type ReplayDeliveryMutationVariables = Exact<{
  input: WebhookDeliveryReplayInput;
}>;

export type ReplayDeliveryMutation = {
  webhookDeliveryReplay: {
    webhookDelivery: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DisableEndpointMutationVariables = Exact<{
  input: WebhookEndpointDisableInput;
}>;

export type DisableEndpointMutation = {
  webhookEndpointDisable: {
    webhookEndpoint: { state: WebhookEndpointState } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DryRunQueryVariables = Exact<{
  id: string;
}>;

export type DryRunQuery = {
  webhookDryRun: { body: string; headers: Array<{ name: string; value: string }> } | null;
};

export type EndpointLogQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;

export type EndpointLogQuery = {
  node:
    | {
        version: number;
        state: WebhookEndpointState;
        deliveries: {
          nodes: Array<{
            id: string;
            sequence: number;
            topic: WebhookTopic;
            body: string;
            state: WebhookDeliveryState;
            version: number;
            attempts: Array<{ outcome: WebhookOutcome }>;
          }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }
    | Record<PropertyKey, never>
    | null;
};

export type CreateAccountMutationVariables = Exact<{
  input: AccountCreateInput;
}>;

export type CreateAccountMutation = {
  accountCreate: {
    account: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type GrantRoleMutationVariables = Exact<{
  input: RoleGrantInput;
}>;

export type GrantRoleMutation = {
  roleGrant: {
    roleGrant: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type DeclareTieMutationVariables = Exact<{
  input: AffiliationDeclareInput;
}>;

export type DeclareTieMutation = {
  affiliationDeclare: {
    affiliation: { id: string } | null;
    userErrors: Array<
      | {
          __typename: 'ConflictOfInterestError';
          code: ErrorCode;
          message: string;
          path: Array<string> | null;
          conflicts: Array<{ ruleCode: string; level: ConflictLevel }>;
        }
      | { __typename: 'IllegalTransitionError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'InputError'; code: ErrorCode; message: string; path: Array<string> | null }
      | { __typename: 'StaleVersionError'; code: ErrorCode; message: string; path: Array<string> | null }
    >;
  };
};

export type TiedSightQueryVariables = Exact<{
  id: string;
  campaignId: string;
}>;

export type TiedSightQuery = {
  node:
    | { __typename: 'Account' }
    | { __typename: 'AccountIdentity' }
    | { __typename: 'AccountSession' }
    | { __typename: 'Affiliation' }
    | { __typename: 'Application' }
    | { __typename: 'Assignment' }
    | { __typename: 'Attestation' }
    | { __typename: 'Audit' }
    | { __typename: 'AuditTemplate' }
    | { __typename: 'AuditedService' }
    | { __typename: 'Auditor' }
    | { __typename: 'AuditorUnavailability' }
    | { __typename: 'Campaign' }
    | { __typename: 'CaseOutcome' }
    | { __typename: 'CaseReview' }
    | { __typename: 'CaseReviewSubmission' }
    | { __typename: 'CaseSample' }
    | { __typename: 'Checkpoint' }
    | { __typename: 'ClientProgram' }
    | { __typename: 'Conflict' }
    | { __typename: 'ConflictAlert' }
    | { __typename: 'ConflictFact' }
    | { __typename: 'ConflictRule' }
    | { __typename: 'CorrectiveAction' }
    | { __typename: 'CorrectiveActionNote' }
    | { __typename: 'CorrectiveActionRelapse' }
    | { __typename: 'Criterion' }
    | { __typename: 'CriterionLineage' }
    | { __typename: 'CriterionMeasure' }
    | { __typename: 'Crosswalk' }
    | { __typename: 'DeadlineRule' }
    | { __typename: 'DeclarationOfInterests' }
    | { __typename: 'Delivery' }
    | { __typename: 'DocumentaryFollowUp' }
    | { __typename: 'DoseImport' }
    | { __typename: 'DosePopulation' }
    | { __typename: 'DoseRecord' }
    | { __typename: 'DoseRefusal' }
    | { __typename: 'EffectivenessCheck' }
    | { __typename: 'EventCriterion' }
    | { __typename: 'EventLesson' }
    | { __typename: 'Evidence' }
    | { __typename: 'EvidenceAnswer' }
    | { __typename: 'EvidenceKind' }
    | { __typename: 'EvidenceRequest' }
    | { __typename: 'EvidenceVerdict' }
    | { __typename: 'ExamType' }
    | { __typename: 'Finding' }
    | { __typename: 'FindingReply' }
    | { __typename: 'FollowUpItem' }
    | { __typename: 'Grade' }
    | { __typename: 'Interest' }
    | { __typename: 'MatchingDecision' }
    | { __typename: 'MatchingRun' }
    | { __typename: 'Operation' }
    | { __typename: 'OperationProblem' }
    | { __typename: 'Organisation' }
    | { __typename: 'OrganisationLink' }
    | { __typename: 'OutsideRecommendation' }
    | { __typename: 'OutsideRecommendationNote' }
    | { __typename: 'PanelCase' }
    | { __typename: 'Person' }
    | { __typename: 'PlanDocument' }
    | { __typename: 'ProposedMember' }
    | { __typename: 'ProposedTeam' }
    | { __typename: 'ProtocolMapping' }
    | { __typename: 'RadiationEvent' }
    | { __typename: 'Recusal' }
    | { __typename: 'ReferenceLevel' }
    | { __typename: 'ReferenceLevelSource' }
    | { __typename: 'ReferenceText' }
    | { __typename: 'Report' }
    | { __typename: 'ReportVariant' }
    | { __typename: 'RoleGrant' }
    | { __typename: 'SampledCase' }
    | { __typename: 'Scale' }
    | { __typename: 'ScaleDefinition' }
    | { __typename: 'ScaleTrial' }
    | { __typename: 'Section' }
    | { __typename: 'SectionSubmission' }
    | { __typename: 'ServiceComparison' }
    | { __typename: 'ServiceOrganisation' }
    | { __typename: 'SharedPractice' }
    | { __typename: 'Survey' }
    | { __typename: 'SurveyParticipation' }
    | { __typename: 'Synthesis' }
    | { __typename: 'TemplateVersion' }
    | { __typename: 'TrailEntry' }
    | { __typename: 'Upload' }
    | { __typename: 'WaiverExtension' }
    | { __typename: 'WebhookAttempt' }
    | { __typename: 'WebhookDelivery' }
    | { __typename: 'WebhookEndpoint' }
    | null;
  campaign: { audits: { totalCount: number | null; nodes: Array<{ id: string }> } } | null;
  campaignProgress: { auditCount: number } | null;
};

export type RelapsesQueryVariables = Exact<{
  auditId: string;
}>;

export type RelapsesQuery = {
  audit: {
    findings: {
      nodes: Array<{ id: string; isRelapse: boolean; precedents: Array<{ criterionCode: string }> }>;
    };
  } | null;
  correctiveActions: { nodes: Array<{ relapses: Array<{ finding: { id: string } | null }> }> } | null;
};

export type ServicesAuditedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type ServicesAuditedQuery = {
  audits: {
    nodes: Array<{ auditedService: { organisation: { id: string } | null } | null }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, unknown> | undefined;

  constructor(value: string, __meta__?: Record<string, unknown> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ErrorsFragmentDoc = new TypedDocumentString(
  `
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}
    `,
  { fragmentName: 'Errors' },
) as unknown as TypedDocumentString<ErrorsFragment, unknown>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    session {
      accessToken
      expiresAt
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const AccountsDocument = new TypedDocumentString(`
    query Accounts($after: String) {
  accounts(first: 100, after: $after) {
    nodes {
      email
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const ImportServicesDocument = new TypedDocumentString(`
    mutation ImportServices($input: AuditedServicesImportInput!) {
  auditedServicesImport(input: $input) {
    operation {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ImportServicesMutation, ImportServicesMutationVariables>;
export const ImportAuditorsDocument = new TypedDocumentString(`
    mutation ImportAuditors($input: AuditorsImportInput!) {
  auditorsImport(input: $input) {
    operation {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ImportAuditorsMutation, ImportAuditorsMutationVariables>;
export const OperationProgressDocument = new TypedDocumentString(`
    query OperationProgress($id: ID!) {
  operation(id: $id) {
    state
    message
    createdCount
    changedCount
    refusedCount
  }
}
    `) as unknown as TypedDocumentString<OperationProgressQuery, OperationProgressQueryVariables>;
export const ServicesDocument = new TypedDocumentString(`
    query Services($after: String) {
  auditedServices(first: 100, after: $after) {
    nodes {
      id
      finessEt
      name
      organisation {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ServicesQuery, ServicesQueryVariables>;
export const CreateServiceAccountDocument = new TypedDocumentString(`
    mutation CreateServiceAccount($input: ServiceAccountCreateInput!) {
  serviceAccountCreate(input: $input) {
    account {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CreateServiceAccountMutation, CreateServiceAccountMutationVariables>;
export const AuditorsDocument = new TypedDocumentString(`
    query Auditors($after: String) {
  auditors(first: 100, after: $after) {
    nodes {
      id
      version
      rpps
      profession
      qualification
      isLeadEligible
      affiliations {
        organisation {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditorsQuery, AuditorsQueryVariables>;
export const AddUnavailabilityDocument = new TypedDocumentString(`
    mutation AddUnavailability($input: AuditorUnavailabilityAddInput!) {
  auditorUnavailabilityAdd(input: $input) {
    auditorUnavailability {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AddUnavailabilityMutation, AddUnavailabilityMutationVariables>;
export const UpdateAuditorDocument = new TypedDocumentString(`
    mutation UpdateAuditor($input: AuditorUpdateInput!) {
  auditorUpdate(input: $input) {
    auditor {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<UpdateAuditorMutation, UpdateAuditorMutationVariables>;
export const AdmitAuditorDocument = new TypedDocumentString(`
    mutation AdmitAuditor($input: AuditorMoveInput!) {
  auditorAdmit(input: $input) {
    auditor {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AdmitAuditorMutation, AdmitAuditorMutationVariables>;
export const StartTrainingDocument = new TypedDocumentString(`
    mutation StartTraining($input: AuditorMoveInput!) {
  auditorStartTraining(input: $input) {
    auditor {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StartTrainingMutation, StartTrainingMutationVariables>;
export const EvaluateAuditorDocument = new TypedDocumentString(`
    mutation EvaluateAuditor($input: AuditorMoveInput!) {
  auditorEvaluate(input: $input) {
    auditor {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<EvaluateAuditorMutation, EvaluateAuditorMutationVariables>;
export const QualifyAuditorDocument = new TypedDocumentString(`
    mutation QualifyAuditor($input: AuditorMoveInput!) {
  auditorQualify(input: $input) {
    auditor {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<QualifyAuditorMutation, QualifyAuditorMutationVariables>;
export const CreateAuditorAccountDocument = new TypedDocumentString(`
    mutation CreateAuditorAccount($input: AuditorAccountCreateInput!) {
  auditorAccountCreate(input: $input) {
    account {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CreateAuditorAccountMutation, CreateAuditorAccountMutationVariables>;
export const OwnDraftDocument = new TypedDocumentString(`
    query OwnDraft {
  viewer {
    auditor {
      declarations(last: 10) {
        nodes {
          id
          version
          state
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnDraftQuery, OwnDraftQueryVariables>;
export const CreateDeclarationDocument = new TypedDocumentString(`
    mutation CreateDeclaration($input: DeclarationCreateInput!) {
  declarationCreate(input: $input) {
    declaration {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CreateDeclarationMutation, CreateDeclarationMutationVariables>;
export const SignDeclarationDocument = new TypedDocumentString(`
    mutation SignDeclaration($input: DeclarationSignInput!) {
  declarationSign(input: $input) {
    declaration {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SignDeclarationMutation, SignDeclarationMutationVariables>;
export const CampaignsDocument = new TypedDocumentString(`
    query Campaigns($after: String) {
  campaigns(first: 100, after: $after) {
    nodes {
      code
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignsQuery, CampaignsQueryVariables>;
export const TemplatesDocument = new TypedDocumentString(`
    query Templates {
  auditTemplates(first: 100) {
    nodes {
      code
      publishedVersion {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TemplatesQuery, TemplatesQueryVariables>;
export const TemplateVersionDocument = new TypedDocumentString(`
    query TemplateVersion($id: ID!) {
  templateVersion(id: $id) {
    sections {
      id
      criteria {
        id
        code
        isCritical
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TemplateVersionQuery, TemplateVersionQueryVariables>;
export const CreateCampaignDocument = new TypedDocumentString(`
    mutation CreateCampaign($input: CampaignCreateInput!) {
  campaignCreate(input: $input) {
    campaign {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const OpenCallDocument = new TypedDocumentString(`
    mutation OpenCall($input: CampaignMoveInput!) {
  campaignOpenCall(input: $input) {
    campaign {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<OpenCallMutation, OpenCallMutationVariables>;
export const CloseCallDocument = new TypedDocumentString(`
    mutation CloseCall($input: CampaignMoveInput!) {
  campaignCloseCall(input: $input) {
    campaign {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CloseCallMutation, CloseCallMutationVariables>;
export const StartMatchingDocument = new TypedDocumentString(`
    mutation StartMatching($input: CampaignMoveInput!) {
  campaignStartMatching(input: $input) {
    campaign {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StartMatchingMutation, StartMatchingMutationVariables>;
export const StartCampaignDocument = new TypedDocumentString(`
    mutation StartCampaign($input: CampaignMoveInput!) {
  campaignStart(input: $input) {
    campaign {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StartCampaignMutation, StartCampaignMutationVariables>;
export const CloseCampaignDocument = new TypedDocumentString(`
    mutation CloseCampaign($input: CampaignMoveInput!) {
  campaignClose(input: $input) {
    campaign {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CloseCampaignMutation, CloseCampaignMutationVariables>;
export const ApplyDocument = new TypedDocumentString(`
    mutation Apply($input: ApplicationSubmitInput!) {
  applicationSubmit(input: $input) {
    application {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ApplyMutation, ApplyMutationVariables>;
export const SelectApplicationDocument = new TypedDocumentString(`
    mutation SelectApplication($input: ApplicationDecideInput!) {
  applicationSelect(input: $input) {
    application {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SelectApplicationMutation, SelectApplicationMutationVariables>;
export const WaitlistApplicationDocument = new TypedDocumentString(`
    mutation WaitlistApplication($input: ApplicationDecideInput!) {
  applicationWaitlist(input: $input) {
    application {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<WaitlistApplicationMutation, WaitlistApplicationMutationVariables>;
export const RejectApplicationDocument = new TypedDocumentString(`
    mutation RejectApplication($input: ApplicationRejectInput!) {
  applicationReject(input: $input) {
    application {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RejectApplicationMutation, RejectApplicationMutationVariables>;
export const ConfirmApplicationDocument = new TypedDocumentString(`
    mutation ConfirmApplication($input: ApplicationMoveInput!) {
  applicationConfirm(input: $input) {
    application {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ConfirmApplicationMutation, ConfirmApplicationMutationVariables>;
export const WithdrawApplicationDocument = new TypedDocumentString(`
    mutation WithdrawApplication($input: ApplicationDecideInput!) {
  applicationWithdraw(input: $input) {
    application {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>;
export const PlanAuditDocument = new TypedDocumentString(`
    mutation PlanAudit($input: AuditPlanInput!) {
  auditPlan(input: $input) {
    audit {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PlanAuditMutation, PlanAuditMutationVariables>;
export const PlanVisitDocument = new TypedDocumentString(`
    mutation PlanVisit($input: AuditPlanVisitInput!) {
  auditPlanVisit(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PlanVisitMutation, PlanVisitMutationVariables>;
export const CandidatesDocument = new TypedDocumentString(`
    query Candidates($auditId: ID!, $seat: Seat!) {
  candidatesFor(auditId: $auditId, seat: $seat) {
    auditor {
      id
    }
    conflicts {
      level
    }
  }
}
    `) as unknown as TypedDocumentString<CandidatesQuery, CandidatesQueryVariables>;
export const ProposeAssignmentDocument = new TypedDocumentString(`
    mutation ProposeAssignment($input: AssignmentProposeInput!) {
  assignmentPropose(input: $input) {
    assignment {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ProposeAssignmentMutation, ProposeAssignmentMutationVariables>;
export const AcceptAssignmentDocument = new TypedDocumentString(`
    mutation AcceptAssignment($input: AssignmentAcceptInput!) {
  assignmentAccept(input: $input) {
    assignment {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AcceptAssignmentMutation, AcceptAssignmentMutationVariables>;
export const DeclineAssignmentDocument = new TypedDocumentString(`
    mutation DeclineAssignment($input: AssignmentLeaveInput!) {
  assignmentDecline(input: $input) {
    assignment {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DeclineAssignmentMutation, DeclineAssignmentMutationVariables>;
export const DeclareConflictDocument = new TypedDocumentString(`
    mutation DeclareConflict($input: AssignmentLeaveInput!) {
  assignmentDeclareConflict(input: $input) {
    assignment {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DeclareConflictMutation, DeclareConflictMutationVariables>;
export const SetStaffingNeedDocument = new TypedDocumentString(`
    mutation SetStaffingNeed($input: StaffingNeedSetInput!) {
  staffingNeedSet(input: $input) {
    staffingNeed {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SetStaffingNeedMutation, SetStaffingNeedMutationVariables>;
export const PinAuditorDocument = new TypedDocumentString(`
    mutation PinAuditor($input: MatchingDecideInput!) {
  matchingPin(input: $input) {
    matchingDecision {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PinAuditorMutation, PinAuditorMutationVariables>;
export const StartMatchingRunDocument = new TypedDocumentString(`
    mutation StartMatchingRun($input: MatchingRunStartInput!) {
  matchingRunStart(input: $input) {
    matchingRun {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StartMatchingRunMutation, StartMatchingRunMutationVariables>;
export const PublishMatchingRunDocument = new TypedDocumentString(`
    mutation PublishMatchingRun($input: MatchingRunPublishInput!) {
  matchingRunPublish(input: $input) {
    matchingRun {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PublishMatchingRunMutation, PublishMatchingRunMutationVariables>;
export const MatchingRunDocument = new TypedDocumentString(`
    query MatchingRun($id: ID!) {
  matchingRun(id: $id) {
    id
    state
    status
    objective
    bound
    message
    version
    instance
    teams(first: 100) {
      nodes {
        audit {
          id
          conflicts(first: 20) {
            nodes {
              ruleCode
              overrideReason
            }
          }
        }
        members {
          isLead
          seat
          auditor {
            id
          }
          assignment {
            id
            version
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MatchingRunQuery, MatchingRunQueryVariables>;
export const MatchingShortfallsDocument = new TypedDocumentString(`
    query MatchingShortfalls($matchingRunId: ID!) {
  matchingShortfalls(matchingRunId: $matchingRunId) {
    audit {
      id
    }
    seat
    missing
    blocking {
      limit
      sentence
    }
    relaxations {
      kind
      sentence
    }
  }
}
    `) as unknown as TypedDocumentString<MatchingShortfallsQuery, MatchingShortfallsQueryVariables>;
export const SubstitutesDocument = new TypedDocumentString(`
    query Substitutes($matchingRunId: ID!, $auditId: ID!, $seat: Seat!) {
  planSubstitutes(matchingRunId: $matchingRunId, auditId: $auditId, seat: $seat) {
    auditor {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SubstitutesQuery, SubstitutesQueryVariables>;
export const ProposeTeamDocument = new TypedDocumentString(`
    mutation ProposeTeam($input: AuditMoveInput!) {
  auditProposeTeam(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ProposeTeamMutation, ProposeTeamMutationVariables>;
export const ShowTeamDocument = new TypedDocumentString(`
    mutation ShowTeam($input: AuditMoveInput!) {
  auditShowTeam(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ShowTeamMutation, ShowTeamMutationVariables>;
export const AgreeTeamDocument = new TypedDocumentString(`
    mutation AgreeTeam($input: AuditMoveInput!) {
  auditAgreeTeam(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AgreeTeamMutation, AgreeTeamMutationVariables>;
export const ConfirmTeamDocument = new TypedDocumentString(`
    mutation ConfirmTeam($input: AuditMoveInput!) {
  auditConfirmTeam(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ConfirmTeamMutation, ConfirmTeamMutationVariables>;
export const TeamDocument = new TypedDocumentString(`
    query Team($auditId: ID!) {
  audit(id: $auditId) {
    version
    state
    assignments(first: 20) {
      nodes {
        id
        version
        seat
        isLead
        state
        auditor {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TeamQuery, TeamQueryVariables>;
export const FileRecusalDocument = new TypedDocumentString(`
    mutation FileRecusal($input: RecusalFileInput!) {
  recusalFile(input: $input) {
    recusal {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<FileRecusalMutation, FileRecusalMutationVariables>;
export const GrantRecusalDocument = new TypedDocumentString(`
    mutation GrantRecusal($input: RecusalMoveInput!) {
  recusalGrant(input: $input) {
    recusal {
      version
      audit {
        version
      }
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<GrantRecusalMutation, GrantRecusalMutationVariables>;
export const RefuseRecusalDocument = new TypedDocumentString(`
    mutation RefuseRecusal($input: RecusalMoveInput!) {
  recusalRefuse(input: $input) {
    recusal {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RefuseRecusalMutation, RefuseRecusalMutationVariables>;
export const AppealRecusalDocument = new TypedDocumentString(`
    mutation AppealRecusal($input: RecusalMoveInput!) {
  recusalAppeal(input: $input) {
    recusal {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AppealRecusalMutation, AppealRecusalMutationVariables>;
export const RefuseAppealDocument = new TypedDocumentString(`
    mutation RefuseAppeal($input: RecusalMoveInput!) {
  recusalRefuseAppeal(input: $input) {
    recusal {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RefuseAppealMutation, RefuseAppealMutationVariables>;
export const AuditVersionDocument = new TypedDocumentString(`
    query AuditVersion($auditId: ID!) {
  audit(id: $auditId) {
    version
    state
  }
}
    `) as unknown as TypedDocumentString<AuditVersionQuery, AuditVersionQueryVariables>;
export const SuspendAuditDocument = new TypedDocumentString(`
    mutation SuspendAudit($input: AuditReasonInput!) {
  auditSuspend(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SuspendAuditMutation, SuspendAuditMutationVariables>;
export const ResumeAuditDocument = new TypedDocumentString(`
    mutation ResumeAudit($input: AuditMoveInput!) {
  auditResume(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ResumeAuditMutation, ResumeAuditMutationVariables>;
export const CancelAuditDocument = new TypedDocumentString(`
    mutation CancelAudit($input: AuditReasonInput!) {
  auditCancel(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CancelAuditMutation, CancelAuditMutationVariables>;
export const EscalateSafetyDocument = new TypedDocumentString(`
    mutation EscalateSafety($input: AuditEscalateSafetyInput!) {
  auditEscalateSafety(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<EscalateSafetyMutation, EscalateSafetyMutationVariables>;
export const OpenSelfAssessmentDocument = new TypedDocumentString(`
    mutation OpenSelfAssessment($input: AuditMoveInput!) {
  auditOpenSelfAssessment(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<OpenSelfAssessmentMutation, OpenSelfAssessmentMutationVariables>;
export const AddEvidenceDocument = new TypedDocumentString(`
    mutation AddEvidence($input: EvidenceAddInput!) {
  evidenceAdd(input: $input) {
    evidence {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AddEvidenceMutation, AddEvidenceMutationVariables>;
export const AskFromTemplateDocument = new TypedDocumentString(`
    mutation AskFromTemplate($input: EvidenceRequestsFromTemplateInput!) {
  evidenceRequestsFromTemplate(input: $input) {
    evidenceRequests {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AskFromTemplateMutation, AskFromTemplateMutationVariables>;
export const AnswerRequestDocument = new TypedDocumentString(`
    mutation AnswerRequest($input: EvidenceRequestAnswerInput!) {
  evidenceRequestAnswer(input: $input) {
    evidenceRequest {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AnswerRequestMutation, AnswerRequestMutationVariables>;
export const AcceptAnswerDocument = new TypedDocumentString(`
    mutation AcceptAnswer($input: EvidenceRequestAcceptInput!) {
  evidenceRequestAccept(input: $input) {
    evidenceRequest {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AcceptAnswerMutation, AcceptAnswerMutationVariables>;
export const RejectAnswerDocument = new TypedDocumentString(`
    mutation RejectAnswer($input: EvidenceRequestRejectInput!) {
  evidenceRequestReject(input: $input) {
    evidenceRequest {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RejectAnswerMutation, RejectAnswerMutationVariables>;
export const EvidenceRequestsDocument = new TypedDocumentString(`
    query EvidenceRequests($auditId: ID!) {
  audit(id: $auditId) {
    evidenceRequests(first: 50) {
      nodes {
        id
        state
        version
        evidenceKind {
          id
          code
          labelFr
        }
        answers {
          evidence {
            id
          }
        }
      }
    }
    evidenceProgress {
      openCount
    }
  }
}
    `) as unknown as TypedDocumentString<EvidenceRequestsQuery, EvidenceRequestsQueryVariables>;
export const CoverageDocument = new TypedDocumentString(`
    query Coverage($id: ID!) {
  auditedService(id: $id) {
    referenceCoverage {
      label
      clauses {
        strength
        isTextRead
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CoverageQuery, CoverageQueryVariables>;
export const GradeSelfDocument = new TypedDocumentString(`
    mutation GradeSelf($input: GradesRecordInput!) {
  gradesSelf(input: $input) {
    grades {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<GradeSelfMutation, GradeSelfMutationVariables>;
export const SubmitSelfAssessmentDocument = new TypedDocumentString(`
    mutation SubmitSelfAssessment($input: SelfAssessmentSubmitInput!) {
  selfAssessmentSubmit(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SubmitSelfAssessmentMutation, SubmitSelfAssessmentMutationVariables>;
export const RecordDefaultDocument = new TypedDocumentString(`
    mutation RecordDefault($input: AuditMoveInput!) {
  auditRecordDefault(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RecordDefaultMutation, RecordDefaultMutationVariables>;
export const StartVisitDocument = new TypedDocumentString(`
    mutation StartVisit($input: AuditMoveInput!) {
  auditStartVisit(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StartVisitMutation, StartVisitMutationVariables>;
export const RecordGradesDocument = new TypedDocumentString(`
    mutation RecordGrades($input: GradesRecordInput!) {
  gradesRecord(input: $input) {
    grades {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RecordGradesMutation, RecordGradesMutationVariables>;
export const SubmitSectionDocument = new TypedDocumentString(`
    mutation SubmitSection($input: SectionSubmitInput!) {
  sectionSubmit(input: $input) {
    sectionSubmission {
      id
    }
    consensusGrades {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SubmitSectionMutation, SubmitSectionMutationVariables>;
export const GradesDocument = new TypedDocumentString(`
    query Grades($auditId: ID!, $stages: [GradeStage!]!, $after: String) {
  audit(id: $auditId) {
    grades(first: 100, after: $after, filter: {stages: $stages}) {
      totalCount
      nodes {
        id
        version
        value
        stage
        isAgreed
        criterion {
          id
        }
        auditor {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GradesQuery, GradesQueryVariables>;
export const ProposeConsensusDocument = new TypedDocumentString(`
    mutation ProposeConsensus($input: GradeRecordInput!) {
  consensusPropose(input: $input) {
    grade {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ProposeConsensusMutation, ProposeConsensusMutationVariables>;
export const AgreeAllConsensusDocument = new TypedDocumentString(`
    mutation AgreeAllConsensus($input: ConsensusAgreeAllInput!) {
  consensusAgreeAll(input: $input) {
    grades {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AgreeAllConsensusMutation, AgreeAllConsensusMutationVariables>;
export const EndVisitDocument = new TypedDocumentString(`
    mutation EndVisit($input: AuditMoveInput!) {
  auditEndVisit(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<EndVisitMutation, EndVisitMutationVariables>;
export const CreateFindingDocument = new TypedDocumentString(`
    mutation CreateFinding($input: FindingCreateInput!) {
  findingCreate(input: $input) {
    finding {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CreateFindingMutation, CreateFindingMutationVariables>;
export const ReportPreviewDocument = new TypedDocumentString(`
    query ReportPreview($auditId: ID!, $document: SignedDocument!) {
  audit(id: $auditId) {
    reportPreview(document: $document) {
      contentSha256
      confirmation
    }
  }
}
    `) as unknown as TypedDocumentString<ReportPreviewQuery, ReportPreviewQueryVariables>;
export const SignDraftDocument = new TypedDocumentString(`
    mutation SignDraft($input: ReportSignInput!) {
  draftReportSign(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SignDraftMutation, SignDraftMutationVariables>;
export const SubmitDraftDocument = new TypedDocumentString(`
    mutation SubmitDraft($input: AuditMoveInput!) {
  draftReportSubmit(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SubmitDraftMutation, SubmitDraftMutationVariables>;
export const FindingsDocument = new TypedDocumentString(`
    query Findings($auditId: ID!) {
  audit(id: $auditId) {
    version
    findings(first: 100) {
      nodes {
        id
        version
        number
        kind
        severity
        state
        statement
        criterion {
          code
        }
        reply {
          kind
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindingsQuery, FindingsQueryVariables>;
export const ReplyToFindingDocument = new TypedDocumentString(`
    mutation ReplyToFinding($input: FindingReplyInput!) {
  findingReply(input: $input) {
    finding {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ReplyToFindingMutation, ReplyToFindingMutationVariables>;
export const AnswerContradictoryDocument = new TypedDocumentString(`
    mutation AnswerContradictory($input: AuditMoveInput!) {
  contradictoryAnswer(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AnswerContradictoryMutation, AnswerContradictoryMutationVariables>;
export const CloseContradictoryDocument = new TypedDocumentString(`
    mutation CloseContradictory($input: AuditMoveInput!) {
  contradictoryClose(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CloseContradictoryMutation, CloseContradictoryMutationVariables>;
export const DisposeOfFindingDocument = new TypedDocumentString(`
    mutation DisposeOfFinding($input: FindingDisposeInput!) {
  findingDispose(input: $input) {
    finding {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DisposeOfFindingMutation, DisposeOfFindingMutationVariables>;
export const SignReportDocument = new TypedDocumentString(`
    mutation SignReport($input: ReportSignInput!) {
  reportSign(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SignReportMutation, SignReportMutationVariables>;
export const IssueReportDocument = new TypedDocumentString(`
    mutation IssueReport($input: AuditMoveInput!) {
  reportIssue(input: $input) {
    report {
      id
      sha256
    }
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<IssueReportMutation, IssueReportMutationVariables>;
export const ProposeAmendmentDocument = new TypedDocumentString(`
    mutation ProposeAmendment($input: ReportAmendmentProposeInput!) {
  reportAmendmentPropose(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ProposeAmendmentMutation, ProposeAmendmentMutationVariables>;
export const SignAmendmentDocument = new TypedDocumentString(`
    mutation SignAmendment($input: ReportSignInput!) {
  reportAmendmentSign(input: $input) {
    audit {
      version
      reports(last: 1) {
        nodes {
          id
          number
        }
      }
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SignAmendmentMutation, SignAmendmentMutationVariables>;
export const IssueAttestationDocument = new TypedDocumentString(`
    mutation IssueAttestation($input: AttestationIssueInput!) {
  attestationIssue(input: $input) {
    attestation {
      id
      note
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<IssueAttestationMutation, IssueAttestationMutationVariables>;
export const ReportDocumentsDocument = new TypedDocumentString(`
    query ReportDocuments($auditId: ID!) {
  audit(id: $auditId) {
    reports(last: 1) {
      nodes {
        id
        number
        sha256
        content
        variants {
          audience
          content
          sha256
        }
      }
    }
    planDocument {
      content
      sha256
    }
  }
}
    `) as unknown as TypedDocumentString<ReportDocumentsQuery, ReportDocumentsQueryVariables>;
export const DownloadReportDocument = new TypedDocumentString(`
    mutation DownloadReport($input: ReportDownloadInput!) {
  reportDownload(input: $input) {
    download {
      url
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DownloadReportMutation, DownloadReportMutationVariables>;
export const OpenPlanDocument = new TypedDocumentString(`
    mutation OpenPlan($input: AuditMoveInput!) {
  planOpen(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<OpenPlanMutation, OpenPlanMutationVariables>;
export const OwnAccountDocument = new TypedDocumentString(`
    query OwnAccount {
  viewer {
    account {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OwnAccountQuery, OwnAccountQueryVariables>;
export const ProposeActionDocument = new TypedDocumentString(`
    mutation ProposeAction($input: CorrectiveActionProposeInput!) {
  correctiveActionPropose(input: $input) {
    correctiveAction {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ProposeActionMutation, ProposeActionMutationVariables>;
export const SubmitPlanDocument = new TypedDocumentString(`
    mutation SubmitPlan($input: AuditMoveInput!) {
  planSubmit(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SubmitPlanMutation, SubmitPlanMutationVariables>;
export const ReturnPlanDocument = new TypedDocumentString(`
    mutation ReturnPlan($input: AuditReasonInput!) {
  planReturn(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ReturnPlanMutation, ReturnPlanMutationVariables>;
export const AcceptPlanDocument = new TypedDocumentString(`
    mutation AcceptPlan($input: AuditMoveInput!) {
  planAccept(input: $input) {
    audit {
      version
      correctiveActions(first: 100) {
        nodes {
          id
          version
        }
      }
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AcceptPlanMutation, AcceptPlanMutationVariables>;
export const StartActionDocument = new TypedDocumentString(`
    mutation StartAction($input: CorrectiveActionMoveInput!) {
  correctiveActionStart(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StartActionMutation, StartActionMutationVariables>;
export const NoteActionDocument = new TypedDocumentString(`
    mutation NoteAction($input: CorrectiveActionNoteInput!) {
  correctiveActionNote(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<NoteActionMutation, NoteActionMutationVariables>;
export const DeclareActionDoneDocument = new TypedDocumentString(`
    mutation DeclareActionDone($input: CorrectiveActionMoveInput!) {
  correctiveActionDeclareDone(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DeclareActionDoneMutation, DeclareActionDoneMutationVariables>;
export const VerifyActionDocument = new TypedDocumentString(`
    mutation VerifyAction($input: CorrectiveActionVerifyInput!) {
  correctiveActionVerify(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<VerifyActionMutation, VerifyActionMutationVariables>;
export const ReopenActionDocument = new TypedDocumentString(`
    mutation ReopenAction($input: CorrectiveActionReasonInput!) {
  correctiveActionReopen(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ReopenActionMutation, ReopenActionMutationVariables>;
export const RequestWaiverDocument = new TypedDocumentString(`
    mutation RequestWaiver($input: CorrectiveActionRequestWaiverInput!) {
  correctiveActionRequestWaiver(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RequestWaiverMutation, RequestWaiverMutationVariables>;
export const WaiveActionDocument = new TypedDocumentString(`
    mutation WaiveAction($input: CorrectiveActionReasonInput!) {
  correctiveActionWaive(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<WaiveActionMutation, WaiveActionMutationVariables>;
export const CloseAuditDocument = new TypedDocumentString(`
    mutation CloseAudit($input: AuditMoveInput!) {
  auditClose(input: $input) {
    audit {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CloseAuditMutation, CloseAuditMutationVariables>;
export const CountOverdueDocument = new TypedDocumentString(`
    query CountOverdue($campaignIds: [ID!]!) {
  correctiveActions(first: 1, filter: {overdue: true, campaignIds: $campaignIds}) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountOverdueQuery, CountOverdueQueryVariables>;
export const CampaignTableDocument = new TypedDocumentString(`
    query CampaignTable($id: ID!, $after: String) {
  campaign(id: $id) {
    state
    applications(first: 100) {
      nodes {
        id
        state
      }
    }
    audits(first: 10, after: $after) {
      nodes {
        id
        state
        assignments(first: 20) {
          nodes {
            state
          }
        }
        recusals(first: 20) {
          nodes {
            state
          }
        }
        conflicts(first: 20) {
          nodes {
            overrideReason
          }
        }
        reports(first: 20) {
          nodes {
            number
          }
        }
        correctiveActions(first: 50) {
          nodes {
            state
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignTableQuery, CampaignTableQueryVariables>;
export const ServiceTableDocument = new TypedDocumentString(`
    query ServiceTable($id: ID!) {
  audit(id: $id) {
    evidence(first: 50) {
      nodes {
        kind
        state
        verdict {
          value
        }
      }
    }
    evidenceRequests(first: 50) {
      nodes {
        state
      }
    }
    self: grades(first: 1, filter: {stages: [SELF]}) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceTableQuery, ServiceTableQueryVariables>;
export const TeamTableDocument = new TypedDocumentString(`
    query TeamTable($id: ID!) {
  audit(id: $id) {
    auditor: grades(first: 100, filter: {stages: [AUDITOR]}) {
      totalCount
      nodes {
        value
        criterion {
          id
        }
      }
    }
    consensus: grades(first: 1, filter: {stages: [CONSENSUS]}) {
      totalCount
    }
    findings(first: 50) {
      nodes {
        kind
        severity
        state
        reply {
          kind
          disposition
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TeamTableQuery, TeamTableQueryVariables>;
export const NodeTypeDocument = new TypedDocumentString(`
    query NodeType($id: ID!) {
  node(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<NodeTypeQuery, NodeTypeQueryVariables>;
export const VisibleAuditsDocument = new TypedDocumentString(`
    query VisibleAudits {
  audits(first: 100) {
    totalCount
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<VisibleAuditsQuery, VisibleAuditsQueryVariables>;
export const AddFileDocument = new TypedDocumentString(`
    mutation AddFile($input: EvidenceAddInput!) {
  evidenceAdd(input: $input) {
    evidence {
      id
    }
    uploadTicket {
      url
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AddFileMutation, AddFileMutationVariables>;
export const FileDocument = new TypedDocumentString(`
    query File($id: ID!) {
  node(id: $id) {
    __typename
    ... on Evidence {
      version
      state
      file {
        sha256
      }
      scan {
        outcome
        reasons {
          code
          message
          places
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FileQuery, FileQueryVariables>;
export const ReleaseFileDocument = new TypedDocumentString(`
    mutation ReleaseFile($input: EvidenceReleaseInput!) {
  evidenceRelease(input: $input) {
    evidence {
      state
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ReleaseFileMutation, ReleaseFileMutationVariables>;
export const DownloadFileDocument = new TypedDocumentString(`
    mutation DownloadFile($input: EvidenceDownloadInput!) {
  evidenceDownload(input: $input) {
    download {
      url
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DownloadFileMutation, DownloadFileMutationVariables>;
export const PrepareDosesDocument = new TypedDocumentString(`
    mutation PrepareDoses($input: DoseImportPrepareInput!) {
  doseImportPrepare(input: $input) {
    doseImport {
      id
    }
    uploadTicket {
      url
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PrepareDosesMutation, PrepareDosesMutationVariables>;
export const DoseImportDocument = new TypedDocumentString(`
    query DoseImport($id: ID!) {
  doseImport(id: $id) {
    state
    message
    keptCount
    refusedCount
    unmappedProtocols {
      modality
      protocol
    }
  }
}
    `) as unknown as TypedDocumentString<DoseImportQuery, DoseImportQueryVariables>;
export const MapProtocolDocument = new TypedDocumentString(`
    mutation MapProtocol($input: ProtocolMappingSetInput!) {
  protocolMappingSet(input: $input) {
    protocolMapping {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<MapProtocolMutation, MapProtocolMutationVariables>;
export const DosesDocument = new TypedDocumentString(`
    query Doses($auditId: ID!) {
  audit(id: $auditId) {
    doseImports(first: 5) {
      totalCount
    }
    doseStatistics {
      exams {
        examCode
        populations {
          quantities {
            quantity
            unit
            n
            median
            medianInterval {
              low
              high
            }
            position
            level {
              nrd
              vgd
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DosesQuery, DosesQueryVariables>;
export const EvidenceKindsDocument = new TypedDocumentString(`
    query EvidenceKinds($after: String) {
  evidenceKinds(first: 100, after: $after, filter: {types: [SAMPLE_REVIEW]}) {
    nodes {
      id
      code
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EvidenceKindsQuery, EvidenceKindsQueryVariables>;
export const ListRecordsDocument = new TypedDocumentString(`
    mutation ListRecords($input: CaseListSetInput!) {
  caseListSet(input: $input) {
    caseSample {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ListRecordsMutation, ListRecordsMutationVariables>;
export const DrawRecordsDocument = new TypedDocumentString(`
    mutation DrawRecords($input: CaseSampleDrawInput!) {
  caseSampleDraw(input: $input) {
    caseSample {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DrawRecordsMutation, DrawRecordsMutationVariables>;
export const RecordsDocument = new TypedDocumentString(`
    query Records($id: ID!) {
  caseSample(id: $id) {
    state
    populationSize
    size
    listSha256
    nonceSha256
    nonce
    word
    seed
    cases(first: 100) {
      nodes {
        id
        recordNumber
      }
    }
    criteria {
      criterion {
        id
        code
      }
      values
    }
    reviews(first: 1) {
      totalCount
    }
    results {
      criterion {
        id
        code
      }
      rate {
        x
        n
        estimate
        low
        high
      }
      shortfall {
        x
        n
      }
      target {
        op
        value
      }
      decision
      ac1 {
        estimate
        low
        high
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordsQuery, RecordsQueryVariables>;
export const ReviewRecordsDocument = new TypedDocumentString(`
    mutation ReviewRecords($input: CaseReviewsRecordInput!) {
  caseReviewsRecord(input: $input) {
    caseReviews {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ReviewRecordsMutation, ReviewRecordsMutationVariables>;
export const SubmitReviewsDocument = new TypedDocumentString(`
    mutation SubmitReviews($input: CaseReviewsSubmitInput!) {
  caseReviewsSubmit(input: $input) {
    caseSample {
      state
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SubmitReviewsMutation, SubmitReviewsMutationVariables>;
export const DisputesDocument = new TypedDocumentString(`
    query Disputes($id: ID!, $after: String) {
  caseSample(id: $id) {
    outcomes(first: 100, after: $after, filter: {isOpen: true}) {
      nodes {
        id
        version
        ratings
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DisputesQuery, DisputesQueryVariables>;
export const ProposeSettlementDocument = new TypedDocumentString(`
    mutation ProposeSettlement($input: CaseDecisionsInput!) {
  caseSettlementPropose(input: $input) {
    caseOutcomes {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ProposeSettlementMutation, ProposeSettlementMutationVariables>;
export const AgreeSettlementDocument = new TypedDocumentString(`
    mutation AgreeSettlement($input: CaseSettlementAgreeInput!) {
  caseSettlementAgree(input: $input) {
    caseSample {
      state
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AgreeSettlementMutation, AgreeSettlementMutationVariables>;
export const MeasuresDocument = new TypedDocumentString(`
    query Measures($auditId: ID!, $stage: MeasureStage!) {
  audit(id: $auditId) {
    measures(stage: $stage) {
      criterion {
        id
      }
      isComplete
      proposedValue
    }
  }
}
    `) as unknown as TypedDocumentString<MeasuresQuery, MeasuresQueryVariables>;
export const PrepareSynthesisDocument = new TypedDocumentString(`
    mutation PrepareSynthesis($input: SynthesisPrepareInput!) {
  synthesisPrepare(input: $input) {
    synthesis {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PrepareSynthesisMutation, PrepareSynthesisMutationVariables>;
export const PublishSynthesisDocument = new TypedDocumentString(`
    mutation PublishSynthesis($input: SynthesisPublishInput!) {
  synthesisPublish(input: $input) {
    synthesis {
      sha256
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PublishSynthesisMutation, PublishSynthesisMutationVariables>;
export const SynthesisDocument = new TypedDocumentString(`
    query Synthesis($campaignId: ID!) {
  campaign(id: $campaignId) {
    state
    synthesis {
      serviceCount
      sha256
      content
      sections {
        code
        title
        score {
          median
          low
          high
        }
        criteria {
          conformity {
            share
          }
        }
      }
      findings {
        kind
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SynthesisQuery, SynthesisQueryVariables>;
export const RequestComparisonDocument = new TypedDocumentString(`
    mutation RequestComparison($input: ServiceComparisonRequestInput!) {
  serviceComparisonRequest(input: $input) {
    serviceComparison {
      id
      sharedTraits
      serviceCount
      figures {
        section {
          code
        }
        own {
          value
        }
        others {
          median
        }
      }
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RequestComparisonMutation, RequestComparisonMutationVariables>;
export const DigestsDocument = new TypedDocumentString(`
    query Digests($after: String) {
  deliveries(first: 100, after: $after) {
    nodes {
      kind
      composedAt
      recipient {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DigestsQuery, DigestsQueryVariables>;
export const ToldDocument = new TypedDocumentString(`
    query Told($campaignId: ID!) {
  remindersPreview(campaignId: $campaignId) {
    topic
    step
    audience
    facts
    people
  }
}
    `) as unknown as TypedDocumentString<ToldQuery, ToldQueryVariables>;
export const JudgeEffectDocument = new TypedDocumentString(`
    mutation JudgeEffect($input: CorrectiveActionJudgeEffectInput!) {
  correctiveActionJudgeEffect(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<JudgeEffectMutation, JudgeEffectMutationVariables>;
export const AddDependencyDocument = new TypedDocumentString(`
    mutation AddDependency($input: CorrectiveActionDependencyInput!) {
  correctiveActionAddDependency(input: $input) {
    correctiveAction {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AddDependencyMutation, AddDependencyMutationVariables>;
export const ActionStateDocument = new TypedDocumentString(`
    query ActionState($id: ID!) {
  correctiveAction(id: $id) {
    state
    version
  }
}
    `) as unknown as TypedDocumentString<ActionStateQuery, ActionStateQueryVariables>;
export const FollowUpDocument = new TypedDocumentString(`
    query FollowUp($id: ID!) {
  audit(id: $id) {
    documentaryFollowUp {
      id
      version
      state
      items {
        id
        correctiveAction {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowUpQuery, FollowUpQueryVariables>;
export const OpenFollowUpDocument = new TypedDocumentString(`
    mutation OpenFollowUp($input: DocumentaryFollowUpMoveInput!) {
  documentaryFollowUpOpen(input: $input) {
    documentaryFollowUp {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<OpenFollowUpMutation, OpenFollowUpMutationVariables>;
export const StateItemDocument = new TypedDocumentString(`
    mutation StateItem($input: FollowUpItemStateInput!) {
  followUpItemState(input: $input) {
    documentaryFollowUp {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StateItemMutation, StateItemMutationVariables>;
export const SubmitFollowUpDocument = new TypedDocumentString(`
    mutation SubmitFollowUp($input: DocumentaryFollowUpMoveInput!) {
  documentaryFollowUpSubmit(input: $input) {
    documentaryFollowUp {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SubmitFollowUpMutation, SubmitFollowUpMutationVariables>;
export const ConcludeItemDocument = new TypedDocumentString(`
    mutation ConcludeItem($input: FollowUpItemConcludeInput!) {
  followUpItemConclude(input: $input) {
    documentaryFollowUp {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ConcludeItemMutation, ConcludeItemMutationVariables>;
export const ReviewFollowUpDocument = new TypedDocumentString(`
    mutation ReviewFollowUp($input: DocumentaryFollowUpMoveInput!) {
  documentaryFollowUpReview(input: $input) {
    documentaryFollowUp {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ReviewFollowUpMutation, ReviewFollowUpMutationVariables>;
export const CloseFollowUpDocument = new TypedDocumentString(`
    mutation CloseFollowUp($input: DocumentaryFollowUpMoveInput!) {
  documentaryFollowUpClose(input: $input) {
    documentaryFollowUp {
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CloseFollowUpMutation, CloseFollowUpMutationVariables>;
export const CampaignAtAGlanceDocument = new TypedDocumentString(`
    query CampaignAtAGlance($id: ID!) {
  campaignProgress(campaignId: $id) {
    auditCount
    lateCount
    lateActionCount
    states {
      state
      count: auditCount
    }
    turns {
      turn
      auditCount
      lateCount
    }
    applications {
      state
      count: applicationCount
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignAtAGlanceQuery, CampaignAtAGlanceQueryVariables>;
export const EventWordsDocument = new TypedDocumentString(`
    query EventWords {
  eventCriteria(first: 20) {
    nodes {
      id
      code
    }
  }
  scaleDefinitions(first: 100, filter: {states: [TRIAL, ADOPTED]}) {
    nodes {
      id
      code
      number
    }
  }
}
    `) as unknown as TypedDocumentString<EventWordsQuery, EventWordsQueryVariables>;
export const DraftScaleDocument = new TypedDocumentString(`
    mutation DraftScale($input: ScaleDefinitionDraftInput!) {
  scaleDefinitionDraft(input: $input) {
    scaleDefinition {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DraftScaleMutation, DraftScaleMutationVariables>;
export const StartScaleTrialDocument = new TypedDocumentString(`
    mutation StartScaleTrial($input: ScaleDefinitionStartTrialInput!) {
  scaleDefinitionStartTrial(input: $input) {
    scaleDefinition {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<StartScaleTrialMutation, StartScaleTrialMutationVariables>;
export const RecordEventDocument = new TypedDocumentString(`
    mutation RecordEvent($input: RadiationEventRecordInput!) {
  radiationEventRecord(input: $input) {
    radiationEvent {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RecordEventMutation, RecordEventMutationVariables>;
export const ShareLessonDocument = new TypedDocumentString(`
    mutation ShareLesson($input: EventLessonShareInput!) {
  eventLessonShare(input: $input) {
    radiationEvent {
      sharedLesson
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ShareLessonMutation, ShareLessonMutationVariables>;
export const TryScaleDocument = new TypedDocumentString(`
    mutation TryScale($input: ScaleTrialRecordInput!) {
  scaleTrialRecord(input: $input) {
    scaleTrial {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<TryScaleMutation, TryScaleMutationVariables>;
export const CompareScalesDocument = new TypedDocumentString(`
    query CompareScales($fromScaleId: ID!, $toScaleId: ID!) {
  scaleComparison(fromScaleId: $fromScaleId, toScaleId: $toScaleId) {
    cells {
      fromValue
      toValue
      count
    }
  }
}
    `) as unknown as TypedDocumentString<CompareScalesQuery, CompareScalesQueryVariables>;
export const OpenSurveyDocument = new TypedDocumentString(`
    mutation OpenSurvey($input: SurveyOpenInput!) {
  surveyOpen(input: $input) {
    survey {
      id
      version
      form {
        sides {
          side
          questions {
            code
          }
        }
      }
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<OpenSurveyMutation, OpenSurveyMutationVariables>;
export const AnswerSurveyDocument = new TypedDocumentString(`
    mutation AnswerSurvey($input: SurveyAnswerInput!) {
  surveyAnswer(input: $input) {
    survey {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<AnswerSurveyMutation, AnswerSurveyMutationVariables>;
export const CloseSurveyDocument = new TypedDocumentString(`
    mutation CloseSurvey($input: SurveyCloseInput!) {
  surveyClose(input: $input) {
    survey {
      state
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CloseSurveyMutation, CloseSurveyMutationVariables>;
export const SurveyResultsDocument = new TypedDocumentString(`
    query SurveyResults($id: ID!) {
  survey(id: $id) {
    results {
      side
      answerCount
      questions {
        code
        favourable
        low
        high
      }
    }
    remarks {
      text
    }
  }
}
    `) as unknown as TypedDocumentString<SurveyResultsQuery, SurveyResultsQueryVariables>;
export const SharePracticeDocument = new TypedDocumentString(`
    mutation SharePractice($input: PracticeShareInput!) {
  practiceShare(input: $input) {
    sharedPractice {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SharePracticeMutation, SharePracticeMutationVariables>;
export const SharedPracticesDocument = new TypedDocumentString(`
    query SharedPractices {
  sharedPractices(first: 100) {
    nodes {
      text
      auditedService {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SharedPracticesQuery, SharedPracticesQueryVariables>;
export const EventsSeenDocument = new TypedDocumentString(`
    query EventsSeen {
  radiationEvents(first: 1) {
    totalCount
  }
  eventLessons(first: 100) {
    nodes {
      text
    }
  }
  outsideRecommendations(first: 100) {
    nodes {
      id
      title
    }
  }
}
    `) as unknown as TypedDocumentString<EventsSeenQuery, EventsSeenQueryVariables>;
export const DraftRecommendationDocument = new TypedDocumentString(`
    mutation DraftRecommendation($input: OutsideRecommendationCreateInput!) {
  outsideRecommendationCreate(input: $input) {
    outsideRecommendation {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DraftRecommendationMutation, DraftRecommendationMutationVariables>;
export const SendRecommendationDocument = new TypedDocumentString(`
    mutation SendRecommendation($input: OutsideRecommendationSendInput!) {
  outsideRecommendationSend(input: $input) {
    outsideRecommendation {
      id
      version
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<SendRecommendationMutation, SendRecommendationMutationVariables>;
export const PublishRecommendationDocument = new TypedDocumentString(`
    mutation PublishRecommendation($input: OutsideRecommendationPublishInput!) {
  outsideRecommendationPublish(input: $input) {
    outsideRecommendation {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<PublishRecommendationMutation, PublishRecommendationMutationVariables>;
export const OpenEndpointDocument = new TypedDocumentString(`
    mutation OpenEndpoint($input: WebhookEndpointCreateInput!) {
  webhookEndpointCreate(input: $input) {
    webhookEndpoint {
      id
      version
    }
    webhookSecret {
      secret
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<OpenEndpointMutation, OpenEndpointMutationVariables>;
export const RotateSecretDocument = new TypedDocumentString(`
    mutation RotateSecret($input: WebhookSecretRotateInput!) {
  webhookSecretRotate(input: $input) {
    webhookEndpoint {
      version
    }
    webhookSecret {
      secret
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<RotateSecretMutation, RotateSecretMutationVariables>;
export const TriggerWebhookDocument = new TypedDocumentString(`
    mutation TriggerWebhook($input: WebhookTriggerInput!) {
  webhookTrigger(input: $input) {
    webhookDelivery {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<TriggerWebhookMutation, TriggerWebhookMutationVariables>;
export const ReplayDeliveryDocument = new TypedDocumentString(`
    mutation ReplayDelivery($input: WebhookDeliveryReplayInput!) {
  webhookDeliveryReplay(input: $input) {
    webhookDelivery {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<ReplayDeliveryMutation, ReplayDeliveryMutationVariables>;
export const DisableEndpointDocument = new TypedDocumentString(`
    mutation DisableEndpoint($input: WebhookEndpointDisableInput!) {
  webhookEndpointDisable(input: $input) {
    webhookEndpoint {
      state
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DisableEndpointMutation, DisableEndpointMutationVariables>;
export const DryRunDocument = new TypedDocumentString(`
    query DryRun($id: ID!) {
  webhookDryRun(topic: REPORT_ISSUED, webhookEndpointId: $id) {
    body
    headers {
      name
      value
    }
  }
}
    `) as unknown as TypedDocumentString<DryRunQuery, DryRunQueryVariables>;
export const EndpointLogDocument = new TypedDocumentString(`
    query EndpointLog($id: ID!, $after: String) {
  node(id: $id) {
    ... on WebhookEndpoint {
      version
      state
      deliveries(first: 100, after: $after) {
        nodes {
          id
          sequence
          topic
          body
          state
          version
          attempts {
            outcome
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EndpointLogQuery, EndpointLogQueryVariables>;
export const CreateAccountDocument = new TypedDocumentString(`
    mutation CreateAccount($input: AccountCreateInput!) {
  accountCreate(input: $input) {
    account {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($input: RoleGrantInput!) {
  roleGrant(input: $input) {
    roleGrant {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const DeclareTieDocument = new TypedDocumentString(`
    mutation DeclareTie($input: AffiliationDeclareInput!) {
  affiliationDeclare(input: $input) {
    affiliation {
      id
    }
    userErrors {
      ...Errors
    }
  }
}
    fragment Errors on UserError {
  __typename
  code
  message
  path
  ... on ConflictOfInterestError {
    conflicts {
      ruleCode
      level
    }
  }
}`) as unknown as TypedDocumentString<DeclareTieMutation, DeclareTieMutationVariables>;
export const TiedSightDocument = new TypedDocumentString(`
    query TiedSight($id: ID!, $campaignId: ID!) {
  node(id: $id) {
    __typename
  }
  campaign(id: $campaignId) {
    audits(first: 100) {
      totalCount
      nodes {
        id
      }
    }
  }
  campaignProgress(campaignId: $campaignId) {
    auditCount
  }
}
    `) as unknown as TypedDocumentString<TiedSightQuery, TiedSightQueryVariables>;
export const RelapsesDocument = new TypedDocumentString(`
    query Relapses($auditId: ID!) {
  audit(id: $auditId) {
    findings(first: 100) {
      nodes {
        id
        isRelapse
        precedents {
          criterionCode
        }
      }
    }
  }
  correctiveActions(first: 100) {
    nodes {
      relapses {
        finding {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RelapsesQuery, RelapsesQueryVariables>;
export const ServicesAuditedDocument = new TypedDocumentString(`
    query ServicesAudited($after: String) {
  audits(first: 100, after: $after) {
    nodes {
      auditedService {
        organisation {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ServicesAuditedQuery, ServicesAuditedQueryVariables>;
