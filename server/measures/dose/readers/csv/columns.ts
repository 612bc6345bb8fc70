import type { DoseModality } from '../../dose-row';
import type { Quantity } from '../row-quantities';

/** What a column of the plain CSV may hold. */
export type PlainField =
  | 'modality'
  | 'level'
  | 'studyId'
  | 'eventId'
  | 'date'
  | 'examination'
  | 'protocol'
  | 'acquisitionType'
  | 'targetRegion'
  | 'view'
  | 'laterality'
  | 'equipment'
  | 'age'
  | 'weight'
  | 'phantom'
  | Quantity
  | 'dlpTotal'
  | 'dapTotal';

/** A column of the plain CSV: its names, and the unit that its values are in. */
export interface PlainColumn {
  field: PlainField;
  /** Names as `columnKey` compares them; the first is the French one that the documentation shows, then the English. */
  names: readonly [string, string, ...string[]];
  /** Measured columns: which quantity, and its unit where the header names none; null when the header must name it. */
  measure?: { quantity: Quantity; assumedUnit: string | null; example: string };
  /** What to write, for the documentation. */
  help: { fr: string; en: string };
}

/**
 * The columns of the plain CSV. Order does not matter, others are passed over; at least a protocol or an examination and
 * one dose are needed. A unit stands in the header (`PDS (mGy.cm2)`, `dap_gycm2`) or in a column of its own
 * (`unité PDS`); only IDSV, PDL and DGM do without, since they are given in one unit everywhere.
 */
export const PLAIN_COLUMNS: readonly PlainColumn[] = [
  {
    field: 'modality',
    names: ['modalite', 'modality', 'type appareil', 'type d appareil', 'type de modalite'],
    help: {
      fr: 'scanner, radiographie, mammographie ou interventionnel ; à défaut, déduite des grandeurs',
      en: 'CT, radiography, mammography or interventional; inferred from the quantities if absent',
    },
  },
  {
    field: 'level',
    names: ['niveau', 'level'],
    help: {
      fr: 'acquisition (une série ou une incidence) ou examen (totaux)',
      en: 'acquisition (a series or a view) or examination (totals)',
    },
  },
  {
    field: 'studyId',
    names: [
      'numero d examen',
      'study id',
      'numero examen',
      'n examen',
      'no examen',
      'examen id',
      'id examen',
      'study uid',
      'study instance uid',
      'identifiant examen',
      'identifiant etude',
      'num examen',
    ],
    help: {
      fr: 'numéro pseudonyme qui distingue les examens',
      en: 'pseudonymous number that tells examinations apart',
    },
  },
  {
    field: 'eventId',
    names: [
      'numero d acquisition',
      'event uid',
      'irradiation event uid',
      'event id',
      'numero acquisition',
      'identifiant acquisition',
    ],
    help: {
      fr: 'identifiant de l’exposition : la même deux fois ne compte qu’une fois',
      en: 'identifier of the exposure: the same twice counts once',
    },
  },
  {
    field: 'date',
    names: [
      'date',
      'study date',
      'date examen',
      'date d examen',
      'date de l examen',
      'jour',
      'exam date',
      'date acquisition',
    ],
    help: { fr: 'AAAA-MM-JJ ou JJ/MM/AAAA', en: 'YYYY-MM-DD or DD/MM/YYYY' },
  },
  {
    field: 'examination',
    names: [
      'examen',
      'exam',
      'examination',
      'type d examen',
      'type examen',
      'libelle examen',
      'libelle',
      'study description',
      'description',
      'acte',
      'procedure',
      'requested procedure',
      'description examen',
    ],
    help: { fr: 'nom de l’examen demandé', en: 'name of the procedure' },
  },
  {
    field: 'protocol',
    names: [
      'protocole',
      'protocol',
      'acquisition protocol',
      'nom du protocole',
      'protocole d acquisition',
      'protocol name',
      'serie',
      'series description',
    ],
    help: { fr: 'nom du protocole sur l’appareil', en: 'name of the protocol on the equipment' },
  },
  {
    field: 'acquisitionType',
    names: [
      'type d acquisition',
      'acquisition type',
      'type acquisition',
      'mode d acquisition',
      'mode acquisition',
    ],
    help: {
      fr: 'spiralée, séquentielle, topogramme …',
      en: 'spiral, sequenced, scout …',
    },
  },
  {
    field: 'targetRegion',
    names: ['region anatomique', 'target region', 'region', 'anatomie', 'anatomy', 'body part'],
    help: { fr: 'région du corps', en: 'region of the body' },
  },
  {
    field: 'view',
    names: ['incidence', 'view', 'projection', 'vue', 'image view'],
    help: { fr: 'face, profil, CC, MLO …', en: 'PA, lateral, CC, MLO …' },
  },
  {
    field: 'laterality',
    names: ['cote', 'laterality', 'lateralite', 'side', 'sein'],
    help: { fr: 'gauche, droit ou bilatéral', en: 'left, right or both' },
  },
  {
    field: 'equipment',
    names: [
      'appareil',
      'equipment',
      'equipement',
      'machine',
      'modele',
      'model',
      'scanner',
      'salle',
      'model name',
    ],
    help: {
      fr: 'constructeur et modèle, sans numéro de série',
      en: 'maker and model, without serial number',
    },
  },
  {
    field: 'age',
    names: ['age', 'age years', 'patient age', 'age patient', 'age du patient', 'age au moment de l examen'],
    help: {
      fr: 'en années, sauf autre unité dans l’en-tête : âge (mois)',
      en: 'in years, unless the header says otherwise: age (months)',
    },
  },
  {
    field: 'weight',
    names: [
      'poids',
      'weight',
      'masse',
      'mass',
      'patient weight',
      'poids patient',
      'poids du patient',
      'patient mass',
    ],
    help: { fr: 'en kilogrammes', en: 'in kilograms' },
  },
  {
    field: 'ctdiVolMgy',
    names: ['idsv', 'ctdivol', 'ctdi vol', 'ctdi', 'mean ctdivol', 'idsvol', 'ids vol'],
    measure: { quantity: 'ctdiVolMgy', assumedUnit: 'mGy', example: 'IDSV (mGy)' },
    help: { fr: 'indice de dose scanographique volumique', en: 'volume CT dose index' },
  },
  {
    field: 'phantom',
    names: [
      'fantome',
      'phantom',
      'fantome cm',
      'phantom cm',
      'diametre fantome',
      'ctdi phantom',
      'ctdi phantom type',
      'diametre du fantome',
    ],
    help: {
      fr: 'fantôme de dosimétrie : 16 ou 32 cm',
      en: 'dosimetry phantom: 16 or 32 cm',
    },
  },
  {
    field: 'dlpMgyCm',
    names: ['pdl', 'dlp', 'produit dose longueur', 'dose length product', 'pdl acquisition', 'pdl serie'],
    measure: { quantity: 'dlpMgyCm', assumedUnit: 'mGy.cm', example: 'PDL (mGy.cm)' },
    help: { fr: 'produit dose-longueur de l’acquisition', en: 'dose-length product of the acquisition' },
  },
  {
    field: 'dlpTotal',
    names: ['pdl total', 'dlp total', 'total dlp', 'pdl examen', 'pdl de l examen', 'total pdl'],
    measure: { quantity: 'dlpMgyCm', assumedUnit: 'mGy.cm', example: 'PDL total (mGy.cm)' },
    help: { fr: 'produit dose-longueur de l’examen', en: 'dose-length product of the examination' },
  },
  {
    field: 'scanningLengthMm',
    names: ['longueur', 'scanning length', 'longueur exploree', 'scan length', 'length'],
    measure: { quantity: 'scanningLengthMm', assumedUnit: null, example: 'longueur (mm)' },
    help: { fr: 'longueur explorée', en: 'length of the scanned range' },
  },
  {
    field: 'dapMgyCm2',
    names: ['pds', 'dap', 'produit dose surface', 'dose area product', 'kap', 'pka', 'pds acquisition'],
    measure: { quantity: 'dapMgyCm2', assumedUnit: null, example: 'PDS (mGy.cm2)' },
    help: { fr: 'produit dose-surface du cliché', en: 'dose-area product of the view' },
  },
  {
    field: 'dapTotal',
    names: ['pds total', 'dap total', 'total dap', 'pds examen', 'total pds', 'pds de l examen'],
    measure: { quantity: 'dapMgyCm2', assumedUnit: null, example: 'PDS total (Gy.cm2)' },
    help: { fr: 'produit dose-surface de l’examen', en: 'dose-area product of the examination' },
  },
  {
    field: 'entranceDoseMgy',
    names: [
      'de',
      'esd',
      'dose entree',
      'dose a l entree',
      'dose d entree',
      'entrance dose',
      'kerma',
      'air kerma',
      'kerma reference',
      'ka r',
      'kar',
      'kerma au point de reference',
      'dose rp',
      'entrance exposure',
      'esak',
    ],
    measure: { quantity: 'entranceDoseMgy', assumedUnit: null, example: 'De (mGy)' },
    help: {
      fr: 'dose à l’entrée, ou kerma dans l’air au point de référence',
      en: 'entrance dose, or air kerma at the reference point',
    },
  },
  {
    field: 'meanGlandularDoseMgy',
    names: [
      'dgm',
      'mgd',
      'dmg',
      'agd',
      'dose glandulaire moyenne',
      'mean glandular dose',
      'average glandular dose',
      'dose glandulaire',
    ],
    measure: { quantity: 'meanGlandularDoseMgy', assumedUnit: 'mGy', example: 'DGM (mGy)' },
    help: { fr: 'dose glandulaire moyenne', en: 'mean glandular dose' },
  },
  {
    field: 'compressedThicknessMm',
    names: [
      'epaisseur',
      'thickness',
      'epaisseur comprimee',
      'compressed thickness',
      'epaisseur du sein',
      'compression thickness',
      'epaisseur sein comprime',
    ],
    measure: { quantity: 'compressedThicknessMm', assumedUnit: null, example: 'épaisseur (mm)' },
    help: { fr: 'épaisseur du sein comprimé', en: 'compressed breast thickness' },
  },
  {
    field: 'fluoroscopySeconds',
    names: [
      'temps de scopie',
      'fluoroscopy time',
      'temps scopie',
      'duree de scopie',
      'duree scopie',
      'scopie',
      'fluoro time',
      'temps de fluoroscopie',
      'total fluoro time',
    ],
    measure: { quantity: 'fluoroscopySeconds', assumedUnit: null, example: 'temps de scopie (s)' },
    help: { fr: 'durée de scopie', en: 'time of fluoroscopy' },
  },
];

/** What a quantity tells of the equipment, where no column names it; the first that a row has decides. */
export const MODALITY_OF_QUANTITY: readonly (readonly [Quantity, DoseModality])[] = [
  ['meanGlandularDoseMgy', 'MAMMOGRAPHY'],
  ['ctdiVolMgy', 'CT'],
  ['dlpMgyCm', 'CT'],
  ['fluoroscopySeconds', 'INTERVENTIONAL'],
  ['dapMgyCm2', 'RADIOGRAPHY'],
  ['entranceDoseMgy', 'RADIOGRAPHY'],
];
