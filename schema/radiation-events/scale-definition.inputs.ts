import { ArrayMaxSize, ArrayMinSize, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { ScaleAxis, ScaleDefinitionState } from '../../server/radiation-events';
import { PageArgs } from '../relay/connection';
import { CreatingWrite, VersionedWrite, type KindOfWrite } from '../relay/write';
import { SCALE_AXIS, SCALE_DEFINITION_STATE } from './event-words';

@InputType('ScaleDefinitionFilter')
export class ScaleDefinitionFilter {
  @Field(() => [SCALE_DEFINITION_STATE], { nullable: true })
  states?: ScaleDefinitionState[] | null;

  @Field(() => [String], { nullable: true, description: 'Seulement ces codes.' })
  @ArrayMaxSize(100)
  codes?: string[] | null;
}

@ArgsType()
export class ScaleDefinitionsArgs extends PageArgs {
  @Field(() => ScaleDefinitionFilter, { nullable: true })
  filter?: ScaleDefinitionFilter | null;
}

@InputType('ScaleLevelInput', { description: 'Niveau d’une échelle.' })
export class ScaleLevelInput {
  @Field(() => String, { description: 'Par exemple 2 ou 2+.' })
  @Matches(/^[0-9A-Z]{1,4}\+?$/)
  code!: string;

  @Field(() => String)
  @MinLength(2)
  @MaxLength(100)
  labelFr!: string;

  @Field(() => String)
  @MinLength(2)
  @MaxLength(100)
  labelEn!: string;

  @Field(() => String, { description: 'Quand un événement est de ce niveau, en français.' })
  @MinLength(3)
  @MaxLength(1000)
  criterionFr!: string;

  @Field(() => String, { description: 'La même chose, en anglais.' })
  @MinLength(3)
  @MaxLength(1000)
  criterionEn!: string;
}

/** What the draft of a scale says, when it is made and whenever it changes. */
function scaleSaid<W extends KindOfWrite>(write: W) {
  @InputType()
  abstract class Said extends write {
    @Field(() => String)
    @MinLength(5)
    @MaxLength(200)
    titleFr!: string;

    @Field(() => String)
    @MinLength(5)
    @MaxLength(200)
    titleEn!: string;

    @Field(() => String, { description: 'À quoi elle sert, en français.' })
    @MinLength(5)
    @MaxLength(2000)
    noteFr!: string;

    @Field(() => String, { description: 'À quoi elle sert, en anglais.' })
    @MinLength(5)
    @MaxLength(2000)
    noteEn!: string;

    @Field(() => [ScaleLevelInput], { description: 'Niveaux, du plus bas au plus haut (2 à 20).' })
    @ArrayMinSize(2)
    @ArrayMaxSize(20)
    @ValidateNested({ each: true })
    levels!: ScaleLevelInput[];

    @Field(() => [SCALE_AXIS], { description: 'Ce qu’elle regarde.' })
    @ArrayMaxSize(6)
    axes!: ScaleAxis[];
  }
  return Said;
}

@InputType('ScaleDefinitionDraftInput')
export class ScaleDefinitionDraftInput extends scaleSaid(CreatingWrite) {
  @Field(() => String, { description: 'Code ; s’il existe déjà, une nouvelle version en est faite.' })
  @Matches(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
  @MaxLength(40)
  code!: string;
}

@InputType('ScaleDefinitionUpdateInput', { description: 'Le brouillon en entier.' })
export class ScaleDefinitionUpdateInput extends scaleSaid(VersionedWrite) {
  @Field(() => ID)
  scaleDefinitionId!: string;
}

@InputType()
abstract class ScaleDefinitionMoveInput extends VersionedWrite {
  @Field(() => ID)
  scaleDefinitionId!: string;
}

@InputType('ScaleDefinitionRetireInput')
export class ScaleDefinitionRetireInput extends VersionedWrite {
  @Field(() => ID)
  scaleDefinitionId!: string;

  @Field(() => String)
  @MinLength(3)
  @MaxLength(1000)
  reason!: string;
}

@InputType('ScaleDefinitionStartTrialInput')
export class ScaleDefinitionStartTrialInput extends ScaleDefinitionMoveInput {}

@InputType('ScaleDefinitionAdoptInput')
export class ScaleDefinitionAdoptInput extends ScaleDefinitionMoveInput {}
