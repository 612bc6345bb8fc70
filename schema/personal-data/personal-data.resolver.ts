import { MaxLength, MinLength } from 'class-validator';
import { Arg, Ctx, Field, ID, Info, InputType, Mutation, Resolver } from 'type-graphql';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { erasePerson, exportPersonalData, personalDataOf } from '../../server/personal-data';
import { PersonType } from '../identity/account.type';
import { payloadOf, VersionedWrite, Write } from '../relay/write';
import { JsonScalar } from '../scalars/scalars';

const PersonErasePayload = payloadOf('PersonErasePayload', { person: () => PersonType });
const PersonalDataExportPayload = payloadOf('PersonalDataExportPayload', { person: () => PersonType });
Field(() => JsonScalar, {
  nullable: true,
  description:
    'Le document : la personne, puis chaque rubrique (sections) ; celles réservées à elle-même sont nommées dans omitted.',
})(PersonalDataExportPayload.prototype as object, 'document');

@InputType('PersonEraseInput')
class PersonEraseInput extends VersionedWrite {
  @Field(() => ID)
  personId!: string;

  @Field(() => String, { description: 'Pourquoi ; gardé dans le journal. N’y nommez personne.' })
  @MinLength(3)
  @MaxLength(1000)
  reason!: string;
}

@InputType('PersonalDataExportInput')
class PersonalDataExportInput extends Write {
  @Field(() => ID, { nullable: true, description: 'La personne ; vous-même par défaut.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Pourquoi ; obligatoire pour une autre personne.' })
  @MinLength(3)
  @MaxLength(1000)
  reason?: string | null;
}

/** What is held on people: giving it to them, and erasing it. */
@Resolver()
export class PersonalDataResolver {
  @Mutation(() => PersonErasePayload, {
    description:
      'Effacer les données d’une personne et fermer ses comptes ; ses actes restent, sans nom, et le journal se vérifie toujours. Refusé tant qu’elle siège dans un audit non terminé. (COORDINATOR, ADMIN)',
  })
  personErase(
    @Arg('input', () => PersonEraseInput) input: PersonEraseInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, erasePerson);
  }

  @Mutation(() => PersonalDataExportPayload, {
    description:
      'Exporter ce que la plateforme sait de vous, ou (ADMIN, avec une raison) d’une autre personne : comptes et rôles alors, sans ses intérêts ni ses audits.',
  })
  async personalDataExport(
    @Arg('input', () => PersonalDataExportInput) input: PersonalDataExportInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const payload = await perform(context, info, input, exportPersonalData);
    const person = payload['person'] as { id: string } | null | undefined;
    if (!person) return payload;
    const isOwn = person.id === context.viewer.personId;
    // A key that was used asks nobody whether the role still holds, and leaves no entry: that is for one's own data alone.
    if (payload.replayed && !isOwn) return payload;
    const document = await personalDataOf(context.application.dataSource, person.id, isOwn);
    return { ...payload, document };
  }
}
