import { Field, Int, ObjectType } from 'type-graphql';
import type { ScaleAxis, ScaleDefinitionState } from '../../server/radiation-events';
import { connectionOf } from '../relay/connection';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { SCALE_AXIS, SCALE_DEFINITION_STATE } from './event-words';

/** A level of a scale. */
@ObjectType('ScaleLevel', {
  description: 'Niveau d’une échelle d’événements. A level of a scale.',
  simpleResolvers: true,
})
export class ScaleLevelType {
  @Field(() => String, { description: 'Par exemple 2 ou 2+.' })
  code!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'Quand un événement est de ce niveau.' })
  criterion!: string;
}

/** A version of a scale that events are rated on. */
@ObjectType('ScaleDefinition', {
  implements: Node,
  description:
    'Échelle d’événements, dans une version ; elle ne change plus dès son essai. A version of a scale that events are rated on.',
  simpleResolvers: true,
})
export class ScaleDefinitionType extends Node {
  @Field(() => String, { description: 'Code, par exemple ASN-SFRO.' })
  code!: string;

  @Field(() => Int, { description: 'Version de l’échelle.' })
  number!: number;

  @Field(() => SCALE_DEFINITION_STATE)
  state!: ScaleDefinitionState;

  @Field(() => Boolean, { description: 'Chargée pour mémoire avec les fichiers de référence.' })
  isLoaded!: boolean;

  @LocalisedField({ description: 'Titre.' })
  title!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleEn!: string;

  @LocalisedField({ description: 'À quoi elle sert, et ce qu’on en sait.' })
  note!: string;

  @Field(() => String, { description: 'La même note, en français.' })
  noteFr!: string;

  @Field(() => String, { description: 'La même note, en anglais.' })
  noteEn!: string;

  @Field(() => String, { nullable: true, description: 'Source de l’échelle, dans votre langue.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'La même source, en français.' })
  sourceFr!: string | null;

  @Field(() => String, { nullable: true, description: 'La même source, en anglais.' })
  sourceEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Adresse https de la source.' })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Niveau de vérification ; null pour une échelle née ici.',
  })
  verificationLevel!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour en vigueur.' })
  inForceFrom!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour en vigueur.' })
  inForceTo!: string | null;

  @Field(() => [ScaleLevelType], { description: 'Niveaux, du plus bas au plus haut.' })
  levels!: ScaleLevelType[];

  @Field(() => [SCALE_AXIS], { description: 'Ce qu’elle regarde.' })
  axes!: ScaleAxis[];

  @Field(() => String, { nullable: true, description: 'Pourquoi elle a été retirée.' })
  retirementReason!: string | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const ScaleDefinitionConnection = connectionOf('ScaleDefinition', () => ScaleDefinitionType);
