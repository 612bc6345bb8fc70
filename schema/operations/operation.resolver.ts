import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  Info,
  InputType,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql';
import { perform, readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { cancelOperation, type OperationState } from '../../server/operations';
import { PageArgs } from '../relay/connection';
import { payloadOf, Write } from '../relay/write';
import { OPERATION_STATE, OperationConnection, OperationType } from './operation.type';

const OperationCancelPayload = payloadOf('OperationCancelPayload', { operation: () => OperationType });

@InputType('OperationFilter')
class OperationFilter {
  @Field(() => [OPERATION_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: OperationState[] | null;
}

@ArgsType()
class OperationsArgs extends PageArgs {
  @Field(() => OperationFilter, { nullable: true })
  filter?: OperationFilter | null;
}

@InputType('OperationCancelInput')
class OperationCancelInput extends Write {
  @Field(() => ID)
  operationId!: string;
}

/** Long work: following it, and giving it up. */
@Resolver()
export class OperationResolver {
  @Query(() => OperationType, {
    nullable: true,
    description: 'Une de vos opérations ; null si elle est absente.',
  })
  operation(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Operation', id, info);
  }

  @Query(() => OperationConnection, { nullable: true, description: 'Vos opérations.' })
  operations(
    @Args(() => OperationsArgs) args: OperationsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => OperationCancelPayload, {
    description: 'Abandonner une de vos opérations : ce qu’elle avait écrit est annulé.',
  })
  operationCancel(
    @Arg('input', () => OperationCancelInput) input: OperationCancelInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, cancelOperation);
  }
}
