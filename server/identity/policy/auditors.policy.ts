import type { RowRule } from '../../database/read-model';
import type { Viewer } from '../../kernel/viewer';
import type { FieldRule, RoomPolicy } from '../access';
import { amongIds, both, either, NOTHING } from '../row-rules';

const programmeRoles = ['COORDINATOR', 'STEERING_MEMBER'] as const;

function ofProgramme({ roles }: Viewer): boolean {
  return programmeRoles.some((role) => roles.has(role));
}

/** What the coordination composes teams by, and auditors know of themselves. */
const forTheProgramme: FieldRule = { to: ['SELF', ...programmeRoles] };

/** Rows of one auditor: his own, or all of them for the coordination. */
const ownDeclarations: RowRule = (viewer, t, bind) =>
  viewer.roles.has('COORDINATOR')
    ? null
    : amongIds(`${t}.auditor_id`, viewer.auditorId ? [viewer.auditorId] : [], bind);

/** Employers of today: what a service may know of an auditor's ties. */
const employersOf = (t: string): string =>
  `${t}.kind = 'EMPLOYMENT' and (${t}.to_date is null or ${t}.to_date >= (now() at time zone 'Europe/Paris')::date)`;

/**
 * Auditors: the coordination, the G4 and themselves. Whoever sees an object that leads to an auditor (an assignment
 * above all) sees who that is: name, profession, employers. Interests are for the auditor and the coordination alone.
 */
export const auditorsPolicy: RoomPolicy = {
  types: {
    Auditor: {
      seenBy:
        'La coordination et le comité de pilotage ; l’auditeur lui-même ; quiconque voit un objet qui mène à lui (une affectation de son audit, par exemple).',
      rows: (viewer, t, bind, within) =>
        within !== null || ofProgramme(viewer)
          ? null
          : amongIds(`${t}.id`, viewer.auditorId ? [viewer.auditorId] : [], bind),
      withRow:
        'id person profession affiliations unavailabilities declarations currentDeclaration assignments availableTransitions history version createdAt updatedAt',
      restricted: {
        rpps: { to: ['SELF', 'COORDINATOR'] },
        registryWarnings: { to: ['SELF', 'COORDINATOR'] },
        qualification: forTheProgramme,
        isLeadEligible: forTheProgramme,
        modalities: forTheProgramme,
        languages: forTheProgramme,
        regions: forTheProgramme,
        yearlyMaximum: forTheProgramme,
      },
    },
    Affiliation: {
      seenBy:
        'La coordination et le comité de pilotage ; la personne elle-même ; par l’auditeur, ses employeurs du moment pour qui voit l’auditeur.',
      rows: (viewer, t, bind, within) => {
        if (ofProgramme(viewer)) return null;
        const own = amongIds(`${t}.person_id`, viewer.personId ? [viewer.personId] : [], bind);
        return within === 'Auditor' ? either(own, employersOf(t)) : own;
      },
      withRow: 'id person organisation auditedService kind fromDate toDate source createdAt',
    },
    AuditorUnavailability: {
      seenBy: 'La coordination et le comité de pilotage ; l’auditeur lui-même.',
      rows: (viewer, t, bind, within) =>
        ofProgramme(viewer) ? null : ownDeclarations(viewer, t, bind, within),
      withRow: 'id auditor fromDate toDate createdAt',
    },
    DeclarationOfInterests: {
      seenBy:
        'La coordination ; l’auditeur lui-même. Jamais un service, ni un autre auditeur, ni le comité de pilotage.',
      rows: ownDeclarations,
      withRow:
        'id auditor state signedAt expiresOn interests availableTransitions history version createdAt updatedAt',
    },
    Interest: {
      seenBy: 'La coordination ; l’auditeur lui-même.',
      rows: (viewer, t, bind, within) => {
        if (viewer.accountId === null) return NOTHING;
        if (within === 'DeclarationOfInterests') return null;
        const declared = both(`d.id = ${t}.declaration_id`, ownDeclarations(viewer, 'd', bind, null));
        return declared === NOTHING
          ? NOTHING
          : `exists (select 1 from declaration_of_interests d where ${declared})`;
      },
      withRow: 'id position kind organisation auditedService description fromDate toDate',
    },
  },
  mutations: {
    auditorsImport: ['COORDINATOR'],
    auditorUpdate: ['SELF', 'COORDINATOR'],
    auditorAccountCreate: ['COORDINATOR'],
    auditorAdmit: ['COORDINATOR'],
    auditorStartTraining: ['COORDINATOR'],
    auditorEvaluate: ['COORDINATOR'],
    auditorQualify: ['COORDINATOR'],
    auditorSuspend: ['COORDINATOR'],
    auditorLapse: ['COORDINATOR'],
    auditorReinstate: ['COORDINATOR'],
    auditorRetire: ['COORDINATOR'],
    auditorUnavailabilityAdd: ['SELF', 'COORDINATOR'],
    auditorUnavailabilityRemove: ['SELF', 'COORDINATOR'],
    affiliationDeclare: ['SELF', 'COORDINATOR'],
    affiliationEnd: ['SELF', 'COORDINATOR'],
    declarationCreate: ['SELF'],
    declarationUpdate: ['SELF'],
    declarationSign: ['SELF'],
  },
  queries: {
    auditor: ['SIGNED_IN'],
    auditors: ['SIGNED_IN'],
    declarationOfInterests: ['SIGNED_IN'],
  },
  arguments: {
    'Auditor.filter.qualifications': { reveals: 'qualification', to: forTheProgramme.to },
    'Auditor.filter.departmentCodes': { reveals: 'affiliations', to: forTheProgramme.to },
  },
};
