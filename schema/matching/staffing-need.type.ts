import { Field, Int, ObjectType } from 'type-graphql';
import { MODALITY } from '../audited-services/audited-service.type';
import type { Modality } from '../../server/audited-services';

/** What a service needs of its audit team in one campaign. */
@ObjectType('StaffingNeed', {
  description:
    'Ce qu’un service demande de son équipe d’audit dans une campagne. What a service needs of its audit team.',
  simpleResolvers: true,
})
export class StaffingNeedType {
  @Field(() => Int, { description: 'Radiologues ; à défaut, comme la campagne.' })
  radiologists!: number;

  @Field(() => Int, { description: 'Manipulateurs ; à défaut, comme la campagne.' })
  radiographers!: number;

  @Field(() => Int, { description: 'Physiciens médicaux ; à défaut, comme la campagne.' })
  medicalPhysicists!: number;

  @Field(() => Boolean, { description: 'Une personne en formation peut accompagner l’équipe.' })
  hasTraineeSeat!: boolean;

  @Field(() => [String], { description: 'Semaines ISO possibles (2027-W03) ; vide : la date reste ouverte.' })
  weeks!: string[];

  @Field(() => [MODALITY], { description: 'Modalités qu’au moins un membre doit maîtriser.' })
  criticalModalities!: Modality[];

  @Field(() => [String], { description: 'Langues de travail (ISO 639-1) : l’auditeur en parle une.' })
  languages!: string[];

  @Field(() => Int, {
    description: 'Version lue, à rendre dans expectedVersion ; 0 tant que rien n’est dit.',
  })
  version!: number;
}
