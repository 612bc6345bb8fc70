import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { createDeclaration, signDeclaration, updateDeclaration } from '../../server/auditors';
import { perform, readById, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { DeclarationCreateInput, DeclarationSignInput, DeclarationUpdateInput } from './declaration.inputs';
import { DeclarationOfInterestsType } from './declaration.type';

const DeclarationCreatePayload = payloadOf('DeclarationCreatePayload', {
  declaration: () => DeclarationOfInterestsType,
});
const DeclarationUpdatePayload = payloadOf('DeclarationUpdatePayload', {
  declaration: () => DeclarationOfInterestsType,
});
const DeclarationSignPayload = payloadOf('DeclarationSignPayload', {
  declaration: () => DeclarationOfInterestsType,
});

/** Declarations of interests. */
@Resolver()
export class DeclarationResolver {
  @Query(() => DeclarationOfInterestsType, {
    nullable: true,
    description: 'Une déclaration d’intérêts ; null si elle est absente ou cachée.',
  })
  declarationOfInterests(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return readById(context, 'DeclarationOfInterests', id, info);
  }

  @Mutation(() => DeclarationCreatePayload, { description: 'Préparer sa déclaration d’intérêts. (SELF)' })
  declarationCreate(
    @Arg('input', () => DeclarationCreateInput) input: DeclarationCreateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, createDeclaration);
  }

  @Mutation(() => DeclarationUpdatePayload, {
    description: 'Réécrire une déclaration en préparation. (SELF)',
  })
  declarationUpdate(
    @Arg('input', () => DeclarationUpdateInput) input: DeclarationUpdateInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, updateDeclaration);
  }

  @Mutation(() => DeclarationSignPayload, {
    description: 'Signer sa déclaration d’intérêts : elle remplace la précédente. (SELF)',
  })
  declarationSign(
    @Arg('input', () => DeclarationSignInput) input: DeclarationSignInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, signDeclaration);
  }
}
