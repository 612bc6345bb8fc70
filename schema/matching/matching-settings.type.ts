import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Fairness } from '../../server/matching';
import { FAIRNESS_WORD } from './matching-words';

/** What a plan is worth, in points. */
@ObjectType('MatchingWeights', {
  description: 'Poids de la composition, en points. What a plan is worth, in points.',
  simpleResolvers: true,
})
export class MatchingWeightsType {
  @Field(() => Int, { description: '× part des modalités du service que l’auditeur pratique.' })
  fit!: number;

  @Field(() => Int, { description: '× audits faits, jusqu’à experienceAudits.' })
  experience!: number;

  @Field(() => Int, { description: 'Audits à partir desquels l’expérience compte en entier.' })
  experienceAudits!: number;

  @Field(() => Int, { description: '× proximité : 1 sur place, 0 à travelKilometres.' })
  travel!: number;

  @Field(() => Int, {
    description: 'Distance, en kilomètres, à partir de laquelle la proximité ne vaut rien.',
  })
  travelKilometres!: number;

  @Field(() => Int, { description: 'Regard d’une autre région.' })
  otherRegion!: number;

  @Field(() => Int, { description: 'Région que l’auditeur préfère.' })
  preferredRegion!: number;

  @Field(() => Int, { description: 'Région qu’il n’a pas nommée.' })
  elsewhere!: number;

  @Field(() => Float, { description: 'Part de sa valeur pour laquelle un auditeur en formation compte.' })
  traineeShare!: number;

  @Field(() => [Int], { description: 'Coût du 1er, du 2e… audit d’un auditeur ; ne décroît pas.' })
  load!: number[];

  @Field(() => Int, { description: 'Coût d’un siège demandé qui reste vide.' })
  shortfall!: number;

  @Field(() => Int, { description: 'Coût d’une équipe à plusieurs radiologues sans responsable.' })
  missingLead!: number;

  @Field(() => Int, { description: 'Coût d’une modalité critique que personne ne maîtrise.' })
  missingCritical!: number;

  @Field(() => Int, { description: 'Coût de chaque audit sous le minimum d’un auditeur.' })
  belowMinimum!: number;

  @Field(() => Int, { description: 'Coût de deux membres qui ont déjà travaillé ensemble.' })
  pastPair!: number;

  @Field(() => Int, { description: 'Gain d’une affectation gardée du plan précédent.' })
  kept!: number;

  @Field(() => Int, { description: 'Équipes que deux mêmes personnes partagent au plus.' })
  sharedTeams!: number;
}

/** How the teams of a campaign are composed. */
@ObjectType('MatchingSettings', {
  description: 'Réglages de la composition des équipes. How the teams of a campaign are composed.',
  simpleResolvers: true,
})
export class MatchingSettingsType {
  @Field(() => MatchingWeightsType, { description: 'Poids, en points.' })
  weights!: MatchingWeightsType;

  @Field(() => FAIRNESS_WORD, { description: 'La meilleure somme, ou le moins bien servi d’abord.' })
  fairness!: Fairness;

  @Field(() => Int, {
    nullable: true,
    description:
      'Années sans exercice après lesquelles un auditeur n’est plus sollicité ; null : sans règle.',
  })
  recencyYears!: number | null;

  @Field(() => Boolean, { description: 'L’auditeur parle une langue de travail du service.' })
  isLanguageRequired!: boolean;

  @Field(() => Int, { description: 'Audits que chacun devrait avoir au moins.' })
  minimumAudits!: number;

  @Field(() => Boolean, {
    description: 'Les liens à examiner n’écartent pas une paire : ils sont examinés à la publication.',
  })
  isReviewAllowed!: boolean;

  @Field(() => Int, { description: 'Radiologues d’un service qui ne dit rien.' })
  radiologists!: number;

  @Field(() => Int, { description: 'Manipulateurs d’un service qui ne dit rien.' })
  radiographers!: number;

  @Field(() => Int, { description: 'Physiciens médicaux d’un service qui ne dit rien.' })
  medicalPhysicists!: number;

  @Field(() => Int, {
    description: 'Campagnes passées dont les équipes comptent comme ayant travaillé ensemble.',
  })
  pastCampaigns!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Version lue, à rendre dans expectedVersion ; 0 tant que rien n’est réglé.',
  })
  version!: number | null;
}
