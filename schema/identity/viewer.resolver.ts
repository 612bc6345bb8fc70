import { Arg, Ctx, Field, FieldResolver, Info, InputType, Mutation, Query, Resolver } from 'type-graphql';
import { readById, readMany, refusedPayload, type Context, type SelectionInfo } from '../../server/graphql';
import { signIn } from '../../server/identity';
import { version } from '../../package.json';
import { AuditorType } from '../auditors/auditor.type';
import { payloadOf } from '../relay/write';
import { AccountType, PersonType, PROGRAMME_ROLE } from './account.type';
import { SessionType, ViewerServiceType, ViewerType } from './viewer.type';

const SignInPayload = payloadOf('SignInPayload', { session: () => SessionType });

@InputType('SignInInput')
class SignInInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;
}

/** Who is asking, and how they sign in. Signing in and the version are open to everyone. */
@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => String, { description: 'Version de la plateforme.' })
  apiVersion(): string {
    return version;
  }

  @Query(() => ViewerType, { nullable: true, description: 'Vous : compte, rôles et services.' })
  viewer(): object {
    return {};
  }

  @FieldResolver(() => AccountType, { nullable: true })
  account(@Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Account', context.viewer.accountId ?? '', info);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  person(@Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Person', context.viewer.personId ?? '', info);
  }

  @FieldResolver(() => AuditorType, { nullable: true })
  auditor(@Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Auditor', context.viewer.auditorId ?? '', info);
  }

  @FieldResolver(() => [PROGRAMME_ROLE])
  roles(@Ctx() { viewer }: Context): string[] {
    return [...viewer.roles].sort();
  }

  @FieldResolver(() => [ViewerServiceType])
  async services(@Ctx() context: Context, @Info() info: SelectionInfo) {
    const { services } = context.viewer;
    const auditedServices = await readMany(context, [...services.keys()], info, ['auditedService']);
    return [...services.values()].map((role, index) => ({ role, auditedService: auditedServices[index] }));
  }

  @Mutation(() => SignInPayload, {
    description: 'Se connecter avec adresse et mot de passe. Ouverte à tous ; un échec ne dit pas sa raison.',
  })
  async signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() context: Context) {
    const { dataSource, signingKey, accessTokenSeconds } = context.application;
    const session = await signIn(dataSource, signingKey, input, accessTokenSeconds);
    if (!session) return refusedPayload(context, 'SIGN_IN_FAILED', ['input']);
    return { session, userErrors: [], replayed: false };
  }
}
