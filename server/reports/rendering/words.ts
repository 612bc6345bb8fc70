import type { GradeValue } from '../../audits';
import type { Disposition, FindingKind, FindingReplyKind, FindingSeverity } from '../../findings';
import type { DosePosition, DoseQuantity, LevelUse, MeasureSource, TargetDecision } from '../../measures';
import type { ReportAudience } from '../document/report-document';
import type { Treatment } from '../finding-treatment';
import type { ReportLanguage } from './shown-report';

type Word = Readonly<Record<ReportLanguage, string>>;

const word = (fr: string, en: string): Word => ({ fr, en });

export const GRADE: Readonly<Record<GradeValue, Word>> = {
  CONFORM: word('conforme', 'conforming'),
  PARTIAL: word('partiellement conforme', 'partly conforming'),
  NON_CONFORM: word('non conforme', 'not conforming'),
  NOT_APPLICABLE: word('non applicable', 'not applicable'),
  NOT_EVALUATED: word('non évalué', 'not evaluated'),
};

/** In French of a criterion. */
export const GRADES = {
  CONFORM: { fr: { one: 'conforme', many: 'conformes' }, en: { one: 'conforming', many: 'conforming' } },
  PARTIAL: {
    fr: { one: 'partiellement conforme', many: 'partiellement conformes' },
    en: { one: 'partly conforming', many: 'partly conforming' },
  },
  NON_CONFORM: {
    fr: { one: 'non conforme', many: 'non conformes' },
    en: { one: 'not conforming', many: 'not conforming' },
  },
} as const;

export const KIND: Readonly<Record<FindingKind, Word>> = {
  STRENGTH: word('Point fort', 'Strength'),
  REMARKABLE_PRACTICE: word('Pratique remarquable', 'Remarkable practice'),
  OBSERVATION: word('Remarque', 'Observation'),
  RECOMMENDATION: word('Recommandation', 'Recommendation'),
  NON_CONFORMITY: word('Non-conformité', 'Non-conformity'),
};

export const KINDS: Readonly<Record<FindingKind, Word>> = {
  STRENGTH: word('Points forts', 'Strengths'),
  REMARKABLE_PRACTICE: word('Pratiques remarquables', 'Remarkable practices'),
  OBSERVATION: word('Remarques', 'Observations'),
  RECOMMENDATION: word('Recommandations', 'Recommendations'),
  NON_CONFORMITY: word('Non-conformités', 'Non-conformities'),
};

/** In French after a feminine noun. */
export const SEVERITY: Readonly<Record<FindingSeverity, Word>> = {
  CRITICAL: word('critique', 'critical'),
  MAJOR: word('majeure', 'major'),
  MINOR: word('mineure', 'minor'),
};

export const TREATMENT: Readonly<Record<Treatment, Word>> = {
  NO_REPLY: word('sans réponse', 'no reply'),
  DEEMED_ACCEPTED: word('sans réponse : réputé accepté', 'no reply: deemed accepted'),
  AGREED: word('accepté par le service', 'accepted by the service'),
  MAINTAINED: word('maintenu', 'maintained'),
  AMENDED: word('modifié', 'amended'),
  WITHDRAWN: word('retiré', 'withdrawn'),
};

export const REPLY: Readonly<Record<FindingReplyKind, Word>> = {
  ACCEPTED: word('Accepté', 'Accepted'),
  CONTESTED: word('Contesté', 'Contested'),
  CORRECTION: word('Correction de fait demandée', 'Correction of fact requested'),
};

export const DISPOSITION: Readonly<Record<Disposition, Word>> = {
  ACCEPTED: word('Réponse retenue', 'Reply upheld'),
  PARTLY: word('Réponse retenue en partie', 'Reply partly upheld'),
  REJECTED: word('Réponse non retenue', 'Reply not upheld'),
};

export const DECISION: Readonly<Record<TargetDecision, Word>> = {
  MET: word('cible atteinte', 'target met'),
  NOT_MET: word('cible non atteinte', 'target not met'),
  INCONCLUSIVE: word('l’échantillon ne permet pas de conclure', 'the sample does not allow a conclusion'),
};

/** After a number of criteria. */
export const DECISION_OF_MANY: Readonly<Record<TargetDecision, Word>> = {
  MET: word('dont la cible est atteinte', 'with the target met'),
  NOT_MET: word('dont la cible n’est pas atteinte', 'with the target not met'),
  INCONCLUSIVE: word(
    'sans conclusion permise par l’échantillon',
    'where the sample does not allow a conclusion',
  ),
};

export const SOURCE: Readonly<Record<MeasureSource, Word>> = {
  CASES: word('dossiers tirés au sort', 'records drawn at random'),
  COUNTS: word('dénombrement par l’équipe', 'counted by the team'),
  NUMBER: word('valeur relevée', 'value read'),
  DOSE: word('relevé de doses', 'dose records'),
  AGREEMENT: word('accord des deux relecteurs (AC1 de Gwet)', 'agreement of the two reviewers (Gwet’s AC1)'),
};

export const POSITION: Readonly<Record<DosePosition, Word>> = {
  AT_OR_BELOW_VGD: word('au plus égale à la valeur guide', 'at or below the guide value'),
  BETWEEN: word(
    'entre la valeur guide et le niveau de référence',
    'between the guide value and the reference level',
  ),
  ABOVE_NRD: word('au-dessus du niveau de référence', 'above the reference level'),
  INSUFFICIENT: word('trop peu de relevés pour conclure', 'too few records to conclude'),
  NO_LEVEL: word('aucun niveau enregistré', 'no level on record'),
};

/** After a number of median doses. */
export const POSITION_OF_MANY: Readonly<Record<DosePosition, Word>> = {
  ...POSITION,
  AT_OR_BELOW_VGD: word('ne dépassant pas la valeur guide', 'at or below the guide value'),
  INSUFFICIENT: word('sur trop peu de relevés pour conclure', 'from too few records to conclude'),
  NO_LEVEL: word('sans niveau enregistré', 'with no level on record'),
};

export const QUANTITY: Readonly<Record<DoseQuantity, Word>> = {
  IDSV: word('IDSV (indice de dose scanographique volumique)', 'CTDIvol (volume CT dose index)'),
  PDL: word('PDL (produit dose-longueur)', 'DLP (dose-length product)'),
  PDS: word('PDS (produit dose-surface)', 'DAP (dose-area product)'),
  DE: word('De (dose à l’entrée)', 'ESD (entrance surface dose)'),
  DGM: word('DGM (dose glandulaire moyenne)', 'MGD (mean glandular dose)'),
};

/** Whether a level is in force, which is the first thing to know of it. */
export const USE: Readonly<Record<LevelUse, Word>> = {
  CURRENT_NATIONAL: word('niveau national en vigueur', 'national level in force'),
  HISTORICAL: word('ancien niveau, abrogé', 'former level, repealed'),
  FALLBACK_EU: word(
    'niveau européen, faute de niveau national',
    'European level, for want of a national one',
  ),
  FOREIGN_COMPARATOR: word(
    'niveau d’un autre pays, pour comparaison',
    'level of another country, for comparison',
  ),
};

/** Keyed by text: documents keep professions and modalities as text. */
export const PROFESSION: ReadonlyMap<string, Word> = new Map([
  ['RADIOLOGIST', word('radiologue', 'radiologist')],
  ['RADIOGRAPHER', word('manipulateur ou manipulatrice d’électroradiologie médicale', 'radiographer')],
  ['MEDICAL_PHYSICIST', word('physicien médical ou physicienne médicale', 'medical physicist')],
]);

export const MODALITY: ReadonlyMap<string, Word> = new Map([
  ['CT', word('scanner', 'CT')],
  ['MRI', word('IRM', 'MRI')],
  ['RADIOGRAPHY', word('radiographie', 'radiography')],
  ['MAMMOGRAPHY', word('mammographie', 'mammography')],
  [
    'ANGIOGRAPHY',
    word('angiographie et radiologie interventionnelle', 'angiography and interventional radiology'),
  ],
  ['NUCLEAR_MEDICINE', word('médecine nucléaire', 'nuclear medicine')],
]);

export const AUDIENCE: Readonly<Record<ReportAudience, Word>> = {
  SERVICE: word(
    'Rapport complet, destiné au service audité et à l’équipe d’audit.',
    'Full report, for the audited service and the audit team.',
  ),
  G4: word(
    'Version destinée au G4 et à la coordination de la campagne ; ce que seul le service peut lire n’y figure pas.',
    'Version for the G4 and the coordination of the campaign; what only the service may read is not in it.',
  ),
  PUBLIC: word(
    'Résumé destiné au public ; ce que seuls le service et la profession peuvent lire n’y figure pas.',
    'Summary for the public; what only the service and the profession may read is not in it.',
  ),
};
