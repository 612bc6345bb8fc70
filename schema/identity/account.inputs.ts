import { IsEmail, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../server/identity';
import { PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { CreatingWrite, VersionedWrite, Write } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';
import { ROLE } from './account.type';

const SORT = enumeration(['CREATED_AT', 'EMAIL'], 'AccountSort', 'Tri des comptes.');

@InputType('AccountFilter')
export class AccountFilter {
  @Field(() => String, { nullable: true, description: 'Cette adresse exactement, majuscules ou non.' })
  email?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Seulement les comptes fermés, ou ouverts.' })
  isDisabled?: boolean | null;
}

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => SORT, { nullable: true })
  sort?: keyof typeof SORT | null;

  @Field(() => AccountFilter, { nullable: true })
  filter?: AccountFilter | null;
}

@InputType('AccountCreateInput')
export class AccountCreateInput extends CreatingWrite {
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

  @Field(() => String, { description: 'Adresse, unique sans égard aux majuscules.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'Mot de passe initial, 12 caractères ou plus.' })
  @MinLength(12)
  @MaxLength(200)
  password!: string;
}

@InputType('AccountDisableInput')
export class AccountDisableInput extends VersionedWrite {
  @Field(() => ID)
  accountId!: string;
}

@InputType('AccountEnableInput')
export class AccountEnableInput extends VersionedWrite {
  @Field(() => ID)
  accountId!: string;
}

@InputType('PasswordChangeInput')
export class PasswordChangeInput extends Write {
  @Field(() => String)
  @MaxLength(200)
  currentPassword!: string;

  @Field(() => String, { description: '12 caractères ou plus.' })
  @MinLength(12)
  @MaxLength(200)
  newPassword!: string;
}

@InputType('RoleGrantInput')
export class RoleGrantInput extends CreatingWrite {
  @Field(() => ID)
  accountId!: string;

  @Field(() => ROLE)
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'Service, pour un rôle de service et pour lui seul.' })
  auditedServiceId?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Premier jour ; aujourd’hui par défaut.' })
  fromDate?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour ; sans fin par défaut.' })
  toDate?: string | null;
}

@InputType('RoleRevokeInput')
export class RoleRevokeInput extends VersionedWrite {
  @Field(() => ID)
  roleGrantId!: string;
}
