import { Field, Float, Int, ObjectType } from 'type-graphql';
import { COMPARISON_TRAITS, type ComparisonTrait } from '../../server/synthesis';
import { AuditType } from '../audits/audit.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { SectionType } from '../templates/section.type';
import { ServiceSpreadType } from './figures.type';

/** What services can have in common. */
export const COMPARISON_TRAIT = enumeration(
  COMPARISON_TRAITS,
  'ComparisonTrait',
  'Ce que des services comparables ont en commun.',
  {
    SECTOR: 'Secteur : public, privé, privé non lucratif.',
    MODALITIES: 'Les mêmes techniques d’imagerie.',
    SIZE: 'Taille : nombre de scanners et d’IRM.',
    REGION: 'Région.',
  },
);

/** What a service knows of itself. */
@ObjectType('OwnFigure', {
  description: 'Valeur du service lui-même. The value of the service itself.',
  simpleResolvers: true,
})
class OwnFigureType {
  @Field(() => Float, { nullable: true, description: 'De 0 à 1 ; null sans valeur.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne basse à 95 %, si elle vient d’un échantillon.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute à 95 %, si elle vient d’un échantillon.' })
  high!: number | null;
}

/** One figure of a service beside those of others. */
@ObjectType('ComparedFigure', {
  description:
    'Un chiffre du service à côté de ceux des autres ; sans rang ni centile. One figure beside those of others.',
  simpleResolvers: true,
})
class ComparedFigureType {
  @Field(() => SectionType, { nullable: true, description: 'La partie, si c’est son degré de conformité.' })
  section!: object | null;

  @Field(() => CriterionType, { nullable: true, description: 'Le critère, si c’est son taux mesuré.' })
  criterion!: object | null;

  @Field(() => OwnFigureType, { description: 'Le service lui-même.' })
  own!: OwnFigureType;

  @Field(() => ServiceSpreadType, {
    nullable: true,
    description: 'Les autres, sans lui ; null quand rien ne peut en être dit.',
  })
  others!: ServiceSpreadType | null;
}

/** A service beside comparable ones. */
@ObjectType('ServiceComparison', {
  implements: Node,
  description:
    'Comparaison d’un service avec ceux qui lui ressemblent, pour lui seul. A service beside comparable ones.',
  simpleResolvers: true,
})
export class ServiceComparisonType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => [COMPARISON_TRAIT], { description: 'Traits demandés.' })
  askedTraits!: ComparisonTrait[];

  @Field(() => [COMPARISON_TRAIT], {
    description:
      'Traits que les autres ont en commun avec le service : moins que demandés quand ils seraient trop peu. Sont abandonnés d’abord la région, puis la taille, les techniques, le secteur.',
  })
  sharedTraits!: ComparisonTrait[];

  @Field(() => Int, {
    description:
      'Autres services, sans le service lui-même : tous ceux de la campagne, ou un minimum, arrondi au multiple de cinq inférieur.',
  })
  serviceCount!: number;

  @Field(() => [ComparedFigureType], { description: 'Chiffres, dans l’ordre de la grille.' })
  figures!: ComparedFigureType[];

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const ServiceComparisonConnection = connectionOf('ServiceComparison', () => ServiceComparisonType);
