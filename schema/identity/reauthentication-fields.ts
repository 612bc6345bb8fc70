import { Length } from 'class-validator';
import { Field } from 'type-graphql';

/** The password once more, in inputs of acts that want to know again who asks. */
export function PasswordAgainField(): PropertyDecorator {
  return both(
    Field(() => String, {
      nullable: true,
      description:
        'Mot de passe ; sans objet pour qui se connecte par un fournisseur d’identité : sa session date alors de moins de cinq minutes.',
    }),
    Length(1, 200),
  );
}

/** The code of the second factor beside it. */
export function SecondFactorAgainField(): PropertyDecorator {
  return both(
    Field(() => String, { nullable: true, description: 'Code du second facteur, s’il y en a un.' }),
    Length(1, 100),
  );
}

const both =
  (field: PropertyDecorator, rule: PropertyDecorator): PropertyDecorator =>
  (target, name) => {
    field(target, name);
    rule(target, name);
  };
