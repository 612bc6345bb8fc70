import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SILENCES, type Silence } from '../../server/campaigns';
import { enumeration } from '../relay/enumeration';
import { VersionedWrite } from '../relay/write';

/** What silence means. */
export const SILENCE = enumeration(
  SILENCES,
  'Silence',
  'Ce que vaut le silence du service sur un constat, une fois son délai écoulé.',
  {
    SILENCE_IS_NO_REPLY: 'Une absence de réponse, et rien de plus.',
    SILENCE_IS_ACCEPTANCE: 'Une acceptation : le constat est réputé accepté.',
  },
);

/** Rules of the contradictory phase. */
@ObjectType('ContradictoryRules', {
  description: 'Règles de la phase contradictoire d’une campagne.',
  simpleResolvers: true,
})
export class ContradictoryRulesType {
  @Field(() => SILENCE)
  silence!: Silence;

  @Field(() => Int, { description: '0 tant que la campagne suit la règle par défaut.' })
  version!: number;
}

@InputType('ContradictoryRulesSetInput')
export class ContradictoryRulesSetInput extends VersionedWrite {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => SILENCE)
  silence!: Silence;
}
