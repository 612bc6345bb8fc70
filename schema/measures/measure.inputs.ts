import { ArrayMaxSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { MeasureStage } from '../../server/measures';
import { CreatingWrite } from '../relay/write';
import { MEASURE_STAGE } from './measure.type';

@InputType('MeasureCountInput', { description: 'Nombre de dossiers d’une valeur de l’échelle.' })
export class MeasureCountInput {
  @Field(() => String, { description: 'Valeur de l’échelle, par exemple YES ou J.' })
  @MaxLength(40)
  value!: string;

  @Field(() => Int, { description: 'Dossiers, personnes ou scènes (1 000 000 au plus).' })
  @Min(0)
  @Max(1_000_000)
  count!: number;
}

@InputType('MeasureRecordInput')
export class MeasureRecordInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => ID)
  criterionId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version lue ; null ou 0 pour une première mesure. Sinon : STALE_VERSION.',
  })
  @Min(0)
  expectedVersion?: number | null;

  @Field(() => MEASURE_STAGE, { description: 'AUDITOR : la vôtre ; CONSENSUS : celle de l’équipe.' })
  stage!: MeasureStage;

  @Field(() => [MeasureCountInput], {
    nullable: true,
    description: 'Pour un taux : dossiers par valeur de l’échelle ; une valeur absente compte 0.',
  })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  counts?: MeasureCountInput[] | null;

  @Field(() => Float, { nullable: true, description: 'Pour une part : fraction de 0 à 1.' })
  @Min(0)
  @Max(1)
  share?: number | null;
}
