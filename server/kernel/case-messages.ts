import type { MessageTexts } from './messages';

/** What can be said of samples of cases and their reviews. */
export const caseMessages = {
  // the list
  CASE_KIND_NOT_SAMPLED: {
    fr: 'Aucun critère de cette grille ne se juge sur un échantillon de cette nature.',
    en: 'No criterion of this template is judged on a sample of this kind.',
  },
  CASE_LIST_EMPTY: { fr: 'La liste est vide.', en: 'The list is empty.' },
  CASE_LIST_HEADER_MISSING: {
    fr: 'La première ligne doit nommer les colonnes : « dossier », puis une colonne par strate.',
    en: 'The first line must name the columns: “record”, then one column for each stratum.',
  },
  CASE_LIST_TOO_LONG: {
    fr: 'Une liste a au plus {maximum} dossiers.',
    en: 'A list has at most {maximum} records.',
  },
  CASE_LIST_STRATA_TOO_MANY: {
    fr: 'Une liste a au plus {maximum} colonnes de strates.',
    en: 'A list has at most {maximum} columns of strata.',
  },
  CASE_LIST_STRATUM_TOO_FINE: {
    fr: 'La colonne {column} a plus de {maximum} valeurs : ce n’est pas une strate.',
    en: 'Column {column} has more than {maximum} values: that is no stratum.',
  },
  CASE_ROW_MALFORMED: {
    fr: 'Ligne {row} : le nombre ou le contenu des colonnes ne convient pas.',
    en: 'Row {row}: the number or content of its columns does not fit.',
  },
  CASE_ROW_EMPTY: { fr: 'Ligne {row} : le numéro de dossier manque.', en: 'Row {row}: no record number.' },
  CASE_ROW_TOO_LONG: {
    fr: 'Ligne {row} : un numéro de dossier a au plus {maximum} caractères.',
    en: 'Row {row}: a record number has at most {maximum} characters.',
  },
  CASE_ROW_NIR: {
    fr: 'Ligne {row} : cela ressemble à un numéro de sécurité sociale. Donnez des numéros pseudonymes.',
    en: 'Row {row}: this looks like a social security number. Give pseudonymous numbers.',
  },
  CASE_ROW_DATE: {
    fr: 'Ligne {row} : une date complète peut être une date de naissance. Donnez des numéros pseudonymes.',
    en: 'Row {row}: a full date may be a date of birth. Give pseudonymous numbers.',
  },
  CASE_ROW_NOT_PSEUDONYMOUS: {
    fr: 'Ligne {row} : un numéro pseudonyme a au moins un chiffre, et ni espace ni signe particulier.',
    en: 'Row {row}: a pseudonymous number has at least one digit, no space and no special sign.',
  },
  CASE_ROW_DUPLICATE: {
    fr: 'Ligne {row} : ce dossier est déjà à la ligne {first}.',
    en: 'Row {row}: this record stands in row {first} already.',
  },
  CASE_ROWS_MORE: {
    fr: '{count} autres lignes ne conviennent pas.',
    en: '{count} more rows do not fit.',
  },
  // the draw
  CASE_SAMPLE_TOO_LARGE: {
    fr: 'L’échantillon compte au plus {most} dossiers.',
    en: 'The sample has at most {most} records.',
  },
  CASE_ALREADY_REPLACED: {
    fr: 'Ce dossier a déjà été remplacé.',
    en: 'This record has been replaced already.',
  },
  CASE_NO_RECORD_LEFT: {
    fr: 'La strate n’a plus de dossier à tirer : jugez celui-ci comme non évaluable.',
    en: 'The stratum has no record left to draw: judge this one as not assessable.',
  },
  // reviews
  CASE_NOT_IN_SAMPLE: {
    fr: 'Ce dossier n’est pas, ou n’est plus, de cet échantillon.',
    en: 'This record is not, or no longer, part of this sample.',
  },
  CASE_REVIEW_SUBJECT: {
    fr: 'Un avis porte sur un critère de l’échantillon ou sur une rubrique de la grille de relevé, l’un des deux.',
    en: 'A review is about a criterion of the sample or a field of the record grid, one of the two.',
  },
  CASE_VALUE_NOT_ON_SCALE: {
    fr: 'Cette valeur n’est pas de l’échelle du critère ({allowed}).',
    en: 'This value is not on the scale of the criterion ({allowed}).',
  },
  CASE_REVIEW_TWICE: {
    fr: 'Cet avis est donné deux fois dans le même envoi.',
    en: 'This review stands twice in the same batch.',
  },
  CASE_TEXT_IDENTIFIES: {
    fr: 'Ce texte semble désigner un patient (numéro de sécurité sociale ou date de naissance). Retirez-le.',
    en: 'This text seems to identify a patient (social security number or date of birth). Take it out.',
  },
  CASE_REVIEWS_SUBMITTED: {
    fr: 'Vous avez remis vos avis : ils sont clos.',
    en: 'You have submitted your reviews: they are closed.',
  },
  CASE_REVIEWS_INCOMPLETE: {
    fr: 'Jugez d’abord chaque dossier sur chaque critère ({missing} restants).',
    en: 'Judge each record on each criterion first ({missing} left).',
  },
  // arbitration
  CASE_RATER_DOES_NOT_ARBITRATE: {
    fr: 'Qui a jugé les dossiers n’arbitre pas.',
    en: 'Whoever has rated the records does not arbitrate.',
  },
  CASE_ARBITRATOR_PRESENT: {
    fr: 'Un troisième membre de l’équipe arbitre : les deux juges ne s’accordent pas entre eux.',
    en: 'A third member of the team arbitrates: the two raters do not settle it between them.',
  },
  CASE_NOT_A_RATER: {
    fr: 'Seuls les deux auditeurs dont les avis comptent s’accordent ainsi.',
    en: 'Only the two auditors whose reviews count settle it so.',
  },
  CASE_OUTCOME_DECIDED: { fr: 'Ce désaccord est déjà tranché.', en: 'This disagreement is settled already.' },
  CASE_NOTHING_PROPOSED: { fr: 'Rien n’est proposé.', en: 'Nothing has been proposed.' },
  CASE_OWN_PROPOSAL: {
    fr: 'L’autre auditeur doit accepter votre proposition.',
    en: 'The other auditor must agree to your proposal.',
  },
  CASE_CORRELATION_IMPOSSIBLE: {
    fr: 'Une corrélation intraclasse est un nombre de 0 à 1.',
    en: 'An intraclass correlation is a number from 0 to 1.',
  },
  CASE_PLAN_IMPOSSIBLE: {
    fr: 'Le taux attendu et la demi-largeur sont des nombres entre 0 et 1, bornes exclues.',
    en: 'The expected rate and the half-width are numbers between 0 and 1, neither of them.',
  },
} as const satisfies MessageTexts;
