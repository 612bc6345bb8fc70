import type { Said } from './said';

/** Section D of the template on justification: what requesters learn, and the next measurement. */
export const FEEDBACK: Readonly<Record<string, Said>> = {
  'T1-D1': {
    minor: [
      'Les prescripteurs de l’établissement reçoivent un retour sur leurs demandes, ceux de la ville non.',
      'Le retour aux prescripteurs se fait au cas par cas, sans trace.',
    ],
    major: 'Les prescripteurs ne reçoivent aucun retour sur leurs demandes.',
    objection: 'Un courrier a été adressé aux prescripteurs de ville au printemps ; il est joint.',
    advice: 'Envoyer chaque semestre à chaque prescripteur un retour sur ses propres demandes.',
    advised: 'Préparer un retour semestriel, prescripteur par prescripteur',
    merit: 'Les prescripteurs reçoivent deux fois l’an un retour sur leurs demandes.',
    noticed: 'Les prescripteurs rencontrés demandent des exemples plutôt que des chiffres.',
    remarkable: {
      stated: 'Une réunion annuelle avec les médecins généralistes discute dix demandes rendues anonymes.',
      told: 'Une fois l’an, nous discutons dix demandes rendues anonymes avec les médecins généralistes du secteur.',
    },
    undertaken: {
      title: 'Donner aux prescripteurs un retour régulier sur leurs demandes',
      cause: 'Personne n’est chargé de ce retour.',
      proof: 'Premier courrier aux prescripteurs et liste d’envoi.',
      effect: 'Courrier et liste lus ; deux prescripteurs joints l’ont reçu.',
      lasting: 'Le deuxième retour est parti à sa date.',
      inVain: 'Le deuxième retour n’est pas parti.',
    },
  },
  'T1-D2': {
    minor: [
      'Une nouvelle mesure est prévue, sans date arrêtée.',
      'La nouvelle mesure est programmée avec une autre grille, qui ne se comparera pas.',
    ],
    major: 'Aucune nouvelle mesure n’est programmée.',
    objection: 'La mesure figure au programme qualité de l’an prochain, qui est joint.',
    advice: 'Arrêter dès maintenant la date et les relecteurs de la prochaine mesure.',
    advised: 'Inscrire la prochaine mesure et ses relecteurs au programme qualité',
    merit: 'La prochaine mesure est datée, avec la même grille et des relecteurs nommés.',
    noticed: 'La grille est tenue dans un tableur que seul le cadre sait mettre à jour.',
    undertaken: {
      title: 'Programmer une nouvelle mesure dans les 24 mois, avec la même grille',
      cause: 'Le programme qualité est fait à l’année et ne va pas si loin.',
      proof: 'Programme qualité, mesure datée et relecteurs nommés.',
      effect: 'Programme lu : la mesure y est datée.',
      lasting: 'La mesure reste au programme, et les relecteurs sont formés.',
      inVain: 'La mesure a disparu du programme révisé.',
    },
  },
};
