import type { Said } from './said';

/** Section A of the template on justification: how the service is organised for it. */
export const ORGANISATION: Readonly<Record<string, Said>> = {
  'T1-A1': {
    minor: [
      'La procédure écrite décrit l’analyse et la validation de la demande, mais ni le remplacement ni le refus.',
      'La procédure d’analyse des demandes n’a pas été revue depuis le changement de logiciel.',
    ],
    major: 'Aucune procédure écrite ne décrit le chemin de la demande jusqu’à la décision.',
    critical:
      'Sans procédure écrite, des demandes passent au scanner la nuit sans avoir été analysées par quiconque.',
    objection: 'La procédure existe au système documentaire ; le lien n’avait pas été donné à l’équipe.',
    advice: 'Réunir en un seul logigramme l’analyse, la validation, le remplacement et le refus.',
    advised: 'Afficher le logigramme de la demande dans chaque salle de scanner',
    merit: 'La procédure d’analyse des demandes est connue de toutes les personnes rencontrées.',
    noticed: 'Les demandes des urgences suivent un autre circuit que celles des consultations.',
    remarkable: {
      stated: 'La procédure est relue chaque année avec deux prescripteurs, qui la signent.',
      told: 'Chaque année, deux prescripteurs relisent avec nous la procédure d’analyse des demandes et la signent.',
    },
    undertaken: {
      title: 'Écrire la procédure de la demande, du secrétariat à la décision',
      cause: 'Le circuit s’est fait peu à peu, et chacun le connaît par l’usage.',
      containment: 'Aucun scanner la nuit sans appel au radiologue de garde, dès aujourd’hui.',
      proof: 'Procédure signée, diffusée aux secrétaires, manipulateurs et radiologues.',
      effect: 'Procédure lue ; trois personnes interrogées la connaissent.',
      lasting: 'Un an après, la procédure est appliquée dans les demandes suivies pas à pas.',
      inVain: 'La procédure est signée, mais l’équipe de nuit ne l’a pas reçue.',
    },
  },
  'T1-A2': {
    minor: [
      'Le valideur est nommé en semaine ; le samedi, le planning ne dit pas qui valide.',
      'La délégation de validation aux internes existe, sans que ses limites soient écrites.',
    ],
    major: 'La nuit et le week-end, aucune personne n’est nommée pour valider les demandes.',
    critical: 'La nuit, des scanners sont faits sans qu’aucune personne habilitée ait validé la demande.',
    objection: 'Le tableau des gardes, joint, nomme un radiologue pour chaque nuit du trimestre.',
    advice: 'Faire figurer le valideur de chaque plage sur le planning du scanner.',
    advised: 'Ajouter la colonne « valideur » au planning partagé',
    merit: 'Le nom du valideur de chaque plage, garde comprise, est affiché au scanner.',
    noticed: 'Les remplaçants valident comme les titulaires ; leur liste est tenue par le secrétariat.',
    undertaken: {
      title: 'Nommer un valideur pour chaque plage, nuits et week-ends compris',
      cause: 'Le planning des gardes et celui des validations sont tenus par deux secrétariats.',
      containment: 'Le radiologue de garde valide toute demande de nuit, par téléphone au besoin.',
      proof: 'Planning des trois prochains mois, un valideur nommé sur chaque plage.',
      effect: 'Planning lu : aucune plage sans valideur.',
      lasting: 'Six nuits tirées au sort : un valideur nommé et joignable chaque fois.',
      inVain: 'Deux week-ends du planning relu restent sans valideur.',
    },
  },
  'T1-A3': {
    minor: [
      'Le guide des indications est installé au poste de validation, mais tous ne savent pas s’y retrouver.',
      'Une édition ancienne du guide des indications est encore ouverte sur l’un des postes.',
    ],
    major: 'Le guide des indications n’est consultable à aucun poste de validation.',
    objection:
      'Le guide est ouvert depuis le portail de l’établissement, comme le montre la copie d’écran jointe.',
    advice: 'Former chaque valideur à la recherche d’une situation dans le guide des indications.',
    advised: 'Tenir un atelier d’une heure sur le guide des indications à chaque semestre',
    merit: 'Le guide des indications est ouvert à chaque poste de validation, et il sert.',
    noticed: 'Deux radiologues consultent le guide sur leur téléphone plutôt qu’au poste.',
    remarkable: {
      stated: 'Le motif saisi ouvre de lui-même la page du guide des indications qui lui répond.',
      told: 'Dans notre logiciel, le motif saisi ouvre la page du guide des indications qui lui répond.',
    },
    undertaken: {
      title: 'Ouvrir l’édition en vigueur du guide à chaque poste de validation',
      cause: 'Les postes ont été remplacés sans que le raccourci soit repris.',
      proof: 'Copie d’écran de chaque poste, édition visible.',
      effect: 'Guide ouvert sur les postes vus ; une situation retrouvée par chaque valideur interrogé.',
      lasting: 'Le guide est toujours ouvert, et dans son édition en vigueur.',
      inVain: 'Sur un poste remplacé depuis, le guide manque de nouveau.',
    },
  },
  'T1-A4': {
    minor: [
      'Sur une partie des demandes, aucun numéro ne permet de joindre vite le prescripteur.',
      'Le numéro porté sur la demande est souvent celui d’un standard.',
    ],
    major: 'La plupart des demandes ne portent aucun moyen de joindre le prescripteur.',
    objection: 'Le numéro direct figure dans l’annuaire lié à la demande, que l’équipe n’a pas ouvert.',
    advice: 'Rendre obligatoire le numéro direct du prescripteur dans la demande électronique.',
    advised: 'Demander à l’éditeur un champ obligatoire pour le numéro direct',
    merit: 'Chaque demande porte le numéro direct du prescripteur ; il a répondu à l’essai.',
    noticed: 'Les prescripteurs de ville préfèrent la messagerie sécurisée au téléphone.',
    undertaken: {
      title: 'Obtenir un moyen direct de joindre le prescripteur sur chaque demande',
      cause: 'Le modèle de demande ne prévoit que le numéro de l’établissement.',
      proof: 'Nouveau modèle de demande, en service.',
      effect: 'Demandes du mois relues : le numéro direct y est.',
      lasting: 'Le numéro direct figure toujours sur les demandes relues.',
      inVain: 'Les demandes papier, encore nombreuses, n’ont pas changé.',
    },
  },
  'T1-A5': {
    minor: [
      'Le remplacement par une échographie ou une IRM se pratique, sans être tracé.',
      'Le délai d’accès à l’IRM est connu des secrétaires, mais il n’est pas suivi.',
    ],
    major: 'Aucun remplacement par une technique sans rayonnement n’est proposé ni tracé.',
    objection: 'Le relevé joint montre vingt remplacements sur le semestre, tracés au compte rendu.',
    advice: 'Réserver chaque semaine des plages d’IRM aux examens qui remplacent un scanner.',
    advised: 'Ouvrir deux plages d’IRM par semaine aux remplacements',
    merit: 'Le délai d’accès à l’IRM est suivi chaque mois et discuté avec les prescripteurs.',
    noticed: 'L’IRM la plus proche est sur un autre site, ce qui pèse sur le choix de la technique.',
    remarkable: {
      stated: 'Un radiologue rappelle le demandeur chaque fois qu’un autre examen conviendrait mieux.',
      told: 'Quand un autre examen conviendrait mieux, un radiologue rappelle le demandeur dans la journée.',
    },
    undertaken: {
      title: 'Tracer chaque remplacement et suivre le délai d’accès à l’IRM',
      cause: 'Le logiciel n’a pas de champ pour un examen remplacé, et personne ne compte les délais.',
      proof: 'Relevé du premier mois : remplacements et délai d’accès.',
      effect: 'Relevé lu, tenu à jour par le cadre.',
      lasting: 'Le relevé est tenu depuis six mois et présenté en réunion de service.',
      inVain: 'Le relevé s’arrête au deuxième mois.',
    },
  },
  'T1-A6': {
    minor: [
      'Les demandes refusées sont comptées ; celles qui sont modifiées ou complétées ne le sont pas.',
      'Les demandes refusées sont comptées, mais la revue de l’année n’a pas eu lieu.',
    ],
    major: 'Les demandes refusées, modifiées ou complétées ne sont ni comptées ni revues.',
    objection: 'Le décompte est tenu par le département d’information médicale ; il est joint.',
    advice: 'Présenter chaque année aux prescripteurs le décompte des demandes refusées et modifiées.',
    advised: 'Mettre le décompte à l’ordre du jour de la réunion annuelle',
    merit: 'Les demandes refusées, modifiées et complétées sont comptées et revues deux fois l’an.',
    noticed: 'Le motif d’un refus est dit au téléphone plus souvent qu’il n’est écrit.',
    undertaken: {
      title: 'Compter les demandes refusées, modifiées et complétées, et les revoir chaque année',
      cause: 'Le refus n’est pas un état de la demande dans le logiciel.',
      proof: 'Premier décompte trimestriel et compte rendu de sa revue.',
      effect: 'Décompte et compte rendu lus.',
      lasting: 'Deux revues tenues dans l’année, décisions suivies.',
      inVain: 'Le décompte ne retient toujours que les refus.',
    },
  },
};
