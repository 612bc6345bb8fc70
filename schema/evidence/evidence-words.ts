import {
  ANSWER_VERDICTS,
  COVERAGE_BASES,
  COVERAGE_STRENGTHS,
  EVIDENCE_SCAN_OUTCOMES,
  SCAN_DECISIONS,
  EVIDENCE_FORMS,
  EVIDENCE_REQUEST_STATES,
  EVIDENCE_STATES,
  EVIDENCE_VERDICTS,
} from '../../server/evidence';
import { enumeration } from '../relay/enumeration';

/** What a piece of evidence consists of. */
export const EVIDENCE_FORM = enumeration(EVIDENCE_FORMS, 'EvidenceForm', 'Forme d’une preuve.', {
  FILE: 'Un fichier.',
  LINK: 'Une adresse https.',
  NOTE: 'Un texte.',
});

/** States of a piece of evidence. */
export const EVIDENCE_STATE = enumeration(EVIDENCE_STATES, 'EvidenceState', 'État d’une preuve.', {
  UPLOADING: 'Envoi en cours.',
  QUARANTINED: 'En attente de contrôle.',
  CLEAN: 'Lisible.',
  REJECTED: 'Refusée au contrôle.',
});

/** What came of looking into a file. */
export const EVIDENCE_SCAN_OUTCOME = enumeration(
  EVIDENCE_SCAN_OUTCOMES,
  'EvidenceScanOutcome',
  'Résultat du contrôle d’un fichier.',
  {
    WAITING: 'Pas encore contrôlé : un nouvel essai aura lieu.',
    CLEAN: 'Rien ne s’oppose à sa publication.',
    DOUBTFUL: 'Le responsable du service doit le regarder et décider.',
    REJECTED: 'Refusé.',
  },
);

/** What a person made of a doubtful file. */
export const SCAN_DECISION = enumeration(
  SCAN_DECISIONS,
  'ScanDecision',
  'Décision du service sur un fichier douteux.',
  { RELEASED: 'Regardé et publié.', REFUSED: 'Repris : ses octets sont supprimés.' },
);

/** States of a request for evidence. */
export const EVIDENCE_REQUEST_STATE = enumeration(
  EVIDENCE_REQUEST_STATES,
  'EvidenceRequestState',
  'État d’une demande de preuve.',
  {
    OPEN: 'Sans réponse, ou ce qui avait été donné n’est plus là.',
    ANSWERED: 'Le service a répondu.',
    ACCEPTED: 'L’équipe a accepté la réponse.',
    REJECTED: 'L’équipe attend autre chose : le service peut répondre à nouveau.',
    WITHDRAWN: 'L’équipe ne demande plus rien.',
  },
);

/** What the team makes of an answer. */
export const ANSWER_VERDICT = enumeration(
  ANSWER_VERDICTS,
  'AnswerVerdict',
  'Suite donnée à une réponse à une demande de preuve.',
  { ACCEPTED: 'Acceptée, avec ses preuves.', REJECTED: 'Pas acceptée, avec une raison.' },
);

/** What the team makes of a piece of evidence. */
export const EVIDENCE_VERDICT = enumeration(
  EVIDENCE_VERDICTS,
  'EvidenceVerdictValue',
  'Ce que l’équipe dit d’une preuve.',
  {
    ACCEPTED: 'Acceptée : elle montre ce qu’elle doit montrer.',
    TURNED_DOWN: 'Pas retenue, avec une raison.',
  },
);

/** How far something is covered. */
export const COVERAGE_STRENGTH = enumeration(
  COVERAGE_STRENGTHS,
  'CoverageStrength',
  'Force d’une couverture, de la plus forte à celle qui ne dit rien.',
  {
    COVERED: 'Couverte : chaque critère lié est conforme selon l’équipe, ou montré par une preuve acceptée.',
    PARTLY: 'Couverte en partie.',
    SELF_DECLARED: 'Le service seul le dit, dans son auto-évaluation.',
    NOT_COVERED: 'Pas couverte : non conforme, ou rien n’est connu.',
    NOT_APPLICABLE: 'Sans objet pour ce service, selon l’équipe.',
    NOT_ASKED: 'Aucun audit du service n’a utilisé une grille qui touche ce texte.',
  },
);

/** What a coverage rests on. */
export const COVERAGE_BASIS = enumeration(
  COVERAGE_BASES,
  'CoverageBasis',
  'Ce sur quoi repose une couverture.',
  {
    CONSENSUS: 'La cotation de l’équipe, par consensus.',
    EVIDENCE: 'Une preuve acceptée et valable.',
    SELF_ASSESSMENT: 'L’auto-évaluation du service.',
  },
);
