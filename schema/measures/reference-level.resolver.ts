import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { perform, readConnection, renderError, type Context, type SelectionInfo } from '../../server/graphql';
import { importReferenceLevels, type LevelLineResult } from '../../server/measures';
import { UserError } from '../errors/user-error';
import { Payload } from '../relay/write';
import { ExamTypeConnection } from './exam-type.type';
import {
  ExamTypesArgs,
  ReferenceLevelsArgs,
  ReferenceLevelsImportInput,
  ReferenceLevelSourcesArgs,
} from './reference-level.inputs';
import {
  LevelLineResultType,
  ReferenceLevelConnection,
  ReferenceLevelSourceConnection,
} from './reference-level.type';

@ObjectType('ReferenceLevelsImportPayload', {
  description: 'Réponse de ReferenceLevelsImport.',
  simpleResolvers: true,
})
class ReferenceLevelsImportPayload extends Payload {
  @Field(() => [LevelLineResultType], { nullable: true, description: 'Une par ligne du tableau.' })
  lines!: LevelLineResult[] | null;

  @Field(() => Int, { nullable: true, description: 'Niveaux enregistrés ; 0 pour un essai.' })
  addedCount!: number | null;
}

/** Lines of a table of levels: what the act knows as domain errors, as clients read it. */
@Resolver(() => LevelLineResultType)
export class LevelLineResultResolver {
  @FieldResolver(() => [UserError])
  userErrors(@Root() line: LevelLineResult, @Ctx() context: Context) {
    return line.errors.map((error) => renderError(error, context.viewer.locale));
  }
}

/** Examinations of the list, and the levels that their doses are compared with. */
@Resolver()
export class ReferenceLevelResolver {
  @Query(() => ExamTypeConnection, { nullable: true, description: 'Types d’examen de la liste, par code.' })
  examTypes(
    @Args(() => ExamTypesArgs) args: ExamTypesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => ReferenceLevelSourceConnection, {
    nullable: true,
    description: 'Sources de niveaux de référence, par code.',
  })
  referenceLevelSources(
    @Args(() => ReferenceLevelSourcesArgs) args: ReferenceLevelSourcesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => ReferenceLevelConnection, {
    nullable: true,
    description: 'Niveaux de référence, abrogés et étrangers compris : leur source dit à quoi ils servent.',
  })
  referenceLevels(
    @Args(() => ReferenceLevelsArgs) args: ReferenceLevelsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => ReferenceLevelsImportPayload, {
    description:
      'Ajouter des niveaux de référence d’un tableau ; rien de ce qui est enregistré ne change. (COORDINATOR, TEMPLATE_EDITOR)',
  })
  referenceLevelsImport(
    @Arg('input', () => ReferenceLevelsImportInput) input: ReferenceLevelsImportInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, importReferenceLevels);
  }
}
