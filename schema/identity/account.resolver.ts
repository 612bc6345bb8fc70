import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  perform,
  performGuess,
  readById,
  readConnection,
  type Context,
  type SelectionInfo,
} from '../../server/graphql';
import {
  changePassword,
  createAccount,
  disableAccount,
  enableAccount,
  grantRole,
  revokeRole,
} from '../../server/identity';
import { payloadOf } from '../relay/write';
import {
  AccountCreateInput,
  AccountDisableInput,
  AccountEnableInput,
  AccountsArgs,
  PasswordChangeInput,
  RoleGrantInput,
  RoleRevokeInput,
} from './account.inputs';
import { AccountConnection, AccountType, RoleGrantType } from './account.type';

const AccountCreatePayload = payloadOf('AccountCreatePayload', { account: () => AccountType });
const AccountDisablePayload = payloadOf('AccountDisablePayload', { account: () => AccountType });
const AccountEnablePayload = payloadOf('AccountEnablePayload', { account: () => AccountType });
const PasswordChangePayload = payloadOf('PasswordChangePayload', { account: () => AccountType });
const RoleGrantPayload = payloadOf('RoleGrantPayload', { roleGrant: () => RoleGrantType });
const RoleRevokePayload = payloadOf('RoleRevokePayload', { roleGrant: () => RoleGrantType });

/** Accounts and the roles they hold. */
@Resolver()
export class AccountResolver {
  @Query(() => AccountConnection, {
    nullable: true,
    description: 'Comptes : tous pour la coordination et l’administration, sinon le vôtre.',
  })
  accounts(
    @Args(() => AccountsArgs) args: AccountsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => AccountType, { nullable: true, description: 'Un compte ; null s’il est absent ou caché.' })
  account(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Account', id, info);
  }

  @Mutation(() => AccountCreatePayload, {
    description: 'Ouvrir un compte avec adresse et mot de passe. (COORDINATOR, ADMIN)',
  })
  accountCreate(
    @Arg('input', () => AccountCreateInput) input: AccountCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createAccount);
  }

  @Mutation(() => AccountDisablePayload, { description: 'Fermer un compte et ses sessions. (ADMIN)' })
  accountDisable(
    @Arg('input', () => AccountDisableInput) input: AccountDisableInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, disableAccount);
  }

  @Mutation(() => AccountEnablePayload, { description: 'Rouvrir un compte fermé. (ADMIN)' })
  accountEnable(
    @Arg('input', () => AccountEnableInput) input: AccountEnableInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, enableAccount);
  }

  @Mutation(() => PasswordChangePayload, {
    description: 'Changer votre mot de passe ; toutes vos sessions prennent fin, celle-ci comprise.',
  })
  passwordChange(
    @Arg('input', () => PasswordChangeInput) input: PasswordChangeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return performGuess(context, info, input, changePassword);
  }

  @Mutation(() => RoleGrantPayload, {
    description:
      'Donner un rôle à une autre personne. (ADMIN : rôles du programme ; COORDINATOR : rôles de service et AUDITOR)',
  })
  roleGrant(
    @Arg('input', () => RoleGrantInput) input: RoleGrantInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, grantRole);
  }

  @Mutation(() => RoleRevokePayload, {
    description:
      'Retirer un rôle, avec effet immédiat. (ADMIN : rôles du programme ; COORDINATOR : rôles de service et AUDITOR)',
  })
  roleRevoke(
    @Arg('input', () => RoleRevokeInput) input: RoleRevokeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, revokeRole);
  }
}
