import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { perform, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { declareConflictFact, endConflictFact } from '../../server/matching';
import { payloadOf } from '../relay/write';
import { ConflictFactDeclareInput, ConflictFactEndInput, ConflictFactsArgs } from './conflict-fact.inputs';
import { ConflictFactConnection, ConflictFactType } from './conflict-fact.type';

const ConflictFactDeclarePayload = payloadOf('ConflictFactDeclarePayload', {
  conflictFact: () => ConflictFactType,
});
const ConflictFactEndPayload = payloadOf('ConflictFactEndPayload', { conflictFact: () => ConflictFactType });

/** Facts on which conflicts of interest rest, beside affiliations, links of organisations and declarations. */
@Resolver()
export class ConflictFactResolver {
  @Query(() => ConflictFactConnection, {
    nullable: true,
    description:
      'Faits dont dépendent des liens d’intérêts : tous pour la coordination, les siens pour chacun.',
  })
  conflictFacts(
    @Args(() => ConflictFactsArgs) args: ConflictFactsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => ConflictFactDeclarePayload, {
    description:
      'Déclarer un fait dont dépendent des liens d’intérêts ; les affectations qu’il touche sont aussitôt réexaminées. (SELF, COORDINATOR)',
  })
  conflictFactDeclare(
    @Arg('input', () => ConflictFactDeclareInput) input: ConflictFactDeclareInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, declareConflictFact);
  }

  @Mutation(() => ConflictFactEndPayload, {
    description: 'Mettre fin à un fait déclaré ; il reste connu, avec ses dates. (SELF, COORDINATOR)',
  })
  conflictFactEnd(
    @Arg('input', () => ConflictFactEndInput) input: ConflictFactEndInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, endConflictFact);
  }
}
