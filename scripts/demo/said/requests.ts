import type { Said } from './said';

/** Section B of the template on justification: what requests say. */
export const REQUESTS: Readonly<Record<string, Said>> = {
  'T1-B1': {
    minor: [
      'Le motif clinique manque sur une partie des demandes relues.',
      'Le motif se réduit parfois à la région à explorer.',
    ],
    major: 'Le motif clinique manque sur beaucoup de demandes relues, et l’examen est fait malgré tout.',
    objection:
      'Le relevé porte sur une semaine de congés ; les quatre semaines suivantes, jointes, disent autre chose.',
    advice: 'Faire relire chaque trimestre un échantillon de demandes par un radiologue et un manipulateur.',
    advised: 'Relire vingt demandes chaque trimestre, à deux',
    merit: 'Le motif clinique est écrit sur les demandes relues, aux urgences aussi.',
    noticed: 'Le motif est plus complet sur les demandes électroniques que sur le papier.',
    remarkable: {
      stated:
        'Chaque semaine, une demande exemplaire est affichée en salle d’interprétation, avec l’accord de son auteur.',
      told: 'Chaque semaine, nous affichons une demande exemplaire, avec l’accord de son auteur.',
    },
    undertaken: {
      title: 'Ne plus planifier de scanner sans motif clinique',
      cause: 'Le secrétariat planifie avant que le motif soit lu.',
      proof: 'Consigne au secrétariat et relevé des demandes renvoyées.',
      effect: 'Compte rendu lu ; le motif est écrit sur les vingt demandes relues.',
      lasting: 'Vingt demandes relues, toutes motivées.',
      inVain: 'Sur vingt demandes relues ce mois-ci, six n’ont toujours pas de motif.',
    },
  },
  'T1-B2': {
    minor: [
      'La question posée manque sur une partie des demandes, dont le motif est pourtant clair.',
      'La question se confond souvent avec l’examen demandé (« faire un scanner »).',
    ],
    major: 'La plupart des demandes ne disent pas quelle question l’examen doit trancher.',
    objection: 'La question est posée dans le courrier joint à la demande, que le relevé n’a pas compté.',
    advice: 'Séparer le motif et la question posée dans le modèle de demande.',
    advised: 'Ajouter un champ « question posée » au modèle de demande',
    merit: 'Les demandes relues posent une question à laquelle le compte rendu répond.',
    noticed: 'Les demandes de suivi en cancérologie renvoient à la réunion qui les a décidées.',
    undertaken: {
      title: 'Faire écrire la question posée sur chaque demande',
      cause: 'Le modèle n’a qu’une seule zone de texte.',
      proof: 'Nouveau modèle en service et note aux prescripteurs.',
      effect: 'Demandes du mois relues : la question y est posée.',
      lasting: 'La question est posée sur les demandes relues six mois après.',
      inVain: 'Les demandes venues de la ville n’ont pas changé.',
    },
  },
  'T1-B3': {
    minor: [
      'L’éventualité d’une grossesse est demandée, mais la réponse n’est pas toujours gardée.',
      'L’affiche sur la grossesse manque dans l’une des cabines.',
    ],
    major: 'L’éventualité d’une grossesse n’est renseignée ni sur la demande ni à l’interrogatoire.',
    critical: 'Des femmes en âge de procréer sont exposées sans que la question d’une grossesse soit posée.',
    objection: 'L’interrogatoire, joint, pose la question ; il est rangé avec le consentement.',
    advice: 'Poser la question de la grossesse dans la même feuille que les contre-indications.',
    advised: 'Réunir les deux questionnaires en une feuille',
    merit: 'L’éventualité d’une grossesse est demandée, écrite et contresignée avant l’examen.',
    noticed: 'La question est posée par la secrétaire, puis de nouveau par le manipulateur.',
    remarkable: {
      stated: 'L’interrogatoire sur la grossesse est disponible en six langues et en pictogrammes.',
      told: 'Notre interrogatoire sur la grossesse existe en six langues et en pictogrammes.',
    },
    undertaken: {
      title: 'Poser et tracer la question de la grossesse avant chaque exposition concernée',
      cause: 'La question est posée à voix haute, sans feuille pour la réponse.',
      containment: 'Rappel oral à chaque prise de poste, dès aujourd’hui.',
      proof: 'Feuille d’interrogatoire signée, numérisée avec l’examen.',
      effect: 'Interrogatoires du mois lus : la réponse est tracée.',
      lasting: 'Trente dossiers relus : la réponse y est chaque fois.',
      inVain: 'Dans les dossiers de nuit relus, la réponse manque encore.',
    },
  },
  'T1-B4': {
    minor: [
      'Les examens antérieurs ne sont pas toujours signalés, alors qu’ils sont dans le réseau d’images.',
      'La demande signale les examens du site, rarement ceux faits ailleurs.',
    ],
    major: 'Les demandes ne disent rien des examens antérieurs, et certains scanners en répètent un récent.',
    objection:
      'Le réseau d’images montre les antérieurs au radiologue ; le rappeler sur la demande n’ajoute rien.',
    advice: 'Afficher les examens des douze derniers mois à l’ouverture de la demande.',
    advised: 'Demander l’affichage automatique des examens antérieurs',
    merit: 'Les examens antérieurs utiles, ou leur absence, sont signalés sur les demandes relues.',
    noticed: 'Les images faites hors de la région restent longues à obtenir.',
    undertaken: {
      title: 'Faire signaler les examens antérieurs utiles, ou leur absence',
      cause: 'Le prescripteur ne voit pas le réseau d’images depuis son logiciel.',
      proof: 'Accès ouvert aux prescripteurs, note de service jointe.',
      effect: 'Demandes relues : les antérieurs y sont signalés.',
      lasting: 'Aucun scanner répété à moins d’un mois parmi les dossiers relus.',
      inVain: 'L’accès est ouvert, mais peu de prescripteurs s’en servent.',
    },
  },
  'T1-B5': {
    minor: [
      'Le gabarit et la capacité à coopérer ne sont presque jamais indiqués.',
      'Les contre-indications à l’injection sont cochées sans date de la créatinine.',
    ],
    major: 'Les demandes ne donnent pas ce qu’il faut pour adapter l’acquisition.',
    objection: 'Ces informations sont prises à l’accueil, sur la fiche jointe, et non sur la demande.',
    advice: 'Recueillir poids, taille et contre-indications dès la prise de rendez-vous.',
    advised: 'Ajouter poids, taille et contre-indications à la prise de rendez-vous',
    merit: 'Âge, gabarit et contre-indications arrivent au poste du scanner avec la demande.',
    noticed: 'Les manipulateurs complètent eux-mêmes le gabarit avant de choisir le protocole.',
    undertaken: {
      title: 'Recueillir avant l’examen ce qui adapte l’acquisition',
      cause: 'La fiche d’accueil et la demande ne se parlent pas.',
      proof: 'Fiche d’accueil révisée, reprise dans le logiciel.',
      effect: 'Fiches de la semaine lues : gabarit et contre-indications y sont.',
      lasting: 'Les fiches sont remplies, et le protocole choisi s’y rapporte.',
      inVain: 'Aux urgences, la fiche reste vide.',
    },
  },
  'T1-B6': {
    minor: [
      'Sur quelques demandes, la date ou le nom du demandeur n’est pas lisible.',
      'Le cachet du service tient parfois lieu de nom du demandeur.',
    ],
    major: 'Sur une partie des demandes, le patient n’est identifié que par son nom.',
    objection: 'Les demandes illisibles viennent d’un télécopieur remplacé depuis.',
    advice: 'Refuser au secrétariat toute demande où manquent date, demandeur ou identité complète.',
    advised: 'Remettre au secrétariat la liste de ce qui fait renvoyer une demande',
    merit: 'Demandeur, date et patient sont identifiés sans ambiguïté sur toutes les demandes relues.',
    noticed: 'L’identité nationale de santé est reprise de la carte, et relue avec le patient.',
    remarkable: {
      stated:
        'Un manipulateur référent en identitovigilance relit chaque jour les identités corrigées la veille.',
      told: 'Chaque jour, notre référent en identitovigilance relit les identités corrigées la veille.',
    },
    undertaken: {
      title: 'N’accepter que des demandes datées, signées et à identité complète',
      cause: 'Les demandes papier sont acceptées telles qu’elles arrivent.',
      proof: 'Consigne d’identitovigilance signée, et relevé des demandes renvoyées.',
      effect: 'Demandes du mois relues : identité, date et demandeur y sont.',
      lasting: 'Aucune identité incomplète parmi les demandes relues.',
      inVain: 'Deux demandes relues portent encore un nom seul.',
    },
  },
};
