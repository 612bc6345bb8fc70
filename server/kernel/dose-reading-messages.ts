import type { MessageTexts } from './messages';

/** What can be said of a file of doses, of its parts and of its rows while it is read. */
export const doseReadingMessages = {
  // the file, or a report in it
  NOT_A_DOSE_FILE: {
    fr: 'Ce fichier n’est ni un rapport de dose DICOM, ni une archive ZIP de rapports, ni un fichier CSV.',
    en: 'This file is neither a DICOM dose report, nor a ZIP archive of reports, nor a CSV file.',
  },
  SPREADSHEET: {
    fr: 'Ce fichier est un classeur : enregistrez la feuille au format CSV.',
    en: 'This file is a workbook: save the sheet as CSV.',
  },
  FILE_EMPTY: { fr: 'Le fichier ne contient aucune ligne de données.', en: 'The file has no row of data.' },
  NOT_DICOM: { fr: 'Ce n’est pas un objet DICOM.', en: 'This is no DICOM object.' },
  DICOM_DAMAGED: {
    fr: 'L’objet DICOM est abîmé ou incomplet : exportez-le de nouveau.',
    en: 'The DICOM object is damaged or cut off: export it again.',
  },
  REPORT_TOO_LARGE: {
    fr: 'L’objet DICOM est plus grand qu’un rapport de dose (16 Mio).',
    en: 'The DICOM object is larger than a dose report (16 MiB).',
  },
  NOT_A_DOSE_REPORT: {
    fr: 'Cet objet DICOM n’est pas un rapport de dose.',
    en: 'This DICOM object is no dose report.',
  },
  DOSE_REPORT_EMPTY: {
    fr: 'Ce rapport de dose ne contient ni exposition ni total.',
    en: 'This dose report holds neither exposures nor totals.',
  },
  SECONDARY_CAPTURE: {
    fr: 'C’est une image de l’écran de dose : demandez le rapport de dose structuré (RDSR) de l’appareil.',
    en: 'This is an image of the dose screen: ask for the structured dose report (RDSR) of the equipment.',
  },
  IMAGE_OBJECT: {
    fr: 'C’est une image : envoyez le rapport de dose structuré (RDSR), jamais d’images.',
    en: 'This is an image: send the structured dose report (RDSR), never images.',
  },
  ENCAPSULATED_DOCUMENT: {
    fr: 'C’est un document encapsulé (PDF, CDA) : demandez le rapport de dose structuré (RDSR).',
    en: 'This is an encapsulated document (PDF, CDA): ask for the structured dose report (RDSR).',
  },
  RADIOPHARMACEUTICAL_DOSE: {
    fr: 'Les doses de radiopharmaceutiques ne sont pas évaluées ici.',
    en: 'Doses of radiopharmaceuticals are not evaluated here.',
  },
  // archives
  ZIP_DAMAGED: {
    fr: 'L’archive ZIP, ou cette entrée, est abîmée ou incomplète.',
    en: 'The ZIP archive, or this entry, is damaged or cut off.',
  },
  ZIP_ENCRYPTED: {
    fr: 'Cette entrée de l’archive est chiffrée : envoyez-la sans mot de passe.',
    en: 'This entry of the archive is encrypted: send it without password.',
  },
  ZIP_NESTED: {
    fr: 'Une archive dans une archive n’est pas ouverte.',
    en: 'An archive within an archive is not opened.',
  },
  ZIP_TOO_MANY: {
    fr: 'L’archive a plus de {most} entrées : scindez-la.',
    en: 'The archive has more than {most} entries: split it.',
  },
  ZIP_TOO_LARGE: {
    fr: 'L’archive, ou cette entrée, est trop grande une fois décompressée.',
    en: 'The archive, or this entry, is too large once unpacked.',
  },
  // CSV headers
  PATIENT_COLUMNS: {
    fr: 'Retirez les colonnes qui disent qui est le patient, puis renvoyez le fichier : {columns}.',
    en: 'Take out the columns that say who the patient is, then send the file again: {columns}.',
  },
  COLUMNS_MISSING: {
    fr: 'Il manque une colonne parmi : {columns}.',
    en: 'One of these columns is missing: {columns}.',
  },
  COLUMN_TWICE: {
    fr: 'Deux colonnes disent la même chose : {columns}.',
    en: 'Two columns say the same: {columns}.',
  },
  COLUMN_UNIT_MISSING: {
    fr: 'La colonne « {column} » ne dit pas son unité : écrivez par exemple « {example} ».',
    en: 'The column “{column}” does not say its unit: write for instance “{example}”.',
  },
  COLUMN_UNIT_UNKNOWN: {
    fr: 'L’unité de la colonne « {column} » n’est pas connue : écrivez par exemple « {example} ».',
    en: 'The unit of the column “{column}” is not known: write for instance “{example}”.',
  },
  OPENREM_EXPORT_UNKNOWN: {
    fr: 'Cet export d’OpenREM ne contient pas de colonne de dose connue.',
    en: 'This export of OpenREM has no known column of dose.',
  },
  // CSV rows
  ROW_MALFORMED: {
    fr: 'La ligne est mal formée (guillemet non fermé, ligne trop longue).',
    en: 'The row is malformed (an open quote, too long a line).',
  },
  ROW_WIDTH: {
    fr: 'La ligne a {count} cellules, l’en-tête {expected}.',
    en: 'The row has {count} cells, the header {expected}.',
  },
  ROW_VALUE: {
    fr: 'La valeur de la colonne « {column} » ne peut pas être lue.',
    en: 'The value of the column “{column}” cannot be read.',
  },
  ROW_NUMBER_AMBIGUOUS: {
    fr: 'Dans la colonne « {column} », la virgule peut marquer les milliers ou les décimales : écrivez un point.',
    en: 'In the column “{column}” the comma may mark thousands or decimals: write a point.',
  },
  ROW_UNIT_MISSING: {
    fr: 'La ligne ne dit pas l’unité de « {column} ».',
    en: 'The row does not say the unit of “{column}”.',
  },
  // notes on rows that are given
  VALUE_NOT_A_NUMBER: {
    fr: '{quantity} : la valeur n’est pas un nombre.',
    en: '{quantity}: the value is no number.',
  },
  VALUE_NEGATIVE: {
    fr: '{quantity} : la valeur {value} est négative.',
    en: '{quantity}: the value {value} is negative.',
  },
  VALUE_IMPOSSIBLE: {
    fr: '{quantity} : la valeur {value} dépasse ce qui est possible ; l’unité est sans doute fausse.',
    en: '{quantity}: the value {value} is beyond what is possible; its unit is probably wrong.',
  },
  UNIT_UNKNOWN: {
    fr: '{quantity} : l’unité « {unit} » n’est pas connue.',
    en: '{quantity}: the unit “{unit}” is not known.',
  },
  DOSE_ZERO: {
    fr: '{quantity} : une dose nulle à côté d’autres qui ne le sont pas n’est pas retenue.',
    en: '{quantity}: a dose of zero beside others above it is left out.',
  },
  TOTAL_SUMMED: {
    fr: 'Le rapport ne donne pas de total : c’est la somme de ses expositions.',
    en: 'The report gives no total: this is the sum of its exposures.',
  },
  TOTAL_DIFFERS: {
    fr: '{quantity} : le total déclaré ({total}) diffère de la somme des expositions ({sum}).',
    en: '{quantity}: the reported total ({total}) differs from the sum of the exposures ({sum}).',
  },
} as const satisfies MessageTexts;
