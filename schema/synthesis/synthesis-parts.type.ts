import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { FindingKind, FindingSeverity } from '../../server/findings';
import type { DoseQuantity } from '../../server/measures';
import { FINDING_KIND, FINDING_SEVERITY } from '../findings/finding-words';
import { DOSE_QUANTITY } from '../measures/dose-words';
import { ServiceShareType } from './figures.type';

/** Services that have something in common. */
@ObjectType('CountedServices', {
  description: 'Services qui ont un trait en commun. Services that have something in common.',
  simpleResolvers: true,
})
class CountedServicesType {
  @Field(() => String, { description: 'Code du trait.' })
  code!: string;

  @Field(() => Int, { nullable: true, description: 'Leur nombre ; null : retenu.' })
  services!: number | null;
}

/** Services of a region. */
@ObjectType('RegionParticipation', {
  description: 'Services d’une région. Services of a region.',
  simpleResolvers: true,
})
class RegionParticipationType {
  @Field(() => String, { description: 'Code de la région.' })
  code!: string;

  @Field(() => String, { description: 'Nom de la région.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Leur nombre ; null : retenu.' })
  services!: number | null;

  @Field(() => [CountedServicesType], { description: 'Par secteur.' })
  bySector!: CountedServicesType[];
}

/** Which services took part. */
@ObjectType('Participation', {
  description: 'Services qui ont pris part à la campagne, sans les nommer. Which services took part.',
  simpleResolvers: true,
})
export class ParticipationType {
  @Field(() => [CountedServicesType], { description: 'Par secteur.' })
  sectors!: CountedServicesType[];

  @Field(() => [RegionParticipationType], { description: 'Par région, puis secteur.' })
  regions!: RegionParticipationType[];

  @Field(() => [CountedServicesType], { description: 'Par taille : nombre de scanners et d’IRM.' })
  sizes!: CountedServicesType[];

  @Field(() => [CountedServicesType], { description: 'Par technique ; un service en a plusieurs.' })
  modalities!: CountedServicesType[];
}

/** How many services have findings of a kind. */
@ObjectType('SynthesisFinding', {
  description:
    'Constats regroupés : combien de services en ont, jamais ce qu’ils disent. Findings, grouped and counted.',
  simpleResolvers: true,
})
export class SynthesisFindingType {
  @Field(() => String, { nullable: true, description: 'Code du critère ; null : tous ensemble.' })
  criterion!: string | null;

  @Field(() => FINDING_KIND, { description: 'Nature des constats.' })
  kind!: FindingKind;

  @Field(() => FINDING_SEVERITY, { nullable: true, description: 'Gravité ; null : toutes ensemble.' })
  severity!: FindingSeverity | null;

  @Field(() => ServiceShareType, { description: 'Services qui en ont au moins un.' })
  services!: ServiceShareType;
}

/** How long it takes until corrective actions work. */
@ObjectType('TimeToEffective', {
  description:
    'Délai jusqu’à l’efficacité des actions correctives, et non jusqu’à leur clôture. Time until corrective actions are known to work.',
  simpleResolvers: true,
})
export class TimeToEffectiveType {
  @Field(() => Int, {
    nullable: true,
    description:
      'Services qui ont des actions : un minimum, arrondi au multiple de cinq inférieur ; null : tous, ou presque tous.',
  })
  services!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Jours depuis le rapport, médiane des services ; null tant que la moitié n’y est pas.',
  })
  medianDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Borne basse à 95 % ; null sous douze services.' })
  lowDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Borne haute à 95 % ; null sous douze services.' })
  highDays!: number | null;

  @Field(() => Float, { description: 'Part des actions dont l’efficacité n’est pas établie, de 0 à 1.' })
  openShare!: number;
}

/** A dose over services. */
@ObjectType('SynthesisDose', {
  description: 'Dose d’un examen : médianes des services. A dose over services.',
  simpleResolvers: true,
})
export class SynthesisDoseType {
  @Field(() => String, { description: 'Code de l’examen.' })
  exam!: string;

  @Field(() => String, { description: 'Code de la population.' })
  population!: string;

  @Field(() => DOSE_QUANTITY, { description: 'Grandeur.' })
  quantity!: DoseQuantity;

  @Field(() => String, { description: 'mGy, mGy.cm ou mGy.cm2.' })
  unit!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Services qui ont assez de relevés : un minimum, arrondi au multiple de cinq inférieur ; null : tous, ou presque tous.',
  })
  services!: number | null;

  @Field(() => Float, { description: 'Médiane des médianes, à trois chiffres.' })
  median!: number;

  @Field(() => Float, { nullable: true, description: 'Premier quartile ; null sous dix services.' })
  lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'Troisième quartile ; null sous dix services.' })
  upperQuartile!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Niveau de référence national, le dernier jour des visites.',
  })
  nrd!: number | null;

  @Field(() => Float, { nullable: true, description: 'Valeur guide diagnostique.' })
  vgd!: number | null;
}
