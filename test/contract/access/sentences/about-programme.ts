import { sentence, type Sentence } from './sentence';

/** The coordination and its ties, the authorities, those without a part, and what is public to all. */
export const aboutProgramme: readonly Sentence[] = [
  sentence(
    'a coordinator with a tie to a service never sees its audits',
    ['tied coordinator > Audit A.ON_SITE', 'tied coordinator > Audit A.CLOSED'],
    ['coordinator > Audit A.ON_SITE', 'tied coordinator > Audit B.ON_SITE'],
  ),
  sentence(
    'whoever has a tie to a service never reads a draft made of it',
    ['tied coordinator > Synthesis FOLLOW_UP', 'tied steering member > Synthesis FOLLOW_UP'],
    [
      'coordinator > Synthesis FOLLOW_UP',
      'steering member > Synthesis FOLLOW_UP',
      'tied coordinator > Synthesis CLOSED',
    ],
  ),
  sentence(
    'a coordinator with a tie never counts its audits in the register',
    ['tied coordinator > AuditedService.audits A'],
    ['tied coordinator > AuditedService.audits B'],
  ),
  sentence(
    'a coordinator with a tie never counts its applications',
    ['tied coordinator > AuditedService.applications A', 'tied coordinator > Application A.SUBMITTED'],
    ['tied coordinator > AuditedService.applications B'],
  ),
  sentence(
    'a coordinator with a tie never counts its audit in the campaign',
    ['tied coordinator > Audit A.PLANNED'],
    ['tied coordinator > Campaign.audits PLANNED'],
  ),
  sentence(
    'a coordinator with a tie never sees its findings',
    ['tied coordinator > Finding A.CLOSED/FINAL'],
    ['tied coordinator > Finding B.CLOSED/FINAL'],
  ),
  sentence(
    'a coordinator with a tie never sees its replies',
    ['tied coordinator > FindingReply A.FINALISATION/AMENDED'],
    ['tied coordinator > FindingReply B.FINALISATION/AMENDED'],
  ),
  sentence(
    'a coordinator with a tie never sees its reports',
    ['tied coordinator > Report A.CLOSED/v1'],
    ['tied coordinator > Report B.CLOSED/v1'],
  ),
  sentence(
    'a coordinator with a tie never sees its corrective actions',
    ['tied coordinator > CorrectiveAction A.FOLLOW_UP/DONE'],
    ['tied coordinator > CorrectiveAction B.FOLLOW_UP/DONE'],
  ),
  sentence(
    'a coordinator with a tie never sees its team',
    ['tied coordinator > Assignment A.ON_SITE/lead'],
    ['tied coordinator > Assignment B.ON_SITE/lead'],
  ),
  sentence(
    'a coordinator with a tie never sees its recusals',
    ['tied coordinator > Recusal A.RECUSAL_WINDOW/lead'],
    ['tied coordinator > Recusal B.RECUSAL_WINDOW/lead'],
  ),
  sentence(
    'a coordinator with a tie never sees conflicts with it',
    ['tied coordinator > Conflict A.ON_SITE/lead'],
    ['tied coordinator > Conflict B.ON_SITE/lead'],
  ),
  sentence(
    'a coordinator with a tie never sees its grades',
    ['tied coordinator > Grade A.CLOSED/s1 consensus'],
    ['tied coordinator > Grade B.CLOSED/s1 consensus'],
  ),
  sentence(
    'a coordinator with a tie never sees what its graders handed in',
    ['tied coordinator > SectionSubmission A.CLOSED/s1 lead'],
    ['tied coordinator > SectionSubmission B.CLOSED/s1 lead'],
  ),
  sentence(
    'a coordinator with a tie sees the site in the register all the same',
    ['observer > AuditedService A'],
    ['tied coordinator > AuditedService A'],
  ),
  sentence(
    'a steering member with a tie never sees the audit',
    ['tied steering member > Audit A.ON_SITE'],
    ['steering member > Audit A.ON_SITE', 'tied steering member > Audit B.ON_SITE'],
  ),
  sentence(
    'a steering member with a tie never decides its recusals',
    ['tied steering member ! recusalGrant A.RECUSAL_WINDOW/lead'],
    [
      'steering member ! recusalGrant A.RECUSAL_WINDOW/lead',
      'tied steering member ! recusalGrant B.RECUSAL_WINDOW/lead',
    ],
  ),
  sentence(
    'a steering member never sees interests',
    [
      'steering member > DeclarationOfInterests lead A SIGNED',
      'steering member > Interest lead A SIGNED',
      'steering member > Auditor.declarations lead A',
    ],
    ['coordinator > DeclarationOfInterests lead A SIGNED'],
  ),
  sentence(
    'a steering member never reads why an auditor withdrew',
    ['steering member > Assignment.reason A.ON_SITE/declined'],
    ['coordinator > Assignment.reason A.ON_SITE/declined'],
  ),
  sentence(
    'a steering member never reads who graded or wrote what',
    [
      'steering member > Grade.auditor A.CLOSED/s1 by lead',
      'steering member > Finding.author A.CLOSED/FINAL',
    ],
    ['coordinator > Grade.auditor A.CLOSED/s1 by lead'],
  ),
  sentence(
    'a steering member never reads the RPPS number or address of an auditor',
    ['steering member > Auditor.rpps lead A', 'steering member > Auditor.person.email lead A'],
    ['coordinator > Auditor.rpps lead A'],
  ),
  sentence(
    'a steering member knows who let an auditor pass in spite of a tie',
    ['manager A > Conflict.overriddenBy A.ON_SITE/lead'],
    ['steering member > Conflict.overriddenBy.familyName A.ON_SITE/lead'],
  ),
  sentence(
    'the coordination never reads evidence',
    [
      'coordinator > Evidence A.ON_SITE/evidence',
      'coordinator > Audit.evidence A.ON_SITE',
      'steering member > Evidence A.CLOSED/evidence',
    ],
    ['lead A > Evidence A.ON_SITE/evidence'],
  ),
];
