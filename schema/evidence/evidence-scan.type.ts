import { Field, Int, ObjectType } from 'type-graphql';
import type { EvidenceScanOutcome, ScanDecision, ScanReasonCode } from '../../server/evidence';
import { InstantScalar } from '../scalars/scalars';
import { EVIDENCE_SCAN_OUTCOME, SCAN_DECISION } from './evidence-words';

/** One thing that was found in a file. */
@ObjectType('EvidenceScanReason', {
  description:
    'Ce que le contrôle a trouvé : quoi, combien et où, jamais le texte lui-même. What was found in a file.',
  simpleResolvers: true,
})
export class EvidenceScanReasonType {
  @Field(() => String, { description: 'Code stable.' })
  code!: ScanReasonCode;

  @Field(() => String, { description: 'Dans votre langue, avec ce qu’il faut faire.' })
  message!: string;

  @Field(() => Int, { description: 'Nombre trouvé dans le fichier.' })
  count!: number;

  @Field(() => [String], { description: 'Où : page, ligne, cellule … (les 20 premiers endroits).' })
  places!: string[];
}

/** What came of looking into a file. */
@ObjectType('EvidenceScan', {
  description:
    'Contrôle d’un fichier : type, contenu caché, virus, identité de patients. What came of looking into a file.',
  simpleResolvers: true,
})
export class EvidenceScanType {
  @Field(() => EVIDENCE_SCAN_OUTCOME, { description: 'Résultat.' })
  outcome!: EvidenceScanOutcome;

  @Field(() => String, { nullable: true, description: 'Type de média du contenu, quoi qu’il soit annoncé.' })
  mediaType!: string | null;

  @Field(() => String, {
    description:
      'Empreinte SHA-256 du fichier tel qu’il a été envoyé ; la copie publiée est sans métadonnées.',
  })
  sentSha256!: string;

  @Field(() => [EvidenceScanReasonType], { description: 'Ce qui a été trouvé, le plus grave d’abord.' })
  reasons!: EvidenceScanReasonType[];

  @Field(() => InstantScalar, { description: 'Moment du dernier contrôle.' })
  scannedAt!: string;

  @Field(() => SCAN_DECISION, { nullable: true, description: 'Décision du service sur un fichier douteux.' })
  decision!: ScanDecision | null;

  @Field(() => String, { nullable: true, description: 'Raison de la décision.' })
  decisionReason!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Moment de la décision.' })
  decidedAt!: string | null;
}
