import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { issueAttestation } from '../../server/reports';
import { payloadOf } from '../relay/write';
import { AttestationIssueInput } from './attestation.inputs';
import { AttestationType } from './attestation.type';

const AttestationIssuePayload = payloadOf('AttestationIssuePayload', { attestation: () => AttestationType });

/** Attestations that an audit took place. */
@Resolver()
export class AttestationResolver {
  @Mutation(() => AttestationIssuePayload, {
    description:
      'Faire attester que l’audit a eu lieu, sans aucun résultat : ce que le service peut montrer à une autorité. (SERVICE_MANAGER)',
  })
  attestationIssue(
    @Arg('input', () => AttestationIssueInput) input: AttestationIssueInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, issueAttestation(context.application.trailSigner));
  }
}
