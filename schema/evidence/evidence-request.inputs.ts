import { ArrayMaxSize, ArrayMinSize, MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingWrite, VersionedWrite, Write } from '../relay/write';
import { CalendarDateScalar } from '../scalars/scalars';

const DUE_ON = {
  nullable: true,
  description:
    'Dernier jour pour répondre, reporté au jour ouvré suivant ; sans lui, le jour du dossier complet selon la campagne.',
};

@InputType('EvidenceRequestCreateInput')
export class EvidenceRequestCreateInput extends CreatingWrite {
  @Field(() => ID)
  auditId!: string;

  @Field(() => String, { description: 'Ce qui est demandé, exactement.' })
  @MinLength(3)
  @MaxLength(2000)
  text!: string;

  @Field(() => ID, { nullable: true, description: 'Genre de preuve du catalogue.' })
  evidenceKindId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Critères de la grille de l’audit (200 au plus).' })
  @ArrayMaxSize(200)
  criterionIds?: string[] | null;

  @Field(() => CalendarDateScalar, DUE_ON)
  dueOn?: string | null;
}

@InputType('EvidenceRequestsFromTemplateInput')
export class EvidenceRequestsFromTemplateInput extends Write {
  @Field(() => ID)
  auditId!: string;

  @Field(() => CalendarDateScalar, DUE_ON)
  dueOn?: string | null;
}

@InputType('EvidenceRequestAnswerInput', {
  description: 'La réponse en entier : tant que l’équipe n’a pas tranché, elle remplace la précédente.',
})
export class EvidenceRequestAnswerInput extends VersionedWrite {
  @Field(() => ID)
  evidenceRequestId!: string;

  @Field(() => [ID], { description: 'Preuves du même audit (1 à 50).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  evidenceIds!: string[];

  @Field(() => String, { nullable: true, description: 'Remarque, lue par l’équipe.' })
  @MaxLength(2000)
  remark?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Ce qui ne peut pas encore être donné : la réponse est partielle.',
  })
  @MaxLength(2000)
  missing?: string | null;
}

@InputType('EvidenceRequestAcceptInput')
export class EvidenceRequestAcceptInput extends VersionedWrite {
  @Field(() => ID)
  evidenceRequestId!: string;

  @Field(() => String, { nullable: true, description: 'Remarque, lue par le service.' })
  @MaxLength(2000)
  reason?: string | null;
}

@InputType('EvidenceRequestRejectInput')
export class EvidenceRequestRejectInput extends VersionedWrite {
  @Field(() => ID)
  evidenceRequestId!: string;

  @Field(() => String, { description: 'Ce qui ne va pas ou manque ; lu par le service.' })
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}

@InputType('EvidenceRequestWithdrawInput')
export class EvidenceRequestWithdrawInput extends VersionedWrite {
  @Field(() => ID)
  evidenceRequestId!: string;

  @Field(() => String, { description: 'Raison, lue par le service.' })
  @MinLength(3)
  @MaxLength(2000)
  reason!: string;
}
