import { Identity1795000000001 } from './1795000000001-identity';
import { Templates1795000000002 } from './1795000000002-templates';
import { ServicesAndAuditors1795000000003 } from './1795000000003-services-and-auditors';
import { CampaignsAndAudits1795000000004 } from './1795000000004-campaigns-and-audits';
import { GradesFindingsActions1795000000005 } from './1795000000005-grades-findings-actions';
import { SecondWall1795000000006 } from './1795000000006-second-wall';
import { SignIn1795000000007 } from './1795000000007-sign-in';
import { TrailChain1795000000008 } from './1795000000008-trail-chain';
import { ConflictGraph1795000000009 } from './1795000000009-conflict-graph';
import { MatchingRuns1795000000010 } from './1795000000010-matching-runs';
import { Uploads1795000000011 } from './1795000000011-uploads';
import { EvidenceScans1795000000012 } from './1795000000012-evidence-scans';
import { EvidenceRequests1795000000013 } from './1795000000013-evidence-requests';
import { Doses1795000000014 } from './1795000000014-doses';
import { MeasuredCriteria1795000000015 } from './1795000000015-measured-criteria';
import { CaseSamples1795000000016 } from './1795000000016-case-samples';
import { Signatures1795000000017 } from './1795000000017-signatures';
import { ReportDocuments1795000000018 } from './1795000000018-report-documents';
import { Synthesis1795000000019 } from './1795000000019-synthesis';
import { FollowUp1795000000020 } from './1795000000020-follow-up';
import { RadiationEvents1795000000021 } from './1795000000021-radiation-events';
import { Notifications1795000000022 } from './1795000000022-notifications';
import { Webhooks1795000000023 } from './1795000000023-webhooks';
import { ReportDownloads1795000000024 } from './1795000000024-report-downloads';
import { MessageLog1795000000026 } from './1795000000026-message-log';
import { ReportGuards1795000000027 } from './1795000000027-report-guards';
import { SightOfTheTied1795000000028 } from './1795000000028-sight-of-the-tied';

/** Every migration, in the order in which they run. */
export const migrations = [
  Identity1795000000001,
  Templates1795000000002,
  ServicesAndAuditors1795000000003,
  CampaignsAndAudits1795000000004,
  GradesFindingsActions1795000000005,
  SecondWall1795000000006,
  SignIn1795000000007,
  TrailChain1795000000008,
  ConflictGraph1795000000009,
  MatchingRuns1795000000010,
  Uploads1795000000011,
  EvidenceScans1795000000012,
  EvidenceRequests1795000000013,
  Doses1795000000014,
  MeasuredCriteria1795000000015,
  CaseSamples1795000000016,
  Signatures1795000000017,
  ReportDocuments1795000000018,
  Synthesis1795000000019,
  FollowUp1795000000020,
  RadiationEvents1795000000021,
  Notifications1795000000022,
  Webhooks1795000000023,
  ReportDownloads1795000000024,
  MessageLog1795000000026,
  ReportGuards1795000000027,
  SightOfTheTied1795000000028,
];
