import { Field, Int, ObjectType } from 'type-graphql';
import { AuditorType } from '../auditors/auditor.type';
import { ConflictReasonType } from '../errors/user-error';

/** An auditor who could take a seat. */
@ObjectType('Candidate', {
  description: 'Auditeur possible pour un siège, et ce qui s’y oppose. An auditor who could take a seat.',
  simpleResolvers: true,
})
export class CandidateType {
  @Field(() => AuditorType)
  auditor!: object;

  @Field(() => [ConflictReasonType], { description: 'Liens d’intérêts ; un seul BLOCK exclut.' })
  conflicts!: ConflictReasonType[];

  @Field(() => Boolean, { description: 'Libre le jour de la visite et sous son maximum annuel.' })
  isAvailable!: boolean;

  @Field(() => Int, { description: 'Autres audits de la même année.' })
  load!: number;
}
