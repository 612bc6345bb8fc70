import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { readById, readConnection, type Context, type SelectionInfo } from '../../server/graphql';
import { PageArgs } from '../relay/connection';
import { AuditTemplateConnection, AuditTemplateType } from './audit-template.type';
import { ReferenceTextConnection } from './reference-text.type';
import { ConflictRuleConnection, DeadlineRuleConnection } from './rule.type';
import { EvidenceKindConnection, ScaleConnection } from './scale.type';
import { TemplateVersionType } from './template-version.type';
import { EvidenceKindsArgs, ReferenceTextsArgs, RulesArgs } from './template.inputs';

/** Templates and what they rest on. They are loaded from files, so there is no mutation. */
@Resolver()
export class TemplateResolver {
  @Query(() => AuditTemplateConnection, { nullable: true, description: 'Référentiels d’audit, par code.' })
  auditTemplates(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readConnection(context, args, info);
  }

  @Query(() => AuditTemplateType, { nullable: true, description: 'Un référentiel ; null s’il est absent.' })
  auditTemplate(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'AuditTemplate', id, info);
  }

  @Query(() => TemplateVersionType, {
    nullable: true,
    description: 'Une version d’un référentiel ; null si elle est absente ou cachée.',
  })
  templateVersion(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'TemplateVersion', id, info);
  }

  @Query(() => ReferenceTextConnection, {
    nullable: true,
    description: 'Textes de référence, par code, avec leur niveau de vérification.',
  })
  referenceTexts(
    @Args(() => ReferenceTextsArgs) args: ReferenceTextsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => ScaleConnection, { nullable: true, description: 'Échelles de cotation, par code.' })
  scales(@Args(() => PageArgs) args: PageArgs, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readConnection(context, args, info);
  }

  @Query(() => EvidenceKindConnection, { nullable: true, description: 'Catalogue des preuves, par code.' })
  evidenceKinds(
    @Args(() => EvidenceKindsArgs) args: EvidenceKindsArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => ConflictRuleConnection, {
    nullable: true,
    description: 'Règles de conflit d’intérêts, par code.',
  })
  conflictRules(
    @Args(() => RulesArgs) args: RulesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }

  @Query(() => DeadlineRuleConnection, { nullable: true, description: 'Délais de la procédure, par code.' })
  deadlineRules(
    @Args(() => RulesArgs) args: RulesArgs,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readConnection(context, args, info);
  }
}
