import { code, facts, heading, list, paragraph, table, type Part } from '../blocks';
import { reportFileName } from '../file-name';
import type { Rendering } from '../shown-report';
import { day } from '../typography';
import { memberName, professionName } from './naming';

const WORDS = {
  fr: {
    title: 'Signatures, empreinte et vérification',
    signatures: 'Signatures',
    signed:
      'Chaque signataire a confirmé sa signature en s’authentifiant de nouveau ; il a signé l’empreinte du corps du rapport.',
    caption: 'Qui a signé le corps du rapport',
    who: 'Signataire',
    as: 'En qualité de',
    on: 'Signé le',
    confirmation: 'Confirmation saisie',
    lead: 'responsable de l’équipe',
    none: 'Cette version ne porte pas de signature nominative.',
    hash: 'Empreinte',
    hashIs: 'Empreinte SHA-256 du JSON canonique (RFC 8785) dont ce document est tiré :',
    bodyIs: 'Empreinte SHA-256 du corps, que chaque signature répète :',
    wholeIs: 'Empreinte SHA-256 du rapport entier, dont cette version ne donne qu’une partie :',
    verify: 'Comment vérifier',
    how: [
      'Télécharger le rapport au format JSON : c’est le contenu d’origine ; ce document n’en est qu’une mise en page.',
      'Calculer son empreinte et la comparer, chiffre par chiffre, à celle qui est donnée ici :',
    ],
    offline: 'La commande du projet le fait sans réseau ; un seul octet changé la fait échouer :',
    kept: 'L’empreinte du rapport entier est inscrite dans le journal de la campagne, avec un point de contrôle signé à l’émission.',
    reference: 'Référence',
    version: 'Version',
    issued: 'Émise le',
  },
  en: {
    title: 'Signatures, hash and verification',
    signatures: 'Signatures',
    signed:
      'Each signatory confirmed the signature by signing in anew, and signed the hash of the body of the report.',
    caption: 'Who signed the body of the report',
    who: 'Signatory',
    as: 'As',
    on: 'Signed on',
    confirmation: 'Confirmation typed',
    lead: 'lead of the team',
    none: 'This version bears no signature by name.',
    hash: 'Hash',
    hashIs: 'SHA-256 of the canonical JSON (RFC 8785) that this document is made from:',
    bodyIs: 'SHA-256 of the body, which each signature repeats:',
    wholeIs: 'SHA-256 of the whole report, of which this version gives a part only:',
    verify: 'How to verify',
    how: [
      'Download the report as JSON: that is the original; this document only lays it out.',
      'Compute its hash and compare it, digit by digit, with the one given here:',
    ],
    offline: 'The command of the project does so without a network; a single changed byte makes it fail:',
    kept: 'The hash of the whole report stands in the trail of the campaign, with a checkpoint signed when it was issued.',
    reference: 'Reference',
    version: 'Version',
    issued: 'Issued on',
  },
} as const;

/** Who signed, the hash, and how anybody can check it without this platform. */
export function proof({ report, language, audience, sha256, wholeSha256 }: Rendering): Part {
  const words = WORDS[language];
  const { signatures, bodySha256, number, issuedAt, body } = report;
  const reference = body?.audit?.reference;
  const json = reportFileName({ reference, number, audience, format: 'JSON', language });
  return {
    title: words.title,
    blocks: [
      facts([
        [words.reference, reference],
        [words.version, number ? String(number) : null],
        [words.issued, issuedAt && day(issuedAt, language)],
      ]),
      heading(2, words.signatures),
      paragraph(signatures && signatures.length > 0 ? words.signed : words.none),
      ...table(
        words.caption,
        [
          { title: words.who, share: 4 },
          { title: words.as, share: 5 },
          { title: words.on, share: 3 },
          { title: words.confirmation, share: 4 },
        ],
        (signatures ?? []).map((signature) => [
          memberName(signature),
          [professionName(signature, language), signature.isLead && words.lead].filter(Boolean).join(', '),
          signature.signedAt ? day(signature.signedAt, language) : '–',
          signature.confirmation ?? '–',
        ]),
      ),
      heading(2, words.hash),
      paragraph(words.hashIs),
      code(sha256),
      ...(wholeSha256 ? [paragraph(words.wholeIs), code(wholeSha256)] : []),
      ...(bodySha256 ? [paragraph(words.bodyIs), code(bodySha256)] : []),
      heading(2, words.verify),
      list(words.how),
      code(`sha256sum ${json}`),
      paragraph(words.offline),
      // Two lines of one command, so that no hash is broken where it is copied from.
      code(`npm run verify-report -- ${json} \\\n  --sha256 ${sha256}`),
      paragraph(words.kept),
    ],
  };
}
