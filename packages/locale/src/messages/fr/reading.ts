export default {
  couldAnswer: 'Pourriez-vous répondre ?',
  following: 'Du nouveau dans ce que vous suivez',
  because: {
    theme: 'sur l’un de vos thèmes',
    language: 'dans une langue que vous lisez',
    region: 'de votre région',
    unanswered: 'personne n’a encore répondu',
  },
  saved: {
    title: 'Signets',
    empty:
      'Aucun signet pour l’instant. Choisissez « Garder » sous une contribution pour la retrouver ici. Personne d’autre ne la voit parmi vos signets.',
    note: 'Votre note',
  },
};
