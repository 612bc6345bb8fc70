import { ArrayMaxSize, ArrayUnique } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { COMPARISON_TRAITS, type ComparisonTrait } from '../../server/synthesis';
import { CreatingWrite, VersionedWrite, Write } from '../relay/write';
import { COMPARISON_TRAIT } from './service-comparison.type';

@InputType('SynthesisPrepareInput')
export class SynthesisPrepareInput extends Write {
  @Field(() => ID)
  campaignId!: string;
}

@InputType('SynthesisPublishInput')
export class SynthesisPublishInput extends VersionedWrite {
  @Field(() => ID, { description: 'Synthèse, telle qu’elle a été lue.' })
  synthesisId!: string;
}

@InputType('ServiceComparisonRequestInput')
export class ServiceComparisonRequestInput extends CreatingWrite {
  @Field(() => ID, { description: 'Audit de votre service.' })
  auditId!: string;

  @Field(() => [COMPARISON_TRAIT], {
    description:
      'Ce que les autres doivent avoir en commun avec vous ; aucun : tous les services de la campagne.',
  })
  @ArrayUnique()
  @ArrayMaxSize(COMPARISON_TRAITS.length)
  traits!: ComparisonTrait[];
}
