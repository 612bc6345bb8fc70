import { FEEDBACK } from './feedback';
import { JUSTIFICATION } from './justification';
import { ORGANISATION } from './organisation';
import { REQUESTS } from './requests';
import type { Said, Undertaken } from './said';

const SAID: Readonly<Record<string, Said>> = { ...ORGANISATION, ...REQUESTS, ...JUSTIFICATION, ...FEEDBACK };

/**
 * What is said about a criterion of the template on justification.
 * @param code of the criterion: “T1-A1”
 * @throws Error when nothing is written for it
 */
export function saidOf(code: string): Said {
  const said = SAID[code];
  if (!said) throw new Error(`the demonstration has nothing to say about the criterion ${code}`);
  return said;
}

/** What a service undertakes about a finding: more about a gap than about advice. */
export function undertakenOf(code: string, kind: string): Undertaken {
  const { undertaken, advised } = saidOf(code);
  if (kind !== 'RECOMMENDATION') return undertaken;
  return {
    title: advised,
    cause: 'Conseil de l’équipe d’audit, que le service a retenu.',
    proof: 'Compte rendu de la mise en place, signé.',
    effect: 'Compte rendu lu ; la mise en place se voit.',
    lasting: 'Toujours en place six mois après.',
    inVain: 'La mise en place s’est arrêtée au bout d’un mois.',
  };
}
