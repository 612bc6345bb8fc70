import { Field, ObjectType } from 'type-graphql';
import { CORRECTIVE_ACTION_NOTE_KINDS, type CorrectiveActionNoteKind } from '../../server/corrective-actions';
import { EvidenceType } from '../evidence/evidence.type';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

/** Kinds of a note. */
export const CORRECTIVE_ACTION_NOTE_KIND = enumeration(
  CORRECTIVE_ACTION_NOTE_KINDS,
  'CorrectiveActionNoteKind',
  'Nature d’une note de suivi.',
  {
    PROGRESS: 'Avancement.',
    PROOF: 'Preuve.',
    VERIFICATION: 'Vérification.',
    REOPENING: 'Réouverture.',
    WAIVER: 'Dérogation demandée ou accordée.',
  },
);

/** What is reported on a corrective action. */
@ObjectType('CorrectiveActionNote', {
  implements: Node,
  description: 'Note de suivi d’une action corrective.',
  simpleResolvers: true,
})
export class CorrectiveActionNoteType extends Node {
  @Field(() => CORRECTIVE_ACTION_NOTE_KIND)
  kind!: CorrectiveActionNoteKind;

  @Field(() => String)
  text!: string;

  @Field(() => EvidenceType, { nullable: true, description: 'Preuve jointe, du même audit.' })
  evidence!: object | null;

  @Field(() => InstantScalar)
  createdAt!: string;
}
