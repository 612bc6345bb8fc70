import { Arg, Ctx, Field, ID, Info, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { MaxLength } from 'class-validator';
import { perform, performGuess, type Context, type SelectionInfo } from '../../server/graphql';
import {
  confirmSecondFactor,
  disableSecondFactor,
  enrolSecondFactor,
  resetSecondFactor,
} from '../../server/identity';
import { payloadOf, VersionedWrite, Write } from '../relay/write';
import { AccountType } from './account.type';

/** What an authenticator app takes. */
@ObjectType('SecondFactorKey', {
  description: 'Clé d’un second facteur, montrée une seule fois.',
  simpleResolvers: true,
})
class SecondFactorKeyType {
  @Field(() => String, { description: 'Secret en base32, à saisir dans l’application.' })
  secret!: string;

  @Field(() => String, { description: 'Le même en adresse otpauth://, à montrer en code QR.' })
  uri!: string;
}

/** What stands in for a lost device. */
@ObjectType('RecoveryCodes', {
  description: 'Codes de secours, montrés une seule fois ; chacun remplace le second facteur une fois.',
  simpleResolvers: true,
})
class RecoveryCodesType {
  @Field(() => [String], { description: 'Les codes ; gardez-les hors de l’appareil.' })
  codes!: string[];
}

const EnrolPayload = payloadOf('SecondFactorEnrolPayload', {
  account: () => AccountType,
  secondFactorKey: () => SecondFactorKeyType,
});
const ConfirmPayload = payloadOf('SecondFactorConfirmPayload', {
  account: () => AccountType,
  recoveryCodes: () => RecoveryCodesType,
});
const DisablePayload = payloadOf('SecondFactorDisablePayload', { account: () => AccountType });
const ResetPayload = payloadOf('SecondFactorResetPayload', { account: () => AccountType });

@InputType('SecondFactorEnrolInput')
class SecondFactorEnrolInput extends Write {
  @Field(() => String)
  @MaxLength(200)
  currentPassword!: string;
}

@InputType('SecondFactorConfirmInput')
class SecondFactorConfirmInput extends Write {
  @Field(() => String, { description: 'Code que l’application montre maintenant.' })
  @MaxLength(50)
  code!: string;
}

@InputType('SecondFactorDisableInput')
class SecondFactorDisableInput extends Write {
  @Field(() => String, { description: 'Code que l’application montre maintenant, ou code de secours.' })
  @MaxLength(50)
  code!: string;
}

@InputType('SecondFactorResetInput')
class SecondFactorResetInput extends VersionedWrite {
  @Field(() => ID)
  accountId!: string;
}

/** Second factors: time-based one-time passwords (RFC 6238). */
@Resolver()
export class SecondFactorResolver {
  @Mutation(() => EnrolPayload, {
    description: 'Commencer l’inscription d’un second facteur : la clé, à confirmer par un code.',
  })
  secondFactorEnrol(
    @Arg('input', () => SecondFactorEnrolInput) input: SecondFactorEnrolInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { secretBox } = context.application;
    return performGuess(context, info, input, (uow) => enrolSecondFactor(uow, input, secretBox));
  }

  @Mutation(() => ConfirmPayload, {
    description: 'Confirmer le second facteur par un code ; il est demandé dès la prochaine connexion.',
  })
  secondFactorConfirm(
    @Arg('input', () => SecondFactorConfirmInput) input: SecondFactorConfirmInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { secretBox } = context.application;
    return performGuess(context, info, input, (uow) => confirmSecondFactor(uow, input, secretBox));
  }

  @Mutation(() => DisablePayload, { description: 'Retirer votre second facteur, avec un de ses codes.' })
  secondFactorDisable(
    @Arg('input', () => SecondFactorDisableInput) input: SecondFactorDisableInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { secretBox } = context.application;
    return performGuess(context, info, input, (uow) => disableSecondFactor(uow, input, secretBox));
  }

  @Mutation(() => ResetPayload, {
    description:
      'Retirer le second facteur d’une personne qui a perdu l’appareil et les codes ; ses sessions prennent fin. (ADMIN)',
  })
  secondFactorReset(
    @Arg('input', () => SecondFactorResetInput) input: SecondFactorResetInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, resetSecondFactor);
  }
}
