import { MaxLength, MinLength } from 'class-validator';
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
import {
  overrideConflictAlert,
  substitutesEdge,
  type AlertLevel,
  type ConflictAlertState,
  type Substitute,
} from '../../server/audits';
import {
  perform,
  readComputed,
  readConnection,
  readMany,
  type Context,
  type SelectionInfo,
} from '../../server/graphql';
import { PageArgs } from '../relay/connection';
import { payloadOf, VersionedWrite } from '../relay/write';
import {
  ALERT_LEVEL,
  CONFLICT_ALERT_STATE,
  ConflictAlertConnection,
  ConflictAlertType,
  SubstituteType,
} from './conflict-alert.type';

@InputType('ConflictAlertFilter')
class ConflictAlertFilter {
  @Field(() => [CONFLICT_ALERT_STATE], { nullable: true, description: 'Seulement ces états.' })
  states?: ConflictAlertState[] | null;

  @Field(() => [ALERT_LEVEL], { nullable: true, description: 'Seulement ces effets.' })
  levels?: AlertLevel[] | null;

  @Field(() => [String], { nullable: true, description: 'Seulement ces règles.' })
  ruleCodes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement ces auditeurs.' })
  auditorIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Seulement ces campagnes.' })
  campaignIds?: string[] | null;
}

@ArgsType()
class ConflictAlertsArgs extends PageArgs {
  @Field(() => ConflictAlertFilter, { nullable: true })
  filter?: ConflictAlertFilter | null;
}

@InputType('ConflictAlertOverrideInput')
class ConflictAlertOverrideInput extends VersionedWrite {
  @Field(() => ID)
  conflictAlertId!: string;

  @Field(() => String, { description: 'Raison de passer outre ; elle est gardée avec votre nom.' })
  @MinLength(10)
  @MaxLength(2000)
  reason!: string;
}

const ConflictAlertOverridePayload = payloadOf('ConflictAlertOverridePayload', {
  conflictAlert: () => ConflictAlertType,
});

/** Conflicts that came after a proposal, what became of them, and who could take over. */
@Resolver()
export class ConflictAlertResolver {
  @Query(() => ConflictAlertConnection, {
    nullable: true,
    description:
      'Liens d’intérêts apparus depuis la proposition d’une affectation, et qui la suspendent : toutes pour la coordination, les siennes pour un auditeur.',
  })
  conflictAlerts(
    @Args(() => ConflictAlertsArgs) args: ConflictAlertsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => [SubstituteType], {
    description:
      'Remplaçants possibles pour l’affectation suspendue, sans lien d’intérêts, le meilleur en tête ; 20 au plus. (COORDINATOR)',
  })
  async substitutesFor(
    @Arg('conflictAlertId', () => ID) conflictAlertId: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const found =
      (await readComputed<Substitute[]>(context, 'ConflictAlert', conflictAlertId, substitutesEdge, {})) ??
      [];
    const ids = found.map(({ auditorId }) => auditorId);
    const auditors = await readMany(context, ids, info, ['auditor']);
    return found.flatMap((substitute, index) => {
      const auditor = auditors[index];
      return auditor ? [{ ...substitute, auditor }] : [];
    });
  }

  @Mutation(() => ConflictAlertOverridePayload, {
    description: 'Passer outre un lien à examiner (REVIEW), avec une raison. (COORDINATOR)',
  })
  conflictAlertOverride(
    @Arg('input', () => ConflictAlertOverrideInput) input: ConflictAlertOverrideInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, overrideConflictAlert);
  }
}
