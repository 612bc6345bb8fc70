import type { Said } from './said';

/** Section C of the template on justification: each examination justified by itself. */
export const JUSTIFICATION: Readonly<Record<string, Said>> = {
  'T1-C1': {
    minor: [
      'La part des scanners jugés justifiés approche la cible sans l’atteindre.',
      'Les scanners du rachis sont jugés justifiés moins souvent que les autres.',
    ],
    major: 'La part des scanners que deux auditeurs jugent justifiés est loin de la cible.',
    critical:
      'Des scanners répétés chez de jeunes adultes ont été jugés non justifiés par les deux auditeurs.',
    objection:
      'Plusieurs dossiers jugés non justifiés avaient été discutés en réunion ; les comptes rendus sont joints.',
    advice: 'Discuter chaque mois en service quelques demandes dont l’indication a fait débat.',
    advised: 'Tenir une réunion mensuelle sur les indications qui font débat',
    merit: 'La part des scanners jugés justifiés par deux auditeurs dépasse la cible.',
    noticed: 'Les deux auditeurs sont du même avis sur les examens du thorax, moins sur ceux du rachis.',
    undertaken: {
      title: 'Revoir les indications où trop de scanners ne sont pas justifiés',
      cause: 'La demande est acceptée dès qu’elle est complète, sans être confrontée au guide.',
      containment: 'Double lecture de toute demande répétée avant quarante ans, dès aujourd’hui.',
      proof: 'Liste des indications revues et compte rendu de la réunion avec les prescripteurs.',
      effect: 'Compte rendu lu ; les demandes du mois suivent la nouvelle règle.',
      lasting: 'Nouvel échantillon relu à deux : la part des scanners justifiés a monté.',
      inVain: 'Le nouvel échantillon donne la même part qu’à la visite.',
    },
  },
  'T1-C2': {
    minor: [
      'Quelques demandes ne peuvent être jugées, faute d’information clinique.',
      'Les demandes impossibles à juger viennent surtout d’un même service.',
    ],
    major: 'Une part importante des demandes ne peut pas être jugée, faute d’information.',
    objection: 'L’information figurait au dossier patient, auquel l’équipe n’avait pas accès.',
    advice: 'Rappeler le prescripteur quand la demande ne permet pas de juger de l’indication.',
    advised: 'Écrire quand et par qui le prescripteur est rappelé',
    merit: 'Presque toutes les demandes relues suffisent à juger de l’indication.',
    noticed: 'Un lexique d’abréviations aiderait qui n’est pas du service à lire les demandes.',
    undertaken: {
      title: 'Compléter avant l’examen les demandes qui ne disent pas assez',
      cause: 'Rien ne prévoit qui rappelle le prescripteur, ni quand.',
      proof: 'Consigne d’appel et relevé des demandes complétées.',
      effect: 'Relevé lu ; les demandes complétées le sont avant l’examen.',
      lasting: 'Vingt demandes relues, toutes se laissent juger.',
      inVain: 'Sur vingt demandes relues, cinq ne se laissent pas juger.',
    },
  },
  'T1-C3': {
    minor: [
      'La validation de la demande n’est pas toujours tracée avant l’examen.',
      'La validation est tracée, mais sous le compte commun du poste.',
    ],
    major: 'La validation par une personne habilitée n’est tracée que sur une partie des examens.',
    critical: 'Des expositions ont lieu sans validation : la demande est signée après l’examen.',
    objection: 'La validation est faite de vive voix à la réunion du matin, dont le relevé est joint.',
    advice: 'Bloquer le lancement de l’examen tant que la validation n’est pas tracée.',
    advised: 'Étudier avec l’éditeur un verrou avant le lancement de l’examen',
    merit: 'La validation est tracée, nominative et antérieure à l’exposition sur tous les dossiers relus.',
    noticed: 'Aux urgences, la validation se fait par téléphone et le manipulateur l’écrit.',
    remarkable: {
      stated: 'Le lancement de l’examen est verrouillé tant qu’aucun valideur nominatif n’est saisi.',
      told: 'Chez nous, l’examen ne démarre pas tant qu’un valideur n’est pas saisi par son nom.',
    },
    undertaken: {
      title: 'Tracer la validation nominative avant chaque exposition',
      cause: 'Le poste est ouvert sous un compte commun, et l’heure de la validation n’est pas gardée.',
      containment: 'Aucune exposition sans le nom du valideur au cahier de salle, dès aujourd’hui.',
      proof: 'Extraction du logiciel : valideur et heure, examen par examen.',
      effect: 'Extraction lue : la validation précède l’exposition.',
      lasting: 'Trente examens tirés au sort : validation nominative, avant l’exposition.',
      inVain: 'Le week-end, la validation est encore saisie après l’examen.',
    },
  },
  'T1-C4': {
    minor: [
      'Les examens hors indication reconnue sont expliqués dans l’échange écrit, rarement dans le compte rendu.',
      'L’explication d’un examen hors indication tient souvent en un mot.',
    ],
    major: 'Les examens faits hors indication reconnue ne sont expliqués nulle part.',
    objection: 'L’explication figure dans la messagerie sécurisée, que l’équipe n’a pas demandée.',
    advice: 'Ajouter au compte rendu une phrase type quand l’indication sort du guide.',
    advised: 'Ajouter une phrase type au modèle de compte rendu',
    merit: 'Les examens hors indication reconnue sont expliqués dans l’échange et au compte rendu.',
    noticed: 'Ces examens sont peu nombreux et concernent surtout le suivi.',
    undertaken: {
      title: 'Expliquer au compte rendu tout examen hors indication reconnue',
      cause: 'Le modèle de compte rendu n’a pas de place pour cette explication.',
      proof: 'Modèle de compte rendu révisé, en service.',
      effect: 'Comptes rendus du mois lus : l’explication y est.',
      lasting: 'L’explication figure aux comptes rendus relus six mois après.',
      inVain: 'Les comptes rendus des remplaçants ne portent pas l’explication.',
    },
  },
  'T1-C5': {
    minor: [
      'L’accord entre relecteurs est mesuré, mais après l’arbitrage.',
      'L’accord entre relecteurs reste un peu au-dessous du seuil de la campagne.',
    ],
    major: 'La dernière relecture interne n’a pas mesuré l’accord entre relecteurs.',
    objection: 'L’accord a été mesuré sur un premier lot, dont le calcul est joint.',
    advice: 'Relire à deux dix demandes d’essai avant chaque relecture, pour accorder les jugements.',
    advised: 'Commencer chaque relecture par dix demandes d’essai',
    merit: 'L’accord entre relecteurs est mesuré avant arbitrage, et il dépasse le seuil.',
    noticed: 'Les relecteurs sont toujours les deux mêmes radiologues.',
    undertaken: {
      title: 'Mesurer l’accord entre relecteurs avant tout arbitrage',
      cause: 'Les relecteurs s’accordaient au fil de l’eau, sans garder leur premier jugement.',
      proof: 'Grille de relecture à deux colonnes et calcul de l’accord.',
      effect: 'Grille et calcul lus.',
      lasting: 'La relecture suivante a mesuré l’accord de la même façon.',
      inVain: 'Les premiers jugements n’ont pas été gardés à la relecture suivante.',
    },
  },
  'T1-C6': {
    minor: [
      'Les résultats sont lus par région explorée, mais pas par type de demandeur.',
      'La lecture par type de demandeur ne distingue pas la médecine générale.',
    ],
    major: 'Les résultats de la relecture ne sont lus que globalement.',
    objection: 'La lecture par région a été présentée à l’oral ; le support est joint.',
    advice: 'Présenter à part les scanners du rachis et les demandes de médecine générale.',
    advised: 'Ajouter deux tableaux au bilan annuel : rachis, médecine générale',
    merit: 'Les résultats sont lus par région et par type de demandeur, rachis compris.',
    noticed: 'Le bilan annuel est lu par les radiologues plus que par les manipulateurs.',
    remarkable: {
      stated:
        'Les résultats sont présentés chaque année aux généralistes du secteur, région par région du corps.',
      told: 'Nous présentons chaque année nos résultats aux généralistes du secteur, par région du corps.',
    },
    undertaken: {
      title: 'Lire les résultats par région explorée et par type de demandeur',
      cause: 'Le tableur de la relecture ne garde ni la région ni le demandeur.',
      proof: 'Bilan révisé, avec les deux lectures.',
      effect: 'Bilan lu : les deux lectures y sont.',
      lasting: 'Le bilan suivant garde les deux lectures.',
      inVain: 'Le bilan suivant est revenu à un seul chiffre.',
    },
  },
};
