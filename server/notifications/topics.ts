import type { LocalisedText } from '../templates';
import type { Audience } from './audiences';

/** One kind of thing that waits for somebody. A message says its name, how many there are, and nothing else of it. */
export interface Topic {
  /** As a heading: “Récusations à décider”. */
  name: LocalisedText;
  /** Why nobody can switch it off; null when everybody may. */
  compulsory: LocalisedText | null;
  /** Does not wait for the next morning. */
  isAtOnce?: true;
  /** That somebody was told of it is in his own log alone: whoever else read it there would learn what is not his to know. */
  isOwn?: true;
}

const CALLED: LocalisedText = {
  fr: 'Vous êtes appelé à y répondre dans un délai.',
  en: 'You are called upon to answer within a delay.',
};
const RIGHT: LocalisedText = {
  fr: 'Un délai court, dont dépend un de vos droits.',
  en: 'A delay is running on which one of your rights depends.',
};
const DUTY: LocalisedText = {
  fr: 'Une échéance de l’audit vous engage.',
  en: 'A deadline of the audit binds you.',
};
const SAFETY: LocalisedText = {
  fr: 'La sécurité des patients peut être en jeu.',
  en: 'The safety of patients may be at stake.',
};

const topic = (
  fr: string,
  en: string,
  compulsory: LocalisedText | null = null,
  rest: Pick<Topic, 'isAtOnce' | 'isOwn'> = {},
): Topic => ({ name: { fr, en }, compulsory, ...rest });

/** What people are told of. What acts bring, then what days bring (`audit-templates/reminders.yaml`). */
export const TOPICS = {
  APPLICATION_DECIDED: topic('Candidatures décidées', 'Applications decided'),
  ASSIGNMENT_ANSWERED: topic('Réponses d’auditeurs sollicités', 'Answers of auditors who were asked'),
  ASSIGNMENT_FROZEN: topic('Affectations gelées', 'Frozen assignments', null, { isAtOnce: true }),
  TEAM_SHOWN: topic('Équipes à examiner', 'Teams to look at', RIGHT),
  TEAM_CONFIRMED: topic('Équipes confirmées', 'Confirmed teams'),
  RECUSAL_FILED: topic('Récusations à décider', 'Recusals to decide'),
  RECUSAL_DECIDED: topic('Récusations décidées', 'Decided recusals', RIGHT),
  VISIT_PLANNED: topic('Dates de visite', 'Dates of visits', CALLED),
  SELF_ASSESSMENT_OPENED: topic('Auto-évaluations ouvertes', 'Self-assessments opened', CALLED),
  SELF_ASSESSMENT_SUBMITTED: topic('Auto-évaluations remises', 'Self-assessments handed in'),
  EVIDENCE_ASKED: topic('Preuves demandées', 'Evidence asked for', CALLED),
  EVIDENCE_ANSWERED: topic('Preuves à examiner', 'Evidence to look at'),
  EVIDENCE_DECIDED: topic('Preuves examinées', 'Evidence looked at'),
  SAFETY_ESCALATED: topic('Alertes de sécurité', 'Safety escalations', SAFETY, { isAtOnce: true }),
  DOCUMENT_SIGNED: topic('Documents signés par un collègue', 'Documents signed by a colleague', null, {
    isOwn: true,
  }),
  AMENDMENT_PROPOSED: topic('Amendements à signer', 'Amendments to sign', CALLED, { isOwn: true }),
  DRAFT_REPORT_SHARED: topic('Projets de rapport à lire', 'Draft reports to read', RIGHT),
  CONTRADICTORY_ANSWERED: topic('Réponses au projet de rapport', 'Replies to draft reports'),
  CONTRADICTORY_CLOSED: topic('Phases contradictoires closes', 'Contradictory phases closed', RIGHT),
  REPORT_ISSUED: topic('Rapports émis', 'Issued reports', RIGHT),
  PLAN_SUBMITTED: topic('Plans d’action à examiner', 'Action plans to look at'),
  PLAN_DECIDED: topic('Plans d’action examinés', 'Action plans looked at', DUTY),
  ACTION_DONE: topic('Actions à vérifier', 'Actions to verify'),
  ACTION_DECIDED: topic(
    'Actions vérifiées, rouvertes ou levées par dérogation',
    'Actions verified, reopened or waived',
  ),
  FOLLOW_UP_SUBMITTED: topic('Suivis documentaires remis', 'Documentary follow-ups handed in'),
  FOLLOW_UP_DECIDED: topic('Suivis documentaires examinés', 'Documentary follow-ups looked at'),
  WAIVER_REQUESTED: topic('Dérogations à décider', 'Waivers to decide'),
  AUDIT_INTERRUPTED: topic('Audits suspendus, repris ou abandonnés', 'Audits suspended, resumed or given up'),
  PRACTICE_SHARED: topic(
    'Pratiques partagées ou reprises par un collègue du service',
    'Practices shared or taken back by a colleague of the service',
    null,
    { isOwn: true },
  ),
  SYNTHESIS_PREPARED: topic('Synthèses à relire et publier', 'Syntheses to read and publish', null, {
    isOwn: true,
  }),
  SYNTHESIS_PUBLISHED: topic('Synthèses publiées', 'Published syntheses'),
  ENDPOINT_DISABLED: topic('Points d’accès désactivés', 'Endpoints switched off', null, { isOwn: true }),

  ASSIGNMENT_ANSWER_DUE: topic('Sollicitations pour un audit', 'Calls to an audit', CALLED),
  RECUSAL_WINDOW: topic('Récusation encore possible', 'Recusal still possible', RIGHT),
  RECUSAL_DECISION_DUE: topic('Récusations qui attendent une décision', 'Recusals waiting for a decision'),
  RECUSAL_APPEAL_WINDOW: topic('Recours encore possible', 'Appeal still possible', RIGHT),
  SELF_ASSESSMENT_DUE: topic('Auto-évaluations à remettre', 'Self-assessments due', DUTY),
  EVIDENCE_DUE: topic('Preuves à donner', 'Evidence due', DUTY),
  DRAFT_REPORT_DUE: topic('Projets de rapport à rédiger', 'Draft reports due', DUTY),
  CONTRADICTORY_UNTIL: topic('Réponse au projet de rapport', 'Reply to the draft report', RIGHT),
  REPORT_DUE: topic('Rapports à signer et émettre', 'Reports to sign and issue', DUTY),
  PLAN_DUE: topic('Plans d’action à remettre', 'Action plans due', DUTY),
  PLAN_REVIEW: topic('Plans d’action qui attendent un examen', 'Action plans waiting to be looked at'),
  ACTION_DUE: topic('Actions à mener', 'Actions due', DUTY),
  ACTION_VERIFICATION: topic('Actions qui attendent une vérification', 'Actions waiting to be verified'),
  EFFECTIVENESS_DUE: topic('Efficacité d’actions à juger', 'Effectiveness of actions to judge'),
  WAIVER_EXPIRING: topic('Dérogations qui expirent', 'Waivers that expire', DUTY),
  FOLLOW_UP_DUE: topic('Suivis documentaires à remettre', 'Documentary follow-ups due', DUTY),
  FOLLOW_UP_REVIEW: topic('Suivis documentaires à examiner', 'Documentary follow-ups to look at', CALLED),
  SURVEY_OPEN: topic('Enquêtes de satisfaction', 'Satisfaction surveys'),
  PRACTICE_CONSENT: topic('Pratiques remarquables à partager ou non', 'Remarkable practices to share or not'),
  DECLARATION_EXPIRING: topic(
    'Déclaration d’intérêts à renouveler',
    'Declaration of interests to renew',
    DUTY,
  ),
} as const satisfies Readonly<Record<string, Topic>>;

export type TopicCode = keyof typeof TOPICS;
export const TOPIC_CODES = Object.keys(TOPICS) as readonly TopicCode[];

/** Topics that nobody can switch off. */
export const COMPULSORY_TOPICS = TOPIC_CODES.filter((code) => TOPICS[code].compulsory !== null);

/** Topics that everybody may switch off. */
export const OPTIONAL_TOPICS = TOPIC_CODES.filter((code) => TOPICS[code].compulsory === null);

/** Topics of which people are told without waiting for the morning. */
export const AT_ONCE_TOPICS = TOPIC_CODES.filter((code) => TOPICS[code].isAtOnce);

/** Topics that stand in the log of whoever was told, and in nobody else's; so do the row policies (server/database/migrations/message-log/sight.ts). */
export const OWN_TOPICS = TOPIC_CODES.filter((code) => TOPICS[code].isOwn);

/**
 * What no longer waits once something else became of the same thing, by their topics: nobody is sent to decide on what a
 * colleague has decided meanwhile. Left out are things that somebody must have been told of, be they over or not.
 */
export const SETTLED_BY: Readonly<Partial<Record<TopicCode, TopicCode>>> = {
  RECUSAL_FILED: 'RECUSAL_DECIDED',
  SELF_ASSESSMENT_OPENED: 'SELF_ASSESSMENT_SUBMITTED',
  EVIDENCE_ASKED: 'EVIDENCE_ANSWERED',
  EVIDENCE_ANSWERED: 'EVIDENCE_DECIDED',
  DRAFT_REPORT_SHARED: 'CONTRADICTORY_ANSWERED',
  PLAN_SUBMITTED: 'PLAN_DECIDED',
  ACTION_DONE: 'ACTION_DECIDED',
  WAIVER_REQUESTED: 'ACTION_DECIDED',
  // Whoever signs next tells the others himself.
  DOCUMENT_SIGNED: 'DOCUMENT_SIGNED',
  SYNTHESIS_PREPARED: 'SYNTHESIS_PUBLISHED',
  FOLLOW_UP_SUBMITTED: 'FOLLOW_UP_DECIDED',
};

/** What an act brings, and to whom; whoever did it is not told. */
export interface ToldAct {
  topic: TopicCode;
  to: readonly Audience[];
}

const told = (topic: TopicCode, ...to: readonly Audience[]): ToldAct => ({ topic, to });

/** Acts that people are told of, by their names in the trail. All others tell nobody. */
export const TOLD_ACTS: Readonly<Record<string, ToldAct>> = {
  applicationSelect: told('APPLICATION_DECIDED', 'MANAGER'),
  applicationWaitlist: told('APPLICATION_DECIDED', 'MANAGER'),
  applicationReject: told('APPLICATION_DECIDED', 'MANAGER'),
  assignmentAccept: told('ASSIGNMENT_ANSWERED', 'COORDINATION'),
  assignmentDecline: told('ASSIGNMENT_ANSWERED', 'COORDINATION'),
  assignmentDeclareConflict: told('ASSIGNMENT_ANSWERED', 'COORDINATION'),
  // Written by the database when an alert opens, whatever opened it.
  conflictAlertOpen: told('ASSIGNMENT_FROZEN', 'COORDINATION'),
  auditShowTeam: told('TEAM_SHOWN', 'MANAGER'),
  auditConfirmTeam: told('TEAM_CONFIRMED', 'MANAGER', 'TEAM'),
  recusalFile: told('RECUSAL_FILED', 'COORDINATION'),
  recusalAppeal: told('RECUSAL_FILED', 'COORDINATION'),
  recusalGrant: told('RECUSAL_DECIDED', 'MANAGER'),
  recusalRefuse: told('RECUSAL_DECIDED', 'MANAGER'),
  recusalGrantAppeal: told('RECUSAL_DECIDED', 'MANAGER'),
  recusalRefuseAppeal: told('RECUSAL_DECIDED', 'MANAGER'),
  auditPlanVisit: told('VISIT_PLANNED', 'SERVICE', 'TEAM'),
  auditOpenSelfAssessment: told('SELF_ASSESSMENT_OPENED', 'SERVICE'),
  selfAssessmentSubmit: told('SELF_ASSESSMENT_SUBMITTED', 'TEAM'),
  evidenceRequestCreate: told('EVIDENCE_ASKED', 'SERVICE'),
  evidenceRequestsFromTemplate: told('EVIDENCE_ASKED', 'SERVICE'),
  evidenceRequestAnswer: told('EVIDENCE_ANSWERED', 'TEAM'),
  evidenceRequestAccept: told('EVIDENCE_DECIDED', 'SERVICE'),
  evidenceRequestReject: told('EVIDENCE_DECIDED', 'SERVICE'),
  auditEscalateSafety: told('SAFETY_ESCALATED', 'MANAGER', 'TEAM', 'COORDINATION'),
  draftReportSign: told('DOCUMENT_SIGNED', 'TEAM'),
  draftReportSubmit: told('DRAFT_REPORT_SHARED', 'SERVICE'),
  contradictoryAnswer: told('CONTRADICTORY_ANSWERED', 'TEAM'),
  contradictoryClose: told('CONTRADICTORY_CLOSED', 'SERVICE'),
  reportSign: told('DOCUMENT_SIGNED', 'TEAM'),
  reportIssue: told('REPORT_ISSUED', 'SERVICE', 'TEAM', 'COORDINATION'),
  reportAmendmentPropose: told('AMENDMENT_PROPOSED', 'TEAM'),
  reportAmendmentSign: told('DOCUMENT_SIGNED', 'TEAM'),
  reportAmend: told('REPORT_ISSUED', 'SERVICE', 'TEAM', 'COORDINATION'),
  planSubmit: told('PLAN_SUBMITTED', 'LEAD', 'COORDINATION'),
  planAccept: told('PLAN_DECIDED', 'SERVICE'),
  planReturn: told('PLAN_DECIDED', 'SERVICE'),
  correctiveActionDeclareDone: told('ACTION_DONE', 'LEAD', 'COORDINATION'),
  correctiveActionVerify: told('ACTION_DECIDED', 'SERVICE'),
  correctiveActionReopen: told('ACTION_DECIDED', 'SERVICE'),
  correctiveActionWaive: told('ACTION_DECIDED', 'SERVICE'),
  correctiveActionJudgeEffect: told('ACTION_DECIDED', 'SERVICE'),
  documentaryFollowUpSubmit: told('FOLLOW_UP_SUBMITTED', 'COORDINATION'),
  documentaryFollowUpReview: told('FOLLOW_UP_DECIDED', 'SERVICE'),
  documentaryFollowUpClose: told('FOLLOW_UP_DECIDED', 'SERVICE'),
  correctiveActionRequestWaiver: told('WAIVER_REQUESTED', 'COORDINATION'),
  auditSuspend: told('AUDIT_INTERRUPTED', 'SERVICE', 'TEAM'),
  auditResume: told('AUDIT_INTERRUPTED', 'SERVICE', 'TEAM'),
  auditCancel: told('AUDIT_INTERRUPTED', 'SERVICE', 'TEAM'),
  // In the name of the service, whose other managers answer for it as well; whose practice it is, nobody else is told.
  practiceShare: told('PRACTICE_SHARED', 'MANAGER'),
  practiceUnshare: told('PRACTICE_SHARED', 'MANAGER'),
  synthesisPrepare: told('SYNTHESIS_PREPARED', 'PROGRAMME'),
  // Of a campaign: those of each of its audits.
  synthesisPublish: told('SYNTHESIS_PUBLISHED', 'PROGRAMME', 'MANAGER', 'TEAM'),
};
