import type { AffiliationKind } from '../../auditors';
import type { CalendarDate } from '../../kernel/working-days';

// What conflict rules look at: dated facts about one auditor and one audited service.

/** Ties through which a person belongs to a structure; consulting and teleradiology have rules of their own. */
export const PRACTICE_KINDS = ['EMPLOYMENT', 'LOCUM', 'TRAINING', 'OWNERSHIP'] as const;

/** Whether people declared a fact or a registry gave it. */
export type FactSource = 'DECLARED' | 'REGISTRY';

/** First and last day; null where it has no beginning that anybody knows, or has not ended. */
export interface Period {
  from: CalendarDate | null;
  to: CalendarDate | null;
}

/** The auditor has or had a tie with the audited structure. */
export interface StructureTie extends Period {
  kind: AffiliationKind;
  source: FactSource;
  organisation: string;
  /** Site named by the tie, if any. */
  service: string | null;
  /** The organisation runs the audited service today. */
  isSameEntity: boolean;
}

/** The auditor practises in an organisation that is linked to one of the audited service. */
export interface LinkedTie extends Period {
  kind: AffiliationKind;
  source: FactSource;
  organisation: string;
  linkedOrganisation: string;
  link: string;
  /** The grouping that both belong to; null when the link is direct. */
  grouping: string | null;
}

/** An organisation of the auditor reads images for the audited one, or the other way round. */
export interface ReadingContract extends Period {
  organisation: string;
  description: string;
  source: FactSource;
}

/** Someone of the audited service audited, or is to audit, a structure of the auditor. */
export interface ReciprocalAudit {
  person: string;
  service: string;
  serviceId?: string;
  /** Day of the visit; null while it is only planned. */
  auditedOn: CalendarDate | null;
  isSameCampaign: boolean;
}

/** What the auditor declared and signed about the audited structure, beside ways of practising there. */
export interface DeclaredInterest extends Period {
  kind: 'FAMILY' | 'LITIGATION' | 'FINANCIAL' | 'RESEARCH';
  /** Who declared it: he and the coordination read what it is. */
  auditorId?: string;
  /** Service or organisation that it names. */
  place: string;
  signedOn: CalendarDate;
}

/** A recorded tie of the auditor as a person with the audited structure or with somebody who works there. */
export interface PersonTie extends Period {
  kind: 'PERSONAL_TIE' | 'FINANCIAL_INTEREST' | 'EXTERNAL_INSPECTION' | 'JOINT_RESEARCH';
  /** Whose tie it is: he and the coordination read what it is. */
  auditorId?: string;
  /** Service, organisation or person at the other end. */
  other: string;
  description: string;
  source: FactSource;
}

/** Where the auditor works, as seen from the audited service; each is the name of a workplace, or null. */
export interface Neighbourhood {
  inDepartment: string | null;
  inRegion: string | null;
  inBasin: string | null;
  nearest: string | null;
  /** From the nearest workplace, great circle; null while a place is unknown. */
  kilometres: number | null;
}

/** The auditor audited the service before. */
export interface PreviousAudit {
  campaign: string;
  /** 1: the service's last audit before this campaign. */
  campaignsAgo: number;
}

/** A vendor funds both the auditor and the audited structure. */
export interface SharedFunding extends Period {
  vendor: string;
}

/** A member of the team practises in the same organisation as the auditor, or has a personal tie with him. */
export interface TeamMate extends Period {
  person: string;
  /** The auditor whose team mate it is: he and the coordination read of a personal tie. */
  auditorId?: string;
  /** Null for a personal tie. */
  organisation: string | null;
}

/** What the rules look at for one auditor and one service, whatever the day. */
export interface ConflictFacts {
  structureTies: readonly StructureTie[];
  linkedTies: readonly LinkedTie[];
  contracts: readonly ReadingContract[];
  reciprocalAudits: readonly ReciprocalAudit[];
  interests: readonly DeclaredInterest[];
  personTies: readonly PersonTie[];
  neighbourhoods: readonly Neighbourhood[];
  previousAudits: readonly PreviousAudit[];
  sharedFunding: readonly SharedFunding[];
  teamMates: readonly TeamMate[];
  /** Recusals of this auditor that the service was granted on this audit. */
  grantedRecusals: readonly { decidedOn: CalendarDate | null }[];
  /** Conflicts that the auditor declared on this audit. */
  selfRecusals: readonly { declaredOn: CalendarDate | null }[];
  /** Declarations of interests that are signed and in force. */
  declarations: readonly { signedOn: CalendarDate }[];
}

/** No fact at all; not even a declaration. */
export const NO_FACTS: ConflictFacts = {
  structureTies: [],
  linkedTies: [],
  contracts: [],
  reciprocalAudits: [],
  interests: [],
  personTies: [],
  neighbourhoods: [],
  previousAudits: [],
  sharedFunding: [],
  teamMates: [],
  grantedRecusals: [],
  selfRecusals: [],
  declarations: [],
};
