import { Field, ObjectType } from 'type-graphql';
import { REPORT_AUDIENCES, type ReportAudience } from '../../server/reports';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { ReportType } from './report.type';

export const REPORT_AUDIENCE = enumeration(
  REPORT_AUDIENCES,
  'ReportAudience',
  'À qui une variante est destinée.',
  {
    SERVICE: 'Service audité et équipe : tout.',
    G4: 'Coordination : sans doses, preuves, auto-évaluation ni couverture.',
    PUBLIC: 'Résumé que le service peut publier : identité, dates, points forts et pratiques remarquables.',
  },
);

/** What one audience may read of a version of a report. */
@ObjectType('ReportVariant', {
  implements: Node,
  description:
    'Variante du rapport : ce qu’un public peut en lire, figé avec lui. What one audience may read of a report, frozen with it.',
  simpleResolvers: true,
})
export class ReportVariantType extends Node {
  @Field(() => ReportType, { nullable: true })
  report!: object | null;

  @Field(() => REPORT_AUDIENCE, { description: 'À qui elle est destinée.' })
  audience!: ReportAudience;

  @Field(() => String, {
    description: 'Contenu : JSON canonique (RFC 8785), qui nomme le rapport entier par son empreinte.',
  })
  content!: string;

  @Field(() => String, { description: 'SHA-256 hexadécimal du contenu, en UTF-8.' })
  sha256!: string;

  @Field(() => InstantScalar)
  createdAt!: string;
}
