import * as doses from './acts/doses';
import * as draft from './acts/draft';
import * as effects from './acts/effects';
import * as evidence from './acts/evidence';
import * as files from './acts/files';
import * as followUp from './acts/follow-up';
import * as matching from './acts/matching';
import * as objections from './acts/objections';
import * as plan from './acts/plan';
import * as records from './acts/records';
import * as report from './acts/report';
import * as sharing from './acts/sharing';
import * as reportDocuments from './acts/report-documents';
import * as selfAssessment from './acts/self-assessment';
import * as team from './acts/team';
import * as visit from './acts/visit';
import * as webhooks from './acts/webhooks';
import type { Case, Stage, Trait } from './stage';

/** One step in the life of every audit, or of those with a trait. */
export interface Step {
  /** What the progress line says. */
  what: string;
  /** Days from the beginning of the round of visits, or from the audit's own visit. */
  day: number;
  from: 'ROUND' | 'VISIT';
  only?: readonly Trait[];
  except?: readonly Trait[];
  /** One audit after the other: whom the earlier ones took decides what is left for the later. */
  isInTurn?: true;
  /** Once in a campaign, with its first audit. */
  isOnce?: true;
  /** For audits that are closed, and for them alone. */
  isAfterClosing?: true;
  play: (stage: Stage, audit: Case) => Promise<void>;
}

const round = (day: number, what: string, play: Step['play'], rest: Partial<Step> = {}): Step => ({
  what,
  day,
  from: 'ROUND',
  play,
  ...rest,
});
const onVisit = (day: number, what: string, play: Step['play'], rest: Partial<Step> = {}): Step => ({
  ...round(day, what, play, rest),
  from: 'VISIT',
});

const OBJECTING: readonly Trait[] = ['RECUSAL_GRANTED', 'RECUSAL_APPEALED'];

/**
 * The life of an audit, day by day; on one day the steps follow each other in this order. The days respect the default
 * delays (15 days to object, 30 to reply, 60 for the plan …) with weekends and public holidays to spare.
 */
export const STEPS: readonly Step[] = [
  round(-96, 'audits and visits planned', team.plan),
  round(-95, 'teams matched', matching.match, { isInTurn: true }),
  round(-90, 'auditors answer', team.respond),
  round(-89, 'replacements proposed', team.replaceMate, { only: ['DECLINED'], isInTurn: true }),
  round(-88, 'replacements accept', team.acceptReplacement, { only: ['DECLINED'] }),
  round(-87, 'teams shown', team.showTeam),
  round(-85, 'services agree', team.agreeTeam, { except: [...OBJECTING, 'WINDOW_ELAPSES'] }),
  round(-85, 'recusals filed', objections.fileRecusal, { only: OBJECTING }),
  round(-83, 'recusals decided', objections.decideRecusal, { only: OBJECTING }),
  round(-82, 'recusals appealed', objections.appeal, { only: ['RECUSAL_APPEALED'] }),
  round(-82, 'replacements proposed', team.replaceMate, { only: ['RECUSAL_GRANTED'], isInTurn: true }),
  round(-81, 'replacements accept', team.acceptReplacement, { only: ['RECUSAL_GRANTED'] }),
  round(-80, 'appeals decided', objections.decideAppeal, { only: ['RECUSAL_APPEALED'] }),
  round(-80, 'teams shown', team.showTeam, { only: ['RECUSAL_GRANTED'] }),
  round(-79, 'services agree', team.agreeTeam, { only: ['RECUSAL_GRANTED'] }),
  round(-65, 'teams confirmed', team.confirmTeam),
  round(-63, 'conflicts declared', objections.declareConflict, { only: ['CONFLICT_AFTER_CONFIRMATION'] }),
  round(-63, 'replacements proposed', team.replaceMate, {
    only: ['CONFLICT_AFTER_CONFIRMATION'],
    isInTurn: true,
  }),
  round(-62, 'replacements accept', team.acceptReplacement, { only: ['CONFLICT_AFTER_CONFIRMATION'] }),
  round(-61, 'teams shown', team.showTeam, { only: ['CONFLICT_AFTER_CONFIRMATION'] }),
  round(-60, 'services agree', team.agreeTeam, { only: ['CONFLICT_AFTER_CONFIRMATION'] }),
  round(-59, 'teams confirmed', team.confirmTeam, { only: ['CONFLICT_AFTER_CONFIRMATION'] }),
  round(-58, 'secret of webhooks changed', webhooks.rotateSecret, { isOnce: true }),
  round(-55, 'self-assessments opened', selfAssessment.open),
  round(-55, 'old secret run out', webhooks.changeSecretOver, { isOnce: true }),
  round(-54, 'evidence asked for', evidence.ask),
  round(-53, 'requests looked at', evidence.lookAsCoordination),
  round(-47, 'self-assessments and evidence', selfAssessment.assess),
  round(-47, 'files handed in and scanned', files.handIn),
  round(-46, 'requests answered', evidence.answer),
  round(-45, 'doses imported', doses.importDoses, { only: ['DOSES'] }),
  round(-44, 'records listed', records.list, { only: ['RECORDS'] }),
  round(-40, 'self-assessments submitted', selfAssessment.submit, { except: ['CARENCE'] }),
  round(-39, 'files fetched by the team', files.look),
  round(-38, 'answers decided', evidence.decide),
  round(-37, 'requests answered again', evidence.answerAgain),
  round(-36, 'answers decided', evidence.acceptRest),
  round(-35, 'audits suspended', objections.suspend, { only: ['SUSPENDED'] }),
  round(-34, 'audits cancelled', objections.cancel, { only: ['CANCELLED'] }),
  round(-33, 'records drawn', records.draw, { only: ['RECORDS'] }),
  round(-25, 'records judged by two', records.judge, { only: ['RECORDS'] }),
  round(-22, 'records settled', records.settle, { only: ['RECORDS'] }),
  round(-15, 'audits resumed', objections.resume, { only: ['SUSPENDED'] }),
  round(-12, 'defaults recorded', selfAssessment.recordDefault, { only: ['CARENCE'] }),
  onVisit(0, 'visits: blind grades', visit.start),
  onVisit(0, 'visits: blind grades', visit.grade),
  onVisit(0, 'safety escalated', objections.escalate, { only: ['SAFETY'] }),
  onVisit(1, 'visits: consensus', visit.agree),
  onVisit(1, 'visits: findings', draft.writeFindings),
  onVisit(1, 'visits: findings', visit.end),
  onVisit(18, 'drafts signed and submitted', draft.submitDraft),
  round(45, 'services reply', report.reply, { except: ['SILENT'] }),
  round(52, 'replies disposed of', report.dispose, { except: ['SILENT'] }),
  round(55, 'reports issued', report.issue, { except: ['SILENT'] }),
  round(60, 'reports amended', report.amend, { only: ['AMENDED'] }),
  round(68, 'replies disposed of', report.dispose, { only: ['SILENT'] }),
  round(69, 'reports issued', report.issue, { only: ['SILENT'] }),
  round(71, 'events kept and valued', sharing.keepEvent),
  round(72, 'surveys answered', sharing.answerSurvey),
  round(73, 'practices shared', sharing.sharePractice),
  round(75, 'plans submitted', plan.propose),
  round(78, 'plans returned', plan.giveBack, { only: ['PLAN_RETURNED'] }),
  round(80, 'plans submitted again', plan.submit, { only: ['PLAN_RETURNED'] }),
  round(82, 'plans accepted', plan.accept),
  round(83, 'audits attested, reports verified', reportDocuments.attest, { only: ['AMENDED', 'RECORDS'] }),
  round(85, 'actions started', followUp.start),
  round(100, 'actions done', followUp.finishPrompt),
  round(103, 'actions verified', followUp.verifyPrompt),
  round(110, 'actions reopened', followUp.reopen, { only: ['REOPENED'] }),
  round(110, 'waivers requested', followUp.requestWaiver, { only: ['WAIVED'] }),
  round(112, 'waivers granted', followUp.waive, { only: ['WAIVED'] }),
  round(115, 'reopened actions done', followUp.redo, { only: ['REOPENED'] }),
  round(118, 'reopened actions verified', followUp.verifyAgain, { only: ['REOPENED'] }),
  round(130, 'actions done', followUp.finishLater, { except: ['LATE'] }),
  round(133, 'actions verified', followUp.verifyLater, { except: ['LATE'] }),
  round(152, 'waivers over, requested again', followUp.requestWaiverAgain, { only: ['WAIVED'] }),
  round(154, 'waivers granted', followUp.waive, { only: ['WAIVED'] }),
  round(175, 'late actions done', followUp.finishLater, { only: ['LATE'] }),
  round(178, 'late actions verified', followUp.verifyLater, { only: ['LATE'] }),
  round(185, 'audits closed', followUp.close),
  round(206, 'effects judged', effects.judge, { isAfterClosing: true }),
  round(207, 'follow-ups opened', effects.openEarly, { only: ['AMENDED'], isAfterClosing: true }),
  round(208, 'follow-ups submitted', effects.state, { only: ['AMENDED'], isAfterClosing: true }),
  round(209, 'follow-ups reviewed', effects.review, { only: ['AMENDED'], isAfterClosing: true }),
];

/** Day of the round on which one looks how many actions are overdue. */
export const CENSUS_DAY = 165;

/** The day on which a step of an audit is played. */
export function dayOf({ day, from }: Step, { anchor, visitDay }: Case): number {
  return day + (from === 'ROUND' ? anchor : visitDay);
}

/** Whether a step belongs to the life of an audit. */
export function concerns({ only, except, isOnce }: Step, { index, traits }: Case): boolean {
  if (isOnce && index > 0) return false;
  if (except?.some((trait) => traits.has(trait))) return false;
  return only?.some((trait) => traits.has(trait)) ?? true;
}
