import { Args, Ctx, FieldResolver, Info, Query, Resolver } from 'type-graphql';
import { readById, readConnection, readMany, type Context, type SelectionInfo } from '../../server/graphql';
import { version } from '../../package.json';
import { AuditorType } from '../auditors/auditor.type';
import { PageArgs } from '../relay/connection';
import { AccountType, PersonType, PROGRAMME_ROLE } from './account.type';
import { AccountIdentityConnection } from './identity-provider.type';
import { AccountSessionConnection } from './session.type';
import { ViewerServiceType, ViewerType } from './viewer.type';

/** Who is asking. The version is open to everyone. */
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

  @FieldResolver(() => AccountSessionConnection, {
    nullable: true,
    description: 'Vos sessions, ouvertes ou récentes.',
  })
  sessions(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readConnection(context, args, info, ownRows(context));
  }

  @FieldResolver(() => AccountIdentityConnection, {
    nullable: true,
    description: 'Vos identités auprès de fournisseurs.',
  })
  identities(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readConnection(context, args, info, ownRows(context));
  }
}

/** Rows of one's own account, though an administrator may see others. */
function ownRows({ viewer }: Context) {
  return (t: string, bind: (value: unknown) => string) => `${t}.account_id = ${bind(viewer.accountId)}::uuid`;
}
