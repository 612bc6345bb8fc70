import { sentence, type Sentence } from './sentence';

/** What members of a team see of each other, and of auditors elsewhere. */
export const aboutColleagues: readonly Sentence[] = [
  sentence(
    'members of a team see each other',
    ['lead B > Assignment A.ON_SITE/member'],
    ['lead A > Assignment A.ON_SITE/member', 'member A > Assignment A.ON_SITE/lead'],
  ),
  sentence(
    'a team never sees who declined before it',
    ['lead A > Assignment A.ON_SITE/declined', 'hidden A > Assignment A.TEAM_PROPOSED/declined'],
    ['coordinator > Assignment A.ON_SITE/declined'],
  ),
  sentence(
    'a team never sees who declared a conflict',
    ['hidden A > Assignment A.TEAM_PROPOSED/declarer'],
    ['coordinator > Assignment A.TEAM_PROPOSED/declarer'],
  ),
  sentence(
    'a team never sees who was recused from it',
    ['lead A > Assignment A.ON_SITE/recused'],
    ['coordinator > Assignment A.ON_SITE/recused'],
  ),
  sentence(
    'an auditor reads his own reason, never a colleague’s',
    ['member A > Assignment.reason A.ON_SITE/lead'],
    ['lead A > Assignment.reason A.ON_SITE/lead'],
  ),
  sentence(
    'an auditor never sees the interests of a colleague',
    [
      'member A > DeclarationOfInterests lead A SIGNED',
      'member A > Interest lead A SIGNED',
      'member A > Assignment.auditor.declarations A.ON_SITE/lead',
    ],
    ['lead A > Interest lead A SIGNED'],
  ),
  sentence(
    'an auditor never sees the declaration of a colleague of another team',
    ['lead A > DeclarationOfInterests lead B SIGNED'],
    ['lead B > DeclarationOfInterests lead B SIGNED'],
  ),
  sentence(
    'an auditor keeps sight of his superseded declarations',
    ['member A > DeclarationOfInterests lead A SUPERSEDED'],
    ['lead A > DeclarationOfInterests lead A SUPERSEDED'],
  ),
  sentence(
    'an auditor never sees for whom a colleague consults',
    ['member A > Affiliation lead A consulting'],
    ['lead A > Affiliation lead A consulting'],
  ),
  sentence(
    'an auditor never sees the RPPS number of a colleague',
    ['member A > Assignment.auditor.rpps A.ON_SITE/lead'],
    ['lead A > Auditor.rpps lead A'],
  ),
  sentence(
    'an auditor never sees the e-mail address of a colleague',
    ['member A > Assignment.auditor.person.email A.ON_SITE/lead'],
    ['lead A > Person.email lead A'],
  ),
  sentence(
    'an auditor never sees how a colleague is qualified or how much he takes on',
    [
      'member A > Assignment.auditor.qualification A.ON_SITE/lead',
      'member A > Assignment.auditor.yearlyMaximum A.ON_SITE/lead',
    ],
    ['lead A > Auditor.qualification lead A', 'lead A > Auditor.yearlyMaximum lead A'],
  ),
  sentence(
    'an auditor never sees when a colleague is away',
    ['member A > AuditorUnavailability lead A'],
    ['lead A > AuditorUnavailability lead A'],
  ),
  sentence(
    'an auditor never browses the other auditors',
    ['lead A > Auditor lead B', 'lead A > Auditor member A'],
    ['lead A > Auditor lead A', 'coordinator > Auditor lead B'],
  ),
  sentence(
    'an auditor never reads what the registry says against a colleague',
    [
      'steering member > Auditor.registryWarnings lead A',
      'member A > Assignment.auditor.registryWarnings A.ON_SITE/lead',
    ],
    ['lead A > Auditor.registryWarnings lead A'],
  ),
  sentence(
    'an auditor never sees the conflicts found for him',
    ['lead A > Conflict A.ON_SITE/lead', 'lead A > Assignment.conflicts A.ON_SITE/lead'],
    ['coordinator > Assignment.conflicts A.ON_SITE/lead'],
  ),
  sentence(
    'an auditor never sees an application',
    ['lead A > Application A.CONFIRMED'],
    ['coordinator > Application A.CONFIRMED'],
  ),
  sentence(
    'an auditor never sees who has which role in the service that he audits',
    ['lead A > AuditedService.roleGrants A'],
    ['manager A > AuditedService.roleGrants A'],
  ),
];
