import { sentence, type Sentence } from './sentence';

/** What is asked, answered and said of evidence: between a service and its team. */
export const aboutEvidence: readonly Sentence[] = [
  sentence(
    'a service never sees what another is asked to show',
    ['manager A > EvidenceRequest B.ON_SITE/request'],
    ['manager A > EvidenceRequest A.ON_SITE/request', 'reader A > EvidenceRequest A.ON_SITE/request'],
  ),
  sentence(
    'a service never sees what another answered to a request',
    ['manager A > EvidenceAnswer B.FOLLOW_UP/answer'],
    ['manager A > EvidenceAnswer A.FOLLOW_UP/answer'],
  ),
  sentence(
    'a service never sees what a team says of the evidence of another',
    ['manager A > EvidenceVerdict B.FOLLOW_UP/verdict'],
    ['manager A > EvidenceVerdict A.FOLLOW_UP/verdict'],
  ),
  sentence(
    'an auditor never sees what another team asks for, is given and says of it',
    [
      'lead B > EvidenceRequest A.ON_SITE/request',
      'lead B > EvidenceAnswer A.ON_SITE/answer',
      'lead B > EvidenceVerdict A.ON_SITE/verdict',
      'proposed A > EvidenceRequest A.ON_SITE/request',
    ],
    ['member A > EvidenceRequest A.ON_SITE/request', 'watcher A > EvidenceVerdict A.ON_SITE/verdict'],
  ),
  sentence(
    'the programme reads how many requests wait, and never what is asked, answered or said of it',
    [
      'coordinator > EvidenceRequest A.ON_SITE/request',
      'coordinator > EvidenceAnswer A.CLOSED/answer',
      'coordinator > EvidenceVerdict A.FOLLOW_UP/verdict',
      'coordinator > Audit.evidenceRequests A.ON_SITE',
      'steering member > EvidenceRequest A.CLOSED/request',
      'tied coordinator > Audit.evidenceProgress.openCount A.ON_SITE',
      'observer > Audit.evidenceProgress.openCount A.CLOSED',
    ],
    ['coordinator > Audit.evidenceProgress.openCount A.ON_SITE', 'lead A > Audit.evidenceRequests A.ON_SITE'],
  ),
  sentence(
    'a service never learns who of the team asked or decided',
    [
      'manager A > EvidenceRequest.askedBy A.ON_SITE/request',
      'manager A > EvidenceAnswer.decidedBy A.FOLLOW_UP/answer',
      'manager A > EvidenceVerdict.decidedBy A.FOLLOW_UP/verdict',
    ],
    [
      'member A > EvidenceRequest.askedBy A.ON_SITE/request',
      'lead A > EvidenceVerdict.decidedBy A.ON_SITE/verdict',
    ],
  ),
  sentence(
    'what a service covers is for itself and its team: never the programme, an authority or another service',
    [
      'coordinator > AuditedService.referenceCoverage.code A',
      'steering member > AuditedService.referenceCoverage.code A',
      'analyst > AuditedService.referenceCoverage.code A',
      'observer > AuditedService.referenceCoverage.code A',
      'admin > AuditedService.referenceCoverage.code A',
      'manager B > AuditedService.referenceCoverage.code A',
      'lead B > AuditedService.referenceCoverage.code A',
      'proposed A > AuditedService.referenceCoverage.code C',
    ],
    [
      'reader A > AuditedService.referenceCoverage.code A',
      'member A > AuditedService.referenceCoverage.code A',
    ],
  ),
  sentence(
    'a service never judges its own evidence',
    [
      'manager A ! evidenceAccept A.ON_SITE/evidence',
      'manager A ! evidenceTurnDown A.ON_SITE/evidence',
      'manager A ! evidenceRequestAccept A.ON_SITE/request',
    ],
    ['lead A ! evidenceAccept A.ON_SITE/evidence', 'member A ! evidenceRequestAccept A.ON_SITE/request'],
  ),
  sentence(
    'nobody answers a request in the place of the service, its readers included',
    [
      'lead A ! evidenceRequestAnswer A.ON_SITE/request',
      'reader A ! evidenceRequestAnswer A.ON_SITE/request',
      'coordinator ! evidenceRequestAnswer A.ON_SITE/request',
    ],
    ['contributor A ! evidenceRequestAnswer A.ON_SITE/request'],
  ),
];
