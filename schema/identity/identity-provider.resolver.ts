import { IsEmail, MaxLength, MinLength } from 'class-validator';
import { Arg, Ctx, Field, ID, Info, InputType, Mutation, Resolver } from 'type-graphql';
import {
  perform,
  performGuess,
  performSignIn,
  signInPartsOf,
  type Context,
  type SelectionInfo,
} from '../../server/graphql';
import {
  acceptInvitation,
  createInvitation,
  linkIdentity,
  redeemFlow,
  signInWithIdentity,
  unlinkIdentity,
  type FlowCode,
} from '../../server/identity';
import { refuse } from '../../server/kernel/outcome';
import { CreatingWrite, payloadOf, Write } from '../relay/write';
import { AccountType } from './account.type';
import { AccountIdentityType, InvitationType } from './identity-provider.type';
import { SessionType } from './session.type';
import { PasswordAgainField, SecondFactorAgainField } from './reauthentication-fields';

const SignInWithCodePayload = payloadOf('SignInWithCodePayload', { session: () => SessionType });
const InvitationAcceptPayload = payloadOf('InvitationAcceptPayload', { session: () => SessionType });
const InvitationCreatePayload = payloadOf('InvitationCreatePayload', {
  account: () => AccountType,
  invitation: () => InvitationType,
});
const IdentityLinkPayload = payloadOf('IdentityLinkPayload', { accountIdentity: () => AccountIdentityType });
const IdentityUnlinkPayload = payloadOf('IdentityUnlinkPayload', { account: () => AccountType });

const CODE = 'Code reçu au retour du fournisseur ; il sert une fois.';
const VERIFIER = 'Le mot dont le code_challenge du départ est l’empreinte (PKCE, S256).';

@InputType('SignInWithCodeInput')
class SignInWithCodeInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: VERIFIER })
  codeVerifier!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Nom de l’appareil, pour le reconnaître dans la liste.',
  })
  deviceLabel?: string | null;
}

@InputType('InvitationAcceptInput')
class InvitationAcceptInput extends SignInWithCodeInput {
  @Field(() => String, { description: 'Mot d’invitation.' })
  invitation!: string;
}

@InputType('IdentityLinkInput')
class IdentityLinkInput extends Write {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: VERIFIER })
  codeVerifier!: string;

  @PasswordAgainField()
  password?: string | null;

  @SecondFactorAgainField()
  secondFactorCode?: string | null;
}

@InputType('IdentityUnlinkInput')
class IdentityUnlinkInput extends Write {
  @Field(() => ID, { description: 'Identité à retirer.' })
  accountIdentityId!: string;
}

@InputType('InvitationCreateInput')
class InvitationCreateInput extends CreatingWrite {
  @Field(() => ID, { nullable: true, description: 'Compte qui attend déjà son titulaire.' })
  accountId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Personne connue de la plateforme ; sinon, donnez son nom et son prénom.',
  })
  personId?: string | null;

  @Field(() => String, { nullable: true })
  @MinLength(1)
  @MaxLength(100)
  familyName?: string | null;

  @Field(() => String, { nullable: true })
  @MinLength(1)
  @MaxLength(100)
  givenName?: string | null;

  @Field(() => String, { description: 'Adresse de la personne ; elle n’identifie personne à la connexion.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

function redeem(context: Context, flow: FlowCode) {
  const { providers } = context.application;
  const issuers = new Map([...providers].map(([name, { config }]) => [name, config.issuer]));
  return redeemFlow(signInPartsOf(context), flow, issuers);
}

/** Signing in through identity providers. */
@Resolver()
export class IdentityProviderResolver {
  @Mutation(() => SignInWithCodePayload, {
    description: 'Se connecter au retour d’un fournisseur d’identité. Ouverte à tous.',
  })
  signInWithCode(
    @Arg('input', () => SignInWithCodeInput) input: SignInWithCodeInput,
    @Ctx() context: Context,
  ) {
    return performSignIn(context, async (parts, origin) => {
      const identity = (await redeem(context, input)) ?? refuse('SIGN_IN_CODE_REFUSED', ['input', 'code']);
      return signInWithIdentity(parts, identity, { deviceLabel: input.deviceLabel ?? null, origin });
    });
  }

  @Mutation(() => InvitationAcceptPayload, {
    description:
      'Accepter une invitation : lier l’identité au compte qui attend, et se connecter. Ouverte à tous.',
  })
  invitationAccept(
    @Arg('input', () => InvitationAcceptInput) input: InvitationAcceptInput,
    @Ctx() context: Context,
  ) {
    return performSignIn(context, async (parts, origin) => {
      const identity = (await redeem(context, input)) ?? refuse('SIGN_IN_CODE_REFUSED', ['input', 'code']);
      const { invitation, deviceLabel } = input;
      return acceptInvitation(parts, { identity, invitation }, { deviceLabel: deviceLabel ?? null, origin });
    });
  }

  @Mutation(() => InvitationCreatePayload, {
    description:
      'Ouvrir un compte qui se connecte par un fournisseur d’identité, et inviter son titulaire. (COORDINATOR, ADMIN)',
  })
  invitationCreate(
    @Arg('input', () => InvitationCreateInput) input: InvitationCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createInvitation);
  }

  @Mutation(() => IdentityLinkPayload, {
    description:
      'Lier une identité à votre compte, au retour d’un fournisseur ; elle l’ouvrira désormais : prouvez qui vous êtes.',
  })
  async identityLink(
    @Arg('input', () => IdentityLinkInput) input: IdentityLinkInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    // A code is spent before the act: what was sent twice under one key is answered by its key.
    context.release();
    const identity = await redeem(context, input);
    const { secretBox } = context.application;
    return performGuess(context, info, input, (uow) => linkIdentity(uow, identity, input, secretBox));
  }

  @Mutation(() => IdentityUnlinkPayload, {
    description: 'Retirer une identité de votre compte. (ADMIN : de tout compte)',
  })
  identityUnlink(
    @Arg('input', () => IdentityUnlinkInput) input: IdentityUnlinkInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, unlinkIdentity);
  }
}
