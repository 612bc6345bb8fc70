import { Arg, Ctx, Field, FieldResolver, ID, Info, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { perform, performSignIn, type Context, type SelectionInfo } from '../../server/graphql';
import { refreshSession, revokeSession, signIn, signOut } from '../../server/identity';
import { refuse } from '../../server/kernel/outcome';
import { payloadOf, Write } from '../relay/write';
import { AccountSessionType, SessionType } from './session.type';

const SignInPayload = payloadOf('SignInPayload', { session: () => SessionType });
const SessionRefreshPayload = payloadOf('SessionRefreshPayload', { session: () => SessionType });
const SignOutPayload = payloadOf('SignOutPayload', { accountSession: () => AccountSessionType });
const SessionRevokePayload = payloadOf('SessionRevokePayload', { accountSession: () => AccountSessionType });

@InputType('SignInInput')
class SignInInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code du second facteur, ou code de secours, si le compte en a un.',
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Nom de l’appareil, pour le reconnaître dans la liste.',
  })
  deviceLabel?: string | null;
}

@InputType('SessionRefreshInput')
class SessionRefreshInput {
  @Field(() => String, { description: 'Le dernier jeton de renouvellement reçu.' })
  refreshToken!: string;
}

@InputType('SignOutInput')
class SignOutInput extends Write {}

@InputType('SessionRevokeInput')
class SessionRevokeInput extends Write {
  @Field(() => ID, { description: 'Session à terminer.' })
  accountSessionId!: string;
}

/** Sessions: opening, renewing and ending them. */
@Resolver(() => AccountSessionType)
export class SessionResolver {
  @FieldResolver(() => Boolean)
  isCurrent(@Root() { id }: AccountSessionType, @Ctx() { viewer }: Context): boolean {
    return id === viewer.sessionId;
  }

  @Mutation(() => SignInPayload, {
    description:
      'Se connecter avec adresse et mot de passe, et un code si le compte a un second facteur. Ouverte à tous ; un échec ne dit pas sa raison.',
  })
  signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() context: Context) {
    return performSignIn(context, (parts, origin) => signIn(parts, input, origin));
  }

  @Mutation(() => SessionRefreshPayload, {
    description:
      'Renouveler la session : nouveau jeton d’accès, nouveau jeton de renouvellement. Ouverte à tous ; si la réponse s’est perdue, le même jeton est accepté une seconde fois dans la minute.',
  })
  sessionRefresh(
    @Arg('input', () => SessionRefreshInput) { refreshToken }: SessionRefreshInput,
    @Ctx() context: Context,
  ) {
    return performSignIn(
      context,
      async ({ dataSource, now, times }) =>
        (await refreshSession(dataSource, { refreshToken, now, times })) ??
        refuse('REFRESH_REFUSED', ['input', 'refreshToken']),
    );
  }

  @Mutation(() => SignOutPayload, { description: 'Terminer cette session, sur cet appareil.' })
  signOut(
    @Arg('input', () => SignOutInput) input: SignOutInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, signOut);
  }

  @Mutation(() => SessionRevokePayload, {
    description: 'Terminer une de vos sessions, par exemple d’un appareil perdu. (ADMIN : toute session)',
  })
  sessionRevoke(
    @Arg('input', () => SessionRevokeInput) input: SessionRevokeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, revokeSession);
  }
}
