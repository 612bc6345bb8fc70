import { Field, Int, ObjectType } from 'type-graphql';
import type { Modality } from '../../server/audited-services';
import { PROFESSIONS, QUALIFICATIONS, type Profession, type Qualification } from '../../server/auditors';
import { MODALITY } from '../audited-services/audited-service.type';
import { AssignmentConnection } from '../audits/assignment.type';
import { PersonType } from '../identity/account.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { AffiliationType } from './affiliation.type';
import { DeclarationOfInterestsConnection, DeclarationOfInterestsType } from './declaration.type';
import { HistoryField } from '../trail/history-field';

/** Professions that audit. */
export const PROFESSION = enumeration(PROFESSIONS, 'Profession', 'Profession d’un auditeur.', {
  RADIOLOGIST: 'Radiologue.',
  RADIOGRAPHER: 'Manipulateur ou manipulatrice d’électroradiologie médicale.',
  MEDICAL_PHYSICIST: 'Physicien ou physicienne médicale.',
});

/** How far an auditor has come. */
export const QUALIFICATION = enumeration(QUALIFICATIONS, 'Qualification', 'Qualification d’un auditeur.', {
  CANDIDATE: 'S’est porté candidat, ou vient d’un registre.',
  ELIGIBLE: 'Retenu pour la formation.',
  IN_TRAINING: 'En formation.',
  EVALUATED: 'Formation évaluée.',
  QUALIFIED: 'Peut auditer.',
  SUSPENDED: 'Qualification suspendue.',
  LAPSED: 'Qualification non renouvelée.',
  RETIRED: 'N’audite plus.',
});

const FOR_PROGRAMME = 'Pour l’auditeur lui-même, la coordination et le pilotage ; null pour les autres.';

/** A person who may audit. */
@ObjectType('Auditor', {
  implements: Node,
  description: 'Auditeur : une personne qui peut auditer. A person who may audit.',
  simpleResolvers: true,
})
export class AuditorType extends Node {
  @Field(() => PersonType, { nullable: true })
  person!: object | null;

  @Field(() => PROFESSION)
  profession!: Profession;

  @Field(() => String, {
    nullable: true,
    description: 'Numéro RPPS, 11 chiffres ; pour l’auditeur lui-même et la coordination.',
  })
  rpps!: string | null;

  @Field(() => QUALIFICATION, { nullable: true, description: FOR_PROGRAMME })
  qualification!: Qualification | null;

  @Field(() => Boolean, { nullable: true, description: `Peut conduire un audit. ${FOR_PROGRAMME}` })
  isLeadEligible!: boolean | null;

  @Field(() => [MODALITY], { nullable: true, description: `Techniques maîtrisées. ${FOR_PROGRAMME}` })
  modalities!: Modality[] | null;

  @Field(() => [String], { nullable: true, description: `Langues, codes ISO 639-1. ${FOR_PROGRAMME}` })
  languages!: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Régions où l’auditeur se déplace, codes INSEE. ${FOR_PROGRAMME}`,
  })
  regions!: string[] | null;

  @Field(() => Int, { nullable: true, description: `Audits par an, au plus. ${FOR_PROGRAMME}` })
  yearlyMaximum!: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes de ce que l’import a trouvé douteux ; pour l’auditeur lui-même et la coordination.',
  })
  registryWarnings!: string[] | null;

  @Field(() => [AuditorUnavailabilityType], {
    description: 'Jours d’indisponibilité ; vide pour qui n’a pas à les connaître.',
  })
  unavailabilities!: object[];

  @Field(() => [AffiliationType], {
    description:
      'Rattachements : tous pour l’auditeur lui-même et le programme, les employeurs du jour pour les autres.',
  })
  affiliations!: object[];

  @EdgeField(() => DeclarationOfInterestsConnection, {
    description: 'Déclarations d’intérêts ; vide sauf pour l’auditeur lui-même et la coordination.',
  })
  declarations!: object;

  @Field(() => DeclarationOfInterestsType, {
    nullable: true,
    description: 'Dernière déclaration signée ; son état dit si elle a expiré.',
  })
  currentDeclaration!: object | null;

  @EdgeField(() => AssignmentConnection, { description: 'Affectations que vous pouvez voir.' })
  assignments!: object;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant.' })
  availableTransitions!: TransitionType[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

/** Days on which an auditor cannot be called on. */
@ObjectType('AuditorUnavailability', {
  implements: Node,
  description: 'Indisponibilité d’un auditeur. Days on which an auditor cannot be called on.',
  simpleResolvers: true,
})
export class AuditorUnavailabilityType extends Node {
  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => CalendarDateScalar, { description: 'Premier jour.' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { description: 'Dernier jour.' })
  toDate!: string;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const AuditorConnection = connectionOf('Auditor', () => AuditorType);
