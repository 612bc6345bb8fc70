import { sentence, type Sentence } from './sentence';

/** The authorities, those who write templates or keep accounts, those without a part. */
export const aboutOutsiders: readonly Sentence[] = [
  sentence(
    'the authorities never see a site',
    ['observer > AuditedService A', 'observer > Organisation A', 'observer > ServiceOrganisation A'],
    ['analyst > AuditedService A'],
  ),
  sentence(
    'the authorities never see an audit',
    ['observer > Audit A.CLOSED', 'observer > Campaign.audits CLOSED'],
    ['coordinator > Campaign.audits CLOSED'],
  ),
  sentence(
    'the authorities never see a report',
    ['observer > Report A.CLOSED/v1'],
    ['manager A > Report A.CLOSED/v1'],
  ),
  sentence(
    'the authorities never see a finding',
    ['observer > Finding A.CLOSED/FINAL'],
    ['coordinator > Finding A.CLOSED/FINAL'],
  ),
  sentence(
    'the authorities never see a corrective action',
    ['observer > CorrectiveAction A.CLOSED/VERIFIED'],
    ['coordinator > CorrectiveAction A.CLOSED/VERIFIED'],
  ),
  sentence(
    'the authorities never see an auditor',
    ['observer > Auditor lead A', 'observer > Person lead A'],
    ['coordinator > Auditor lead A'],
  ),
  sentence(
    'the authorities see a campaign once its synthesis is published, and not before',
    ['observer > Campaign ON_SITE', 'observer > Campaign FOLLOW_UP', 'observer > Campaign open'],
    ['observer > Campaign CLOSED'],
  ),
  sentence(
    'the authorities read a synthesis once it is published, and never its draft',
    ['observer > Synthesis FOLLOW_UP', 'observer > ServiceComparison A.CLOSED'],
    ['observer > Synthesis CLOSED', 'observer > Campaign.synthesis CLOSED'],
  ),
  sentence(
    'the authorities see by which template was audited',
    ['observer > TemplateVersion draft'],
    ['observer > TemplateVersion published'],
  ),
  sentence(
    'an analyst never sees an audit',
    ['analyst > Audit A.CLOSED', 'analyst > Campaign.audits CLOSED'],
    ['coordinator > Audit A.CLOSED'],
  ),
  sentence(
    'an analyst never sees a report or a grade',
    ['analyst > Report A.CLOSED/v1', 'analyst > Grade A.CLOSED/s1 consensus'],
    ['coordinator > Report A.CLOSED/v1'],
  ),
  sentence(
    'an analyst never sees an auditor or his ties',
    ['analyst > Auditor lead A', 'analyst > Affiliation lead A employed'],
    ['steering member > Affiliation lead A employed'],
  ),
  sentence(
    'an administrator sees accounts, never content',
    [
      'admin > Audit A.ON_SITE',
      'admin > Finding A.CLOSED/FINAL',
      'admin > Report A.CLOSED/v1',
      'admin > Evidence A.ON_SITE/evidence',
    ],
    ['admin > Account manager A', 'admin > RoleGrant lead A AUDITOR'],
  ),
  sentence(
    'an administrator never sees interests or ties of auditors',
    [
      'admin > DeclarationOfInterests lead A SIGNED',
      'admin > Interest lead A SIGNED',
      'admin > Affiliation lead A employed',
    ],
    ['coordinator > Affiliation lead A employed'],
  ),
  sentence(
    'an administrator never sees teams, recusals or conflicts',
    [
      'admin > Assignment A.ON_SITE/lead',
      'admin > Recusal A.RECUSAL_WINDOW/lead',
      'admin > Conflict A.ON_SITE/lead',
    ],
    ['coordinator > Assignment A.ON_SITE/lead'],
  ),
  sentence(
    'an editor of templates never sees an audit',
    ['editor > Audit A.ON_SITE', 'editor > Grade A.CLOSED/s1 consensus'],
    ['editor > TemplateVersion draft'],
  ),
  sentence(
    'a draft template is for those who write and choose templates',
    [
      'manager A > TemplateVersion draft',
      'lead A > TemplateVersion draft',
      'analyst > Criterion draft',
      'roleless > Section draft',
      'admin > Crosswalk draft',
    ],
    ['editor > TemplateVersion draft', 'steering member > Criterion draft', 'coordinator > Section draft'],
  ),
  sentence(
    'a draft template shows itself through no other object',
    ['manager A > AuditTemplate.versions draft', 'manager A > ReferenceText.crosswalk of a draft'],
    ['editor > AuditTemplate.versions draft', 'editor > ReferenceText.crosswalk of a draft'],
  ),
  sentence(
    'published templates are for all who sign in',
    ['nobody > TemplateVersion published', 'nobody > Criterion published'],
    ['roleless > TemplateVersion published'],
  ),
  sentence(
    'a campaign in the drawer is for the programme alone',
    [
      'manager A > Campaign draft',
      'lead A > Campaign draft',
      'analyst > Campaign draft',
      'manager A > Application.campaign A.EARLY',
    ],
    ['steering member > Campaign draft'],
  ),
  sentence(
    'a call that is open is seen by all who take part',
    ['observer > Campaign open', 'roleless > Campaign open', 'nobody > Campaign open'],
    ['manager B > Campaign open', 'lead A > Campaign open'],
  ),
  sentence(
    'who has no role takes no part',
    ['roleless > AuditedService A', 'roleless > Organisation A', 'roleless > Campaign ON_SITE'],
    ['reader A > AuditedService A'],
  ),
  sentence(
    'who has no role sees himself',
    ['roleless > Account manager A'],
    ['roleless > Account roleless', 'roleless > Person roleless'],
  ),
  sentence(
    'a role that has ended, was revoked or has not begun counts for nothing',
    [
      'former > Audit A.ON_SITE',
      'former > Account manager A',
      'former > AuditedService A',
      'former > Campaign draft',
    ],
    ['coordinator > Audit A.ON_SITE', 'former > RoleGrant former COORDINATOR ended'],
  ),
  sentence(
    'a disabled account sees nothing, not even itself',
    ['disabled > Account disabled', 'disabled > Person disabled', 'disabled > Audit A.ON_SITE'],
    ['admin > Account.disabledAt disabled'],
  ),
  sentence(
    'whoever has not signed in sees nothing',
    [
      'nobody > Audit A.CLOSED',
      'nobody > Campaign CLOSED',
      'nobody > AuditedService A',
      'nobody > Scale published',
    ],
    ['roleless > Scale published'],
  ),
  sentence(
    'accounts are for the coordination and the administration',
    [
      'steering member > Account manager A',
      'manager A > Account contributor A',
      'lead A > Account manager A',
    ],
    ['coordinator > Account manager A', 'manager A > Account manager A'],
  ),
  sentence(
    'an operation is for whoever started it',
    [
      'coordinator > Operation tied coordinator',
      'admin > Operation coordinator',
      'tied coordinator > OperationProblem coordinator',
    ],
    ['coordinator > Operation coordinator', 'coordinator > OperationProblem coordinator'],
  ),
  sentence(
    'the register of sites is for all who take part',
    ['nobody > OrganisationLink A-X', 'observer > OrganisationLink A-X'],
    ['lead A > OrganisationLink A-X', 'manager B > AuditedService A'],
  ),
];
