import type { MessageTexts } from './messages';

/** What can be said of a file on its way. */
export const uploadMessages = {
  UPLOAD_TOO_LARGE: {
    fr: 'Ce fichier est trop grand : {megabytes} Mo au plus.',
    en: 'This file is too large: {megabytes} MB at most.',
  },
  UPLOAD_TYPE_NOT_TAKEN: {
    fr: 'Ce type de fichier n’est pas accepté ici. Types acceptés : {types}.',
    en: 'This type of file is not taken here. Types taken: {types}.',
  },
  UPLOAD_QUOTA_EXCEEDED: {
    fr: 'Les fichiers de cet audit prendraient plus de {megabytes} Mo ensemble.',
    en: 'The files of this audit would take more than {megabytes} MB together.',
  },
  UPLOAD_OVER: {
    fr: 'Cet envoi est terminé : il n’attend plus d’octets.',
    en: 'This upload is over: it waits for no more bytes.',
  },
  UPLOAD_OFFSET_WRONG: {
    fr: 'Reprenez à l’octet {offset}.',
    en: 'Go on from byte {offset}.',
  },
  UPLOAD_RANGE_MALFORMED: {
    fr: 'Donnez Content-Range (bytes début-fin/taille) ou Upload-Offset, avec la taille annoncée.',
    en: 'Give Content-Range (bytes first-last/size) or Upload-Offset, with the size as announced.',
  },
  UPLOAD_ENCODED: {
    fr: 'Envoyez les octets tels quels, sans Content-Encoding.',
    en: 'Send the bytes as they are, without Content-Encoding.',
  },
  UPLOAD_LONGER_THAN_ANNOUNCED: {
    fr: 'Plus d’octets que les {sizeBytes} annoncés.',
    en: 'More bytes than the {sizeBytes} that were announced.',
  },
  UPLOAD_TOO_SLOW: {
    fr: 'Rien n’arrive plus, ou trop lentement ; ce qui est arrivé est gardé : reprenez.',
    en: 'Nothing arrives any more, or too slowly; what has arrived is kept: go on from there.',
  },
  UPLOADS_TOO_MANY: {
    fr: 'Trop d’envois en même temps : réessayez bientôt.',
    en: 'Too many uploads at once: try again soon.',
  },
  UPLOAD_HASH_MISMATCH: {
    fr: 'L’empreinte SHA-256 du fichier reçu n’est pas celle annoncée : annoncez-le de nouveau.',
    en: 'The SHA-256 of the file received is not the one announced: announce it anew.',
  },
  EVIDENCE_FILE_MISMATCH: {
    fr: 'Une preuve de forme FILE demande un fichier (file), et elle seule, sans adresse.',
    en: 'Evidence of the form FILE needs a file (file), and only it does, without an address.',
  },
  EVIDENCE_NOT_CLEAN: {
    fr: 'Ce fichier n’a pas encore été contrôlé, ou a été refusé : il ne se télécharge pas.',
    en: 'This file was not checked yet, or was refused: it cannot be downloaded.',
  },
  FILE_DAMAGED: {
    fr: 'Le fichier conservé est abîmé : il n’est pas servi. L’exploitant est prévenu.',
    en: 'The stored file is damaged: it is not served. The operator has been told.',
  },
} as const satisfies MessageTexts;
