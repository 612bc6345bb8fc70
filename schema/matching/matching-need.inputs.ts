import { ArrayMaxSize, ArrayMinSize, Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Modality } from '../../server/audited-services';
import type { Fairness } from '../../server/matching';
import { MODALITY } from '../audited-services/audited-service.type';
import { VersionedWrite } from '../relay/write';
import { FAIRNESS_WORD } from './matching-words';

const POINTS_AT_MOST = 1_000_000;

@InputType('MatchingWeightsInput', { description: 'Poids à changer ; ce qui n’est pas donné reste.' })
export class MatchingWeightsInput {
  @Field(() => Int, {
    nullable: true,
    description: '× part des modalités du service que l’auditeur pratique.',
  })
  @Min(0)
  @Max(POINTS_AT_MOST)
  fit?: number | null;

  @Field(() => Int, { nullable: true, description: '× audits faits, jusqu’à experienceAudits.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  experience?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Audits à partir desquels l’expérience compte en entier.',
  })
  @Min(1)
  @Max(POINTS_AT_MOST)
  experienceAudits?: number | null;

  @Field(() => Int, { nullable: true, description: '× proximité.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  travel?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Kilomètres à partir desquels la proximité ne vaut rien.',
  })
  @Min(1)
  @Max(POINTS_AT_MOST)
  travelKilometres?: number | null;

  @Field(() => Int, { nullable: true, description: 'Regard d’une autre région.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  otherRegion?: number | null;

  @Field(() => Int, { nullable: true, description: 'Région que l’auditeur préfère.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  preferredRegion?: number | null;

  @Field(() => Int, { nullable: true, description: 'Région qu’il n’a pas nommée.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  elsewhere?: number | null;

  @Field(() => Int, { nullable: true, description: 'Coût d’un siège demandé qui reste vide.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  shortfall?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Coût d’une équipe à plusieurs radiologues sans responsable.',
  })
  @Min(0)
  @Max(POINTS_AT_MOST)
  missingLead?: number | null;

  @Field(() => Int, { nullable: true, description: 'Coût d’une modalité critique que personne ne maîtrise.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  missingCritical?: number | null;

  @Field(() => Int, { nullable: true, description: 'Coût de chaque audit sous le minimum.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  belowMinimum?: number | null;

  @Field(() => Int, { nullable: true, description: 'Coût de deux membres qui ont déjà travaillé ensemble.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  pastPair?: number | null;

  @Field(() => Int, { nullable: true, description: 'Gain d’une affectation gardée.' })
  @Min(0)
  @Max(POINTS_AT_MOST)
  kept?: number | null;

  @Field(() => Int, { nullable: true, description: 'Équipes que deux mêmes personnes partagent au plus.' })
  @Min(1)
  @Max(POINTS_AT_MOST)
  sharedTeams?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Part de sa valeur pour laquelle un auditeur en formation compte.',
  })
  @Min(0)
  @Max(1)
  traineeShare?: number | null;

  @Field(() => [Int], { nullable: true, description: 'Coût du 1er, du 2e… audit ; ne décroît pas.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(52)
  @Min(0, { each: true })
  @Max(POINTS_AT_MOST, { each: true })
  load?: number[] | null;
}

@InputType('MatchingSettingsSetInput')
export class MatchingSettingsSetInput extends VersionedWrite {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => MatchingWeightsInput, { nullable: true, description: 'Poids à changer.' })
  @ValidateNested()
  weights?: MatchingWeightsInput | null;

  @Field(() => FAIRNESS_WORD, {
    nullable: true,
    description: 'La meilleure somme, ou le moins bien servi d’abord.',
  })
  fairness?: Fairness | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Années sans exercice après lesquelles un auditeur n’est plus sollicité ; 0 : sans règle.',
  })
  @Min(0)
  @Max(60)
  recencyYears?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'L’auditeur parle une langue de travail du service.' })
  isLanguageRequired?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Audits que chacun devrait avoir au moins.' })
  @Min(0)
  @Max(52)
  minimumAudits?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Les liens à examiner n’écartent pas une paire.' })
  isReviewAllowed?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Radiologues d’un service qui ne dit rien.' })
  @Min(1)
  @Max(4)
  radiologists?: number | null;

  @Field(() => Int, { nullable: true, description: 'Manipulateurs d’un service qui ne dit rien.' })
  @Min(1)
  @Max(4)
  radiographers?: number | null;

  @Field(() => Int, { nullable: true, description: 'Physiciens médicaux d’un service qui ne dit rien.' })
  @Min(0)
  @Max(4)
  medicalPhysicists?: number | null;

  @Field(() => Int, { nullable: true, description: 'Campagnes passées dont les équipes comptent.' })
  @Min(0)
  @Max(10)
  pastCampaigns?: number | null;
}

@InputType('StaffingNeedSetInput')
export class StaffingNeedSetInput extends VersionedWrite {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => ID)
  auditedServiceId!: string;

  @Field(() => Int, { nullable: true, description: 'Radiologues. (COORDINATOR)' })
  @Min(1)
  @Max(4)
  radiologists?: number | null;

  @Field(() => Int, { nullable: true, description: 'Manipulateurs. (COORDINATOR)' })
  @Min(1)
  @Max(4)
  radiographers?: number | null;

  @Field(() => Int, { nullable: true, description: 'Physiciens médicaux. (COORDINATOR)' })
  @Min(0)
  @Max(4)
  medicalPhysicists?: number | null;

  @Field(() => [MODALITY], {
    nullable: true,
    description: 'Modalités qu’au moins un membre doit maîtriser. (COORDINATOR)',
  })
  criticalModalities?: Modality[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Une personne en formation peut accompagner l’équipe.',
  })
  hasTraineeSeat?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Semaines ISO possibles (2027-W03), dans la campagne.',
  })
  @ArrayMaxSize(60)
  @Length(8, 8, { each: true })
  weeks?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Langues de travail (ISO 639-1).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @Length(2, 2, { each: true })
  languages?: string[] | null;
}
