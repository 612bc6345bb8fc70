import type { AffiliationKind } from '../../auditors';
import type { Viewer } from '../../kernel/viewer';
import type { CalendarDate } from '../../kernel/working-days';
import type { ConflictStepFile, LocalisedText } from '../../templates';
import type {
  DeclaredInterest,
  FactSource,
  LinkedTie,
  Period,
  PersonTie,
  PreviousAudit,
  ReadingContract,
  ReciprocalAudit,
  SharedFunding,
  StructureTie,
  TeamMate,
} from './facts';

// The facts of conflict rules as a coordinator reads them, in both languages, each with its dates and its source.

/** What a rule saw. */
export interface FactSentence extends LocalisedText {
  /** The service of whose audit it tells: whoever is walled off from that one must not learn of it here. */
  about?: string;
  /** The auditor whose declared interest or personal tie it tells: only he and the coordination read what it is. */
  interestOf?: string;
}

const WALLED: LocalisedText = {
  fr: 'Réciprocité par un audit qui vous est caché',
  en: 'Reciprocity through an audit that is hidden from you',
};

const DECLARED_INTEREST: LocalisedText = {
  fr: 'Intérêt déclaré, lisible par la coordination et par l’auditeur',
  en: 'Declared interest, for the coordination and the auditor to read',
};

/** A fact as a reader may know it, in his language. */
export function factFor(fact: FactSentence, viewer: Viewer): string {
  return readable(fact, viewer)[viewer.locale];
}

function readable(fact: FactSentence, { roles, auditorId, walledServices }: Viewer): LocalisedText {
  if (fact.about !== undefined && walledServices.has(fact.about)) return WALLED;
  const isInterest = fact.interestOf !== undefined && fact.interestOf !== auditorId;
  return isInterest && !roles.has('COORDINATOR') ? DECLARED_INTEREST : fact;
}

const KIND: Record<AffiliationKind, LocalisedText> = {
  EMPLOYMENT: { fr: 'emploi', en: 'employment' },
  LOCUM: { fr: 'remplacement', en: 'locum work' },
  TRAINING: { fr: 'formation', en: 'training' },
  OWNERSHIP: { fr: 'parts détenues', en: 'ownership' },
  CONSULTING: { fr: 'conseil', en: 'consulting' },
  TELERADIOLOGY: { fr: 'téléradiologie', en: 'teleradiology' },
};

const INTEREST: Record<DeclaredInterest['kind'], LocalisedText> = {
  FAMILY: { fr: 'lien familial', en: 'family tie' },
  LITIGATION: { fr: 'litige', en: 'litigation' },
  FINANCIAL: { fr: 'intérêt financier', en: 'financial interest' },
  RESEARCH: { fr: 'recherche', en: 'research' },
};

const PERSON_TIE: Record<PersonTie['kind'], LocalisedText> = {
  PERSONAL_TIE: { fr: 'lien personnel', en: 'personal tie' },
  FINANCIAL_INTEREST: { fr: 'intérêt financier', en: 'financial interest' },
  EXTERNAL_INSPECTION: { fr: 'inspection ou évaluation', en: 'inspection or assessment' },
  JOINT_RESEARCH: { fr: 'recherche commune', en: 'joint research' },
};

const SOURCE: Record<FactSource, LocalisedText> = {
  DECLARED: { fr: 'déclaré', en: 'declared' },
  REGISTRY: { fr: 'registre', en: 'registry' },
};

/** Where the auditor practises or practised, as what, from when to when. */
export function practiceSentence(tie: StructureTie): LocalisedText {
  const place = tie.service === null ? tie.organisation : `${tie.organisation}, ${tie.service}`;
  return {
    fr: `${place} : ${KIND[tie.kind].fr}, ${spanFr(tie)} (source : ${SOURCE[tie.source].fr})`,
    en: `${place}: ${KIND[tie.kind].en}, ${spanEn(tie)} (source: ${SOURCE[tie.source].en})`,
  };
}

/** Which organisation of the auditor is linked to which organisation of the service, and how. */
export function linkSentence(tie: LinkedTie): LocalisedText {
  const through = tie.grouping === null ? '' : ` (${tie.grouping})`;
  return {
    fr: `${tie.organisation} : ${KIND[tie.kind].fr} ; lié à ${tie.linkedOrganisation} par ${tie.link}${through}, ${spanFr(tie)} (source : ${SOURCE[tie.source].fr})`,
    en: `${tie.organisation}: ${KIND[tie.kind].en}; linked to ${tie.linkedOrganisation} by ${tie.link}${through}, ${spanEn(tie)} (source: ${SOURCE[tie.source].en})`,
  };
}

/** Who of the service audited, or is to audit, which structure of the auditor. */
export function reciprocitySentence({
  person,
  service,
  serviceId,
  auditedOn,
}: ReciprocalAudit): FactSentence {
  const about = serviceId === undefined ? {} : { about: serviceId };
  return auditedOn === null
    ? {
        ...about,
        fr: `${person}, du service audité, est dans l’équipe d’audit de ${service} dans cette campagne`,
        en: `${person}, of the audited service, is on the team that audits ${service} in this campaign`,
      }
    : {
        ...about,
        fr: `${person}, du service audité, a audité ${service} le ${dayFr(auditedOn)}`,
        en: `${person}, of the audited service, audited ${service} on ${auditedOn}`,
      };
}

/** A contract by which one structure reads the images of the other. */
export function contractSentence(contract: ReadingContract): LocalisedText {
  return {
    fr: `Contrat de téléradiologie avec ${contract.organisation} (${contract.description}), ${spanFr(contract)} (source : ${SOURCE[contract.source].fr})`,
    en: `Teleradiology contract with ${contract.organisation} (${contract.description}), ${spanEn(contract)} (source: ${SOURCE[contract.source].en})`,
  };
}

/** What the auditor declared, without his words for it. */
export function interestSentence(interest: DeclaredInterest): FactSentence {
  const { kind, place, signedOn, auditorId } = interest;
  return {
    ...(auditorId === undefined ? {} : { interestOf: auditorId }),
    fr: `${place} : ${INTEREST[kind].fr}, ${spanFr(interest)} (source : déclaration signée le ${dayFr(signedOn)})`,
    en: `${place}: ${INTEREST[kind].en}, ${spanEn(interest)} (source: declaration signed on ${signedOn})`,
  };
}

/** What ties the auditor as a person to the structure, or to somebody of it. */
export function personTieSentence(tie: PersonTie): FactSentence {
  const { kind, other, description, source, auditorId } = tie;
  return {
    ...(auditorId === undefined ? {} : { interestOf: auditorId }),
    fr: `${other} : ${PERSON_TIE[kind].fr} (${description}), ${spanFr(tie)} (source : ${SOURCE[source].fr})`,
    en: `${other}: ${PERSON_TIE[kind].en} (${description}), ${spanEn(tie)} (source: ${SOURCE[source].en})`,
  };
}

/** Which workplace makes a competitor of the auditor, in which area. @param kilometres from the nearest workplace */
export function competitorSentence(
  workplace: string,
  kilometres: number | null,
  step: ConflictStepFile,
): LocalisedText {
  if (step.kilometres !== undefined) {
    const whole = Math.floor(kilometres ?? 0);
    return {
      fr: `Exerce à ${workplace}, à ${whole} km (moins de ${step.kilometres} km)`,
      en: `Practises at ${workplace}, ${whole} km away (less than ${step.kilometres} km)`,
    };
  }
  const area = AREA[step.area ?? 'REGION'];
  return { fr: `Exerce à ${workplace}, ${area.fr}`, en: `Practises at ${workplace}, ${area.en}` };
}

const AREA: Record<NonNullable<ConflictStepFile['area']>, LocalisedText> = {
  DEPARTMENT: { fr: 'dans le même département', en: 'in the same department' },
  REGION: { fr: 'dans la même région', en: 'in the same region' },
  BASIN: { fr: 'dans le même bassin de patients', en: 'in the same patient basin' },
};

/** In which campaign the auditor audited the service before. */
export function previousAuditSentence({ campaign }: PreviousAudit): LocalisedText {
  return {
    fr: `A audité ce service dans la campagne ${campaign}`,
    en: `Audited this service in campaign ${campaign}`,
  };
}

/** Which vendor funds both sides. */
export function fundingSentence(funding: SharedFunding): LocalisedText {
  return {
    fr: `${funding.vendor} finance l’auditeur et le service, ${spanFr(funding)}`,
    en: `${funding.vendor} funds both the auditor and the service, ${spanEn(funding)}`,
  };
}

/** Which member of the team practises where the auditor does, or has a personal tie with him. */
export function teamMateSentence(mate: TeamMate): FactSentence {
  if (mate.organisation === null)
    return {
      ...(mate.auditorId === undefined ? {} : { interestOf: mate.auditorId }),
      fr: `Lien personnel avec ${mate.person}, de la même équipe, ${spanFr(mate)}`,
      en: `Personal tie with ${mate.person}, of the same team, ${spanEn(mate)}`,
    };
  return {
    fr: `${mate.person}, de la même équipe, exerce aussi à ${mate.organisation}, ${spanFr(mate)}`,
    en: `${mate.person}, of the same team, practises at ${mate.organisation} too, ${spanEn(mate)}`,
  };
}

/** That the service's recusal was granted. */
export function recusalSentence(decidedOn: CalendarDate | null): LocalisedText {
  return {
    fr: `Récusation admise pour cet audit${decidedOn === null ? '' : ` le ${dayFr(decidedOn)}`}`,
    en: `Recusal granted for this audit${decidedOn === null ? '' : ` on ${decidedOn}`}`,
  };
}

/** That the auditor stepped down; the reason stays with him and the coordination. */
export function selfRecusalSentence(declaredOn: CalendarDate | null): LocalisedText {
  return {
    fr: `L’auditeur a déclaré un conflit sur cet audit${declaredOn === null ? '' : ` le ${dayFr(declaredOn)}`}`,
    en: `The auditor declared a conflict on this audit${declaredOn === null ? '' : ` on ${declaredOn}`}`,
  };
}

/** That no declaration counts any more; the last one, if there was one. */
export function missingDeclarationSentence(lastSignedOn: CalendarDate | null): LocalisedText {
  return lastSignedOn === null
    ? { fr: 'Aucune déclaration d’intérêts signée', en: 'No signed declaration of interests' }
    : {
        fr: `Dernière déclaration d’intérêts trop ancienne : signée le ${dayFr(lastSignedOn)}`,
        en: `Last declaration of interests too old: signed on ${lastSignedOn}`,
      };
}

function spanFr({ from, to }: Period): string {
  if (from === null) return to === null ? 'en cours' : `jusqu’au ${dayFr(to)}`;
  return to === null ? `depuis le ${dayFr(from)}` : `du ${dayFr(from)} au ${dayFr(to)}`;
}

function spanEn({ from, to }: Period): string {
  if (from === null) return to === null ? 'lasting' : `until ${to}`;
  return to === null ? `since ${from}` : `from ${from} to ${to}`;
}

function dayFr(date: CalendarDate): string {
  return date.split('-').reverse().join('/');
}
