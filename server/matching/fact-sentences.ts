import type { Viewer } from '../kernel/viewer';
import type { CalendarDate } from '../kernel/working-days';
import type { LocalisedText } from '../templates';
import type {
  FactSource,
  LinkedTie,
  PracticeKind,
  ReciprocalAudit,
  StructureTie,
  TeamMate,
} from './conflict-rules';

// The facts of conflict rules as a coordinator reads them, in both languages, each with its dates and its source.

/** What a rule saw. */
export interface FactSentence extends LocalisedText {
  /** The service of whose audit it tells: whoever is walled off from that one must not learn of it here. */
  about?: string;
}

const WALLED: LocalisedText = {
  fr: 'Réciprocité par un audit qui vous est caché',
  en: 'Reciprocity through an audit that is hidden from you',
};

/** A fact as a reader may know it, in his language. */
export function factFor(fact: FactSentence, { locale, walledServices }: Viewer): string {
  return (fact.about !== undefined && walledServices.has(fact.about) ? WALLED : fact)[locale];
}

const KIND: Record<PracticeKind, LocalisedText> = {
  EMPLOYMENT: { fr: 'emploi', en: 'employment' },
  LOCUM: { fr: 'remplacement', en: 'locum work' },
  TRAINING: { fr: 'formation', en: 'training' },
  OWNERSHIP: { fr: 'parts détenues', en: 'ownership' },
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

/** Which member of the team practises where the auditor does. */
export function teamMateSentence(mate: TeamMate): LocalisedText {
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

function spanFr({ from, to }: { from: CalendarDate; to: CalendarDate | null }): string {
  return to === null ? `depuis le ${dayFr(from)}` : `du ${dayFr(from)} au ${dayFr(to)}`;
}

function spanEn({ from, to }: { from: CalendarDate; to: CalendarDate | null }): string {
  return to === null ? `since ${from}` : `from ${from} to ${to}`;
}

function dayFr(date: CalendarDate): string {
  return date.split('-').reverse().join('/');
}
