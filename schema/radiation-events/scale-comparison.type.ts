import { Field, Int, ObjectType } from 'type-graphql';
import { AgreementFigureType } from '../measures/agreement.type';
import { ScaleDefinitionType } from './scale-definition.type';

/** How often events came out so on the one scale and so on the other. */
@ObjectType('ScaleComparisonCell', {
  description: 'Case du tableau croisé de deux échelles. A cell of the cross-table of two scales.',
  simpleResolvers: true,
})
export class ScaleComparisonCellType {
  @Field(() => String, { description: 'Niveau sur la première échelle.' })
  fromValue!: string;

  @Field(() => String, { description: 'Niveau sur la seconde.' })
  toValue!: string;

  @Field(() => Int, { description: 'Cotations, par lots d’au moins cinq services.' })
  count!: number;
}

/** How far two people agree on one scale. */
@ObjectType('ScaleAgreement', {
  description:
    'Accord de deux personnes qui ont coté les mêmes événements. How far two people who valued the same events agree.',
  simpleResolvers: true,
})
export class ScaleAgreementType {
  @Field(() => Int, { description: 'Événements cotés par deux personnes au moins.' })
  eventCount!: number;

  @Field(() => AgreementFigureType, { description: 'Part des événements cotés de la même façon.' })
  percentAgreement!: AgreementFigureType;

  @Field(() => AgreementFigureType, { description: 'AC1 de Gwet.' })
  ac1!: AgreementFigureType;
}

/** Two scales side by side. */
@ObjectType('ScaleComparison', {
  description:
    'Deux échelles côte à côte, sur les mêmes événements cotés par les mêmes personnes. Two scales side by side.',
  simpleResolvers: true,
})
export class ScaleComparisonType {
  @Field(() => ScaleDefinitionType, { nullable: true, description: 'Première échelle.' })
  fromScale!: object | null;

  @Field(() => ScaleDefinitionType, { nullable: true, description: 'Seconde échelle.' })
  toScale!: object | null;

  @Field(() => [ScaleComparisonCellType], {
    description: 'Seulement les couples de niveaux donnés par cinq services au moins.',
  })
  cells!: ScaleComparisonCellType[];

  @Field(() => ScaleAgreementType, {
    nullable: true,
    description: 'Sur la première ; null sous cinq services.',
  })
  fromAgreement!: ScaleAgreementType | null;

  @Field(() => ScaleAgreementType, {
    nullable: true,
    description: 'Sur la seconde ; null sous cinq services.',
  })
  toAgreement!: ScaleAgreementType | null;
}
