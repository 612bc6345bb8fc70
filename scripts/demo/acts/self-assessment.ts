import { addDays } from '../../../server/kernel/working-days';
import {
  AddEvidenceDocument,
  GradeSelfDocument,
  OpenSelfAssessmentDocument,
  RecordDefaultDocument,
  SubmitSelfAssessmentDocument,
} from '../generated/operations';
import { moved, moveOf, type Case, type Stage } from '../stage';
import { criteriaOf, gradeRow, judged } from './judgement';

/** Opens the self-assessment to the service. */
export async function open(stage: Stage, audit: Case): Promise<void> {
  const done = stage.coordinator.act(OpenSelfAssessmentDocument, moveOf(audit));
  await moved(stage, audit, done, 'SELF_ASSESSMENT');
}

/** The service judges itself on every criterion, kindly, and shows a link and a note; CARENCE: only on some. */
export async function assess(stage: Stage, audit: Case): Promise<void> {
  const { ledger, template } = stage;
  const { manager } = audit.service;
  const criteria = criteriaOf(template);
  const answered = audit.traits.has('CARENCE') ? criteria.slice(0, 5) : criteria;
  const rows = answered.map(({ id }) => gradeRow(id, judged(audit.chance, 0.75)));
  const { grades } = await manager.act(GradeSelfDocument, {
    auditId: audit.id,
    grades: rows,
    errorPolicy: 'ALL_OR_NOTHING',
  });
  for (const { id } of grades) ledger.note('grades', id, 'SELF');
  for (const [index, shown] of evidenceOf(stage, audit).entries()) {
    const criterionIds = criteria.slice(index * 3, index * 3 + 3).map(({ id }) => id);
    const { evidence } = await manager.act(AddEvidenceDocument, {
      auditId: audit.id,
      criterionIds,
      ...shown,
    });
    ledger.note('evidence', evidence.id, shown.kind);
  }
}

function evidenceOf({ days }: Stage, { anchor }: Case) {
  const until = days.dateOf(anchor - 60);
  return [
    {
      kind: 'LINK' as const,
      title: 'Procédure d’analyse des demandes d’examen',
      url: 'https://intranet.example/imagerie/procedures/demandes',
    },
    {
      kind: 'NOTE' as const,
      title: 'Revue des demandes de scanner',
      note: 'Chaque lundi, un radiologue relit vingt demandes tirées au sort ; le relevé est tenu par le cadre.',
      periodFrom: addDays(until, -180),
      periodTo: until,
    },
  ];
}

/** The service hands its self-assessment in. */
export async function submit(stage: Stage, audit: Case): Promise<void> {
  const done = audit.service.manager.act(SubmitSelfAssessmentDocument, moveOf(audit));
  await moved(stage, audit, done, 'DOCUMENT_REVIEW');
}

/** The service has let its day pass: the coordination records the default, and the audit goes on. */
export async function recordDefault(stage: Stage, audit: Case): Promise<void> {
  const done = stage.coordinator.act(RecordDefaultDocument, moveOf(audit));
  await moved(stage, audit, done, 'DOCUMENT_REVIEW');
}
