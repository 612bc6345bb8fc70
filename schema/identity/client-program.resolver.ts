import { ArrayMaxSize, IsEmail, Max, MaxLength, Min, MinLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { perform, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import {
  CLIENT_SCOPE_WORDS,
  CLIENT_SCOPES,
  createClientProgram,
  revokeClientProgram,
  rotateClientSecret,
  type ClientScope,
} from '../../server/identity';
import { connectionOf, PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { CreatingWrite, payloadOf, VersionedWrite } from '../relay/write';
import { InstantScalar } from '../scalars/scalars';
import { AccountType } from './account.type';

const CLIENT_SCOPE = enumeration(
  CLIENT_SCOPE_WORDS,
  'ClientScope',
  'Portée d’un programme client : ce que ses jetons peuvent appeler.',
  Object.fromEntries(
    CLIENT_SCOPE_WORDS.map((word) => [word, `${CLIENT_SCOPES[word].words} (${CLIENT_SCOPES[word].name})`]),
  ),
);

const SORT = enumeration(['CREATED_AT', 'NAME'], 'ClientProgramSort', 'Tri des programmes clients.');

/** A program that calls the API by itself. */
@ObjectType('ClientProgram', {
  implements: Node,
  description: 'Programme client, qui appelle l’API par lui-même. A program that calls the API by itself.',
  simpleResolvers: true,
})
class ClientProgramType extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Adresse de qui en répond.' })
  contactEmail!: string;

  @Field(() => [CLIENT_SCOPE], { description: 'Portées que ses jetons peuvent avoir au plus.' })
  scopes!: ClientScope[];

  @Field(() => AccountType, { nullable: true, description: 'Son compte, qui reçoit ses rôles (roleGrant).' })
  account!: object | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Révoqué à cet instant, pour de bon.' })
  revokedAt!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** What a program signs in with. */
@ObjectType('ClientCredentials', {
  description: 'Identifiants d’un programme client pour POST /oauth/token, montrés une seule fois.',
  simpleResolvers: true,
})
class ClientCredentialsType {
  @Field(() => String, { description: 'client_id.' })
  clientId!: string;

  @Field(() => String, { description: 'client_secret ; la plateforme n’en garde que l’empreinte.' })
  clientSecret!: string;
}

const ClientProgramConnection = connectionOf('ClientProgram', () => ClientProgramType);
const CreatePayload = payloadOf('ClientProgramCreatePayload', {
  clientProgram: () => ClientProgramType,
  clientCredentials: () => ClientCredentialsType,
});
const RotatePayload = payloadOf('ClientProgramRotateSecretPayload', {
  clientProgram: () => ClientProgramType,
  clientCredentials: () => ClientCredentialsType,
});
const RevokePayload = payloadOf('ClientProgramRevokePayload', { clientProgram: () => ClientProgramType });

@ArgsType()
class ClientProgramsArgs extends PageArgs {
  @Field(() => SORT, { nullable: true })
  sort?: keyof typeof SORT | null;
}

@InputType('ClientProgramCreateInput')
class ClientProgramCreateInput extends CreatingWrite {
  @Field(() => String)
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  @Field(() => String, { description: 'Adresse de qui en répond.' })
  @IsEmail()
  @MaxLength(254)
  contactEmail!: string;

  @Field(() => [CLIENT_SCOPE], { description: 'Au moins une portée.' })
  @ArrayMaxSize(20)
  scopes!: ClientScope[];
}

@InputType('ClientProgramRotateSecretInput')
class ClientProgramRotateSecretInput extends VersionedWrite {
  @Field(() => ID, { description: 'Programme client.' })
  clientProgramId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Heures pendant lesquelles l’ancien secret vaut encore (24 par défaut, 0 à 168).',
  })
  @Min(0)
  @Max(168)
  overlapHours?: number | null;
}

@InputType('ClientProgramRevokeInput')
class ClientProgramRevokeInput extends VersionedWrite {
  @Field(() => ID, { description: 'Programme client.' })
  clientProgramId!: string;
}

/** Client programs and what they may do. */
@Resolver()
export class ClientProgramResolver {
  @Query(() => ClientProgramConnection, {
    nullable: true,
    description: 'Programmes clients : tous pour l’administration, aucun pour les autres.',
  })
  clientPrograms(
    @Args(() => ClientProgramsArgs) args: ClientProgramsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Mutation(() => CreatePayload, {
    description: 'Inscrire un programme client, avec un compte à lui et un premier secret. (ADMIN)',
  })
  clientProgramCreate(
    @Arg('input', () => ClientProgramCreateInput) input: ClientProgramCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createClientProgram);
  }

  @Mutation(() => RotatePayload, {
    description: 'Donner un nouveau secret ; l’ancien vaut encore le temps du passage. (ADMIN)',
  })
  clientProgramRotateSecret(
    @Arg('input', () => ClientProgramRotateSecretInput) input: ClientProgramRotateSecretInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, rotateClientSecret);
  }

  @Mutation(() => RevokePayload, {
    description: 'Révoquer un programme client : ses secrets et ses jetons ne valent plus. (ADMIN)',
  })
  clientProgramRevoke(
    @Arg('input', () => ClientProgramRevokeInput) input: ClientProgramRevokeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, revokeClientProgram);
  }
}
