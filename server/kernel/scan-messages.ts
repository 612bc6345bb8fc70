import type { MessageTexts } from './messages';

/** What can be said of what is in a file. */
export const scanMessages = {
  EVIDENCE_SCAN_PENDING: {
    fr: 'Ce fichier n’attend pas de décision : le contrôle n’est pas terminé.',
    en: 'This file waits for no decision: it is still being looked into.',
  },
  // the file itself
  SCAN_EMPTY_FILE: { fr: 'Le fichier est vide.', en: 'The file is empty.' },
  SCAN_FILE_TOO_LARGE: {
    fr: 'Le fichier dépasse {limit} Mo : envoyez-le en plusieurs parties.',
    en: 'The file has more than {limit} MB: send it in parts.',
  },
  SCAN_FILE_NAME_UNSAFE: {
    fr: 'Le nom du fichier contient des caractères trompeurs ou interdits : renommez-le.',
    en: 'The file name has misleading or forbidden characters: rename the file.',
  },
  SCAN_TYPE_NOT_ALLOWED: {
    fr: 'Ce type de fichier n’est pas accepté ({found}). Envoyez un PDF, un document Office ou OpenDocument, un texte, un CSV, un PNG ou un JPEG.',
    en: 'This type of file is not taken ({found}). Send a PDF, an Office or OpenDocument document, a text, CSV, PNG or JPEG.',
  },
  SCAN_TYPE_MISMATCH: {
    fr: 'Le contenu ({found}) n’est pas ce qu’annoncent le nom ou le type du fichier : renommez-le et envoyez-le à nouveau.',
    en: 'The content ({found}) is not what the file’s name or type says: rename it and send it again.',
  },
  SCAN_UNREADABLE: {
    fr: 'Le fichier ne peut pas être lu en entier, donc pas contrôlé : enregistrez-le à nouveau, ou imprimez-le en PDF.',
    en: 'The file cannot be read whole, and so not be looked into: save it anew, or print it to PDF.',
  },
  SCAN_ENCRYPTED: {
    fr: 'Le fichier est protégé par un mot de passe ou chiffré : envoyez-le sans protection.',
    en: 'The file is encrypted or has a password: send it without protection.',
  },
  // what is hidden in it or runs from it
  SCAN_HIDDEN_CONTENT: {
    fr: 'Le fichier en cache un autre ({what}) : enregistrez-le à nouveau.',
    en: 'The file hides another one ({what}): save it anew.',
  },
  SCAN_MARKUP: {
    fr: 'Ce texte contient du HTML, du SVG ou un script : envoyez un PDF.',
    en: 'This text holds HTML, SVG or a script: send a PDF.',
  },
  SCAN_ACTIVE_CONTENT: {
    fr: 'Le fichier contient un élément actif ({what}) : enregistrez-le sans macro ni script, ou imprimez-le en PDF.',
    en: 'The file has active content ({what}): save it without macros or scripts, or print it to PDF.',
  },
  SCAN_EMBEDDED_FILE: {
    fr: 'Le fichier en contient un autre ({what}) : collez-le comme image, ou imprimez le document en PDF.',
    en: 'The file carries another one ({what}): paste it as a picture, or print the document to PDF.',
  },
  SCAN_EXTERNAL_CONTENT: {
    fr: 'Le fichier va chercher un contenu ailleurs ({what}) : rompez les liaisons, ou imprimez-le en PDF.',
    en: 'The file fetches content from elsewhere ({what}): break the links, or print it to PDF.',
  },
  SCAN_TOO_MUCH_INSIDE: {
    fr: 'Le contenu déplié dépasse ce qu’un document contient ({limit}) : imprimez-le en PDF ou découpez-le.',
    en: 'Unpacked, the content is more than a document holds ({limit}): print it to PDF, or split it.',
  },
  SCAN_UNSAFE_ENTRIES: {
    fr: 'La structure interne du document est douteuse : enregistrez-le à nouveau.',
    en: 'The inner structure of the document is doubtful: save it anew.',
  },
  SCAN_VIRUS: {
    fr: 'L’antivirus a reconnu {signature} : prévenez votre service informatique.',
    en: 'The antivirus recognised {signature}: tell your IT department.',
  },
  // whom it is about
  SCAN_DICOM: {
    fr: 'C’est un objet DICOM, qui porte l’identité du patient : ni image ni compte rendu DICOM ne sont acceptés comme preuve.',
    en: 'This is a DICOM object, which carries the patient’s identity: neither DICOM images nor reports are taken as evidence.',
  },
  SCAN_NIR: {
    fr: 'Numéro de sécurité sociale (NIR) : retirez-le et envoyez le fichier à nouveau ({count}).',
    en: 'Social security number (NIR): take it out and send the file again ({count}).',
  },
  SCAN_INS: {
    fr: 'Identité nationale de santé (INS) : retirez-la et envoyez le fichier à nouveau ({count}).',
    en: 'National health identity (INS): take it out and send the file again ({count}).',
  },
  SCAN_NIR_LIKE: {
    fr: 'Ressemble à un numéro de sécurité sociale, sans clé ou avec une clé fausse ({count}).',
    en: 'Looks like a social security number, without its key or with a wrong one ({count}).',
  },
  SCAN_PATIENT_NUMBER: {
    fr: 'Ressemble à un numéro de patient : IPP, NIP, identifiant ({count}).',
    en: 'Looks like a patient’s number: IPP, NIP, identifier ({count}).',
  },
  SCAN_BIRTH_DATE: {
    fr: 'Ressemble à la date de naissance d’une personne ({count}).',
    en: 'Looks like somebody’s date of birth ({count}).',
  },
  SCAN_IDENTITY_TABLE: {
    fr: 'Tableau de personnes avec leur date de naissance ({count}).',
    en: 'A table of people with their dates of birth ({count}).',
  },
  SCAN_PATIENT_HEADER: {
    fr: 'Ressemble à l’en-tête d’un objet DICOM ou d’un message HL7, avec l’identité d’un patient ({count}).',
    en: 'Looks like the header of a DICOM object or HL7 message, with a patient’s identity ({count}).',
  },
  SCAN_PAGE_WITHOUT_TEXT: {
    fr: 'Pages sans texte lisible (numérisées, par exemple) : vérifiez vous-même qu’aucun patient n’y est nommé ({count}).',
    en: 'Pages without readable text (scanned ones, for instance): check yourself that no patient is named there ({count}).',
  },
  SCAN_IMAGE: {
    fr: 'Ce qui est écrit dans une image ne se lit pas : vérifiez vous-même qu’aucun patient n’y est nommé.',
    en: 'What is written in a picture cannot be read: check yourself that no patient is named there.',
  },
  SCAN_PICTURES_INSIDE: {
    fr: 'Le document contient des images, qui n’ont pas été lues ({count}).',
    en: 'The document has pictures, which were not read ({count}).',
  },
  SCAN_SIGNATURE_DROPPED: {
    fr: 'La signature électronique n’est pas gardée : elle nomme son auteur, et la copie publiée diffère de l’original.',
    en: 'The electronic signature is not kept: it names its author, and the published copy differs from the original.',
  },
  // why there is no verdict yet
  SCAN_ANTIVIRUS_UNREACHABLE: {
    fr: 'L’antivirus ne répond pas : le fichier reste en quarantaine et sera de nouveau contrôlé automatiquement.',
    en: 'The antivirus does not answer: the file stays in quarantine and is tried again by itself.',
  },
  SCAN_SCANNER_FAILED: {
    fr: 'Le contrôle a échoué : le fichier reste en quarantaine et sera de nouveau contrôlé automatiquement.',
    en: 'The scan failed: the file stays in quarantine and is tried again by itself.',
  },
} as const satisfies MessageTexts;
