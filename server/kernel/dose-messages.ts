import { doseReadingMessages } from './dose-reading-messages';
import type { MessageTexts } from './messages';

/** What can be said of dose records, their import and reference levels. */
export const doseMessages = {
  DOSES_CLOSED: {
    fr: 'Les doses de cet audit ne changent plus : son rapport est émis, ou son auto-évaluation n’est pas ouverte.',
    en: 'The doses of this audit do not change any more: its report is issued, or its self-assessment is not open.',
  },
  DOSE_IMPORT_RUNNING: {
    fr: 'Un autre import de cet audit est en cours.',
    en: 'Another import of this audit is running.',
  },
  DOSE_FILE_UNREADABLE: {
    fr: 'Le fichier ne contient aucun relevé de dose lisible.',
    en: 'The file holds no dose record that can be read.',
  },
  EXAM_TYPE_MISMATCH: {
    fr: 'L’examen {examCode} n’est pas de la modalité {modality}.',
    en: 'The examination {examCode} is not of the modality {modality}.',
  },
  LEVELS_SOURCE_INCOMPLETE: {
    fr: 'La source {source} est nouvelle : son titre et son usage sont nécessaires.',
    en: 'The source {source} is new: its title and use are needed.',
  },
  LEVEL_COLUMN_COUNT: {
    fr: 'La ligne n’a pas le même nombre de colonnes que l’en-tête.',
    en: 'The line does not have as many columns as the header.',
  },
  LEVEL_EXAM_UNKNOWN: {
    fr: '« {value} » n’est pas un examen de la liste.',
    en: '“{value}” is no examination of the list.',
  },
  LEVEL_POPULATION_UNKNOWN: {
    fr: '« {value} » n’est pas une population de la liste.',
    en: '“{value}” is no population of the list.',
  },
  LEVEL_QUANTITY_UNKNOWN: {
    fr: '« {value} » n’est pas une grandeur : {known}.',
    en: '“{value}” is no quantity: {known}.',
  },
  LEVEL_UNIT_UNKNOWN: {
    fr: '« {value} » n’est pas une unité de cette grandeur.',
    en: '“{value}” is no unit of this quantity.',
  },
  LEVEL_VALUE_REFUSED: {
    fr: '« {value} » n’est pas une valeur possible de {column}.',
    en: '“{value}” is no possible value of {column}.',
  },
  LEVEL_GUIDE_ABOVE: {
    fr: 'La valeur guide dépasse le niveau de référence.',
    en: 'The guide value exceeds the reference level.',
  },
  LEVEL_TWICE: {
    fr: 'Le même niveau est déjà plus haut dans le fichier.',
    en: 'The same level stands further up in the file.',
  },
  LEVEL_CONFLICT: {
    fr: 'Ce niveau est déjà enregistré avec d’autres valeurs ({nrd}, valeur guide {vgd}) : il reste tel quel.',
    en: 'This level is already stored with other values ({nrd}, guide value {vgd}): it stays as it is.',
  },
  ...doseReadingMessages,
} as const satisfies MessageTexts;
