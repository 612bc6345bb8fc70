import { facts, heading, list, table, type Part } from '../blocks';
import type { Rendering } from '../shown-report';
import { day, decimal } from '../typography';
import { GRADE } from '../words';
import { isMeasured } from './measures';
import { criterionName, memberName, professionName, readsAllFindings } from './naming';

const WORDS = {
  fr: {
    title: 'Champ et méthode',
    looked: 'Ce qui a été examiné',
    criteria: 'Critères de la grille',
    notApplicable: 'dont non applicables',
    notEvaluated: 'dont non évalués',
    evidence: 'Preuves fournies',
    cases: 'Dossiers tirés au sort',
    doses: 'Relevés de doses',
    steps: 'Déroulement',
    selfAssessment: 'Auto-évaluation remise',
    visit: 'Visite',
    closed: 'Fin de la visite',
    shared: 'Projet communiqué au service',
    until: 'Réponses du service jusqu’au',
    team: 'L’équipe d’audit',
    members: 'Qui a audité, et où chacun exerçait le jour de la visite',
    member: 'Auditeur ou auditrice',
    as: 'En qualité de',
    employer: 'Employeur',
    lead: 'responsable de l’équipe',
    how: 'Comment les critères ont été jugés',
    method: {
      grades: [
        'Le service s’est évalué lui-même avant la visite ; l’équipe n’a pas modifié cette auto-évaluation.',
        'Les auditeurs ont coté chacun de leur côté, sans voir la cote de l’autre, puis se sont accordés : c’est le consensus.',
      ],
      sections:
        'Le score d’une section est la moyenne pondérée des critères jugés ; les critères non applicables ou non évalués n’y entrent pas. Il n’y a ni note globale, ni seuil de réussite, ni classement.',
      measures:
        'Un critère mesuré est donné avec son intervalle à 95 % ; une cible que l’intervalle contient reste ouverte, sauf celle de tous les cas ou d’aucun, qui se juge sur le décompte.',
      doses:
        'La médiane des doses est comparée au niveau de référence diagnostique (NRD) et à la valeur guide (VGD) en vigueur le jour de la visite.',
      treatment:
        'Chaque constat a été soumis au service, qui a pu l’accepter, le contester ou corriger un fait ; sa réponse et la suite donnée sont annexées.',
    },
    omitted: 'Critères non applicables ou non évalués',
    criterion: 'Critère',
    grade: 'Cote',
    reason: 'Raison',
  },
  en: {
    title: 'Scope and method',
    looked: 'What was looked at',
    criteria: 'Criteria of the template',
    notApplicable: 'of which not applicable',
    notEvaluated: 'of which not evaluated',
    evidence: 'Evidence provided',
    cases: 'Records drawn at random',
    doses: 'Dose records',
    steps: 'How it went',
    selfAssessment: 'Self-assessment submitted',
    visit: 'Visit',
    closed: 'End of the visit',
    shared: 'Draft shared with the service',
    until: 'Replies of the service until',
    team: 'The audit team',
    members: 'Who audited, and where each of them worked on the day of the visit',
    member: 'Auditor',
    as: 'As',
    employer: 'Employer',
    lead: 'lead of the team',
    how: 'How criteria were judged',
    method: {
      grades: [
        'The service assessed itself before the visit; the team did not change that self-assessment.',
        'The auditors graded each on their own, blind to the other, and then agreed: that is the consensus.',
      ],
      sections:
        'The score of a section is the weighted mean of the criteria judged; criteria not applicable or not evaluated are left out. There is no total score, no pass mark, no ranking.',
      measures:
        'A measured criterion comes with its interval at 95%; a target that lies within it stays open, unless it is all or none, which is judged on the count.',
      doses:
        'The median dose is held against the diagnostic reference level (NRD) and the guide value (VGD) in force on the day of the visit.',
      treatment:
        'Each finding was put to the service, which could accept it, contest it or correct a fact; its reply and what was made of it are annexed.',
    },
    omitted: 'Criteria not applicable or not evaluated',
    criterion: 'Criterion',
    grade: 'Grade',
    reason: 'Reason',
  },
} as const;

/** What was looked at, when, and by which rules it was judged. */
export function scope(rendering: Rendering): Part | null {
  const { report, language } = rendering;
  const words = WORDS[language];
  const { scope: counts, audit, team = [], criteria = [] } = report.body ?? {};
  const number = (n: number | null | undefined): string | null =>
    typeof n === 'number' ? decimal(n, language, 0) : null;
  const on = (date: string | null | undefined): string | null => (date ? day(date, language) : null);
  const omitted = (criteria ?? []).filter(
    ({ consensus }) => consensus === 'NOT_APPLICABLE' || consensus === 'NOT_EVALUATED',
  );
  return {
    title: words.title,
    blocks: [
      ...(counts
        ? [
            heading(2, words.looked),
            facts([
              [words.criteria, number(counts.criteria)],
              [words.notApplicable, number(counts.notApplicable)],
              [words.notEvaluated, number(counts.notEvaluated)],
              [words.evidence, number(counts.evidence)],
              [words.cases, number(counts.sampledCases)],
              [words.doses, number(counts.doseRecords)],
            ]),
          ]
        : []),
      ...(audit
        ? [
            heading(2, words.steps),
            facts([
              [words.selfAssessment, on(audit.selfAssessmentSubmittedAt)],
              [words.visit, on(audit.visitOn)],
              [words.closed, on(audit.visitClosedAt)],
              [words.shared, on(audit.draftSharedAt)],
              [words.until, on(audit.contradictoryUntil)],
            ]),
          ]
        : []),
      ...(team.length > 0 ? [heading(2, words.team)] : []),
      ...table(
        words.members,
        [
          { title: words.member, share: 4 },
          { title: words.as, share: 4 },
          { title: words.employer, share: 5 },
        ],
        team.map((member) => [
          memberName(member),
          [professionName(member, language), member.isLead && words.lead].filter(Boolean).join(', '),
          member.employer ?? '–',
        ]),
      ),
      heading(2, words.how),
      list(methodOf(rendering)),
      ...table(
        words.omitted,
        [
          { title: words.criterion, share: 5 },
          { title: words.grade, share: 2 },
          { title: words.reason, share: 4 },
        ],
        omitted.map(({ code, consensus, reason }) => [
          criterionName(rendering, code) ?? '',
          consensus ? GRADE[consensus][language] : '',
          reason ?? '',
        ]),
      ),
    ],
  };
}

/** By which rules what this audience reads was judged; not how that was that it does not read. */
function methodOf(rendering: Rendering): string[] {
  const { body } = rendering.report;
  const { grades, sections, measures, doses, treatment } = WORDS[rendering.language].method;
  return [
    ...grades,
    ...(body?.sections?.length ? [sections] : []),
    ...(body?.measures?.some(isMeasured) ? [measures] : []),
    ...(body?.doses?.length ? [doses] : []),
    ...(readsAllFindings(rendering) ? [treatment] : []),
  ];
}
