export default {
  kind: {
    question: 'Question',
    discussion: 'Discussion',
    practice: 'Pratique',
    clinic: 'Clinique entre pairs',
    announcement: 'Annonce',
  },
  kindMeans: {
    question: 'Vous voulez savoir comment d’autres villes s’y prennent.',
    discussion: 'Vous voulez réfléchir ensemble à un sujet.',
    announcement: 'Vous informez l’espace ; chacun peut répondre.',
  },
  sharing: {
    network: 'Reste dans le réseau',
    space: 'Reste dans cet espace',
    chatham: 'Règle de Chatham House',
  },
  sharingMeans: {
    network:
      'Tous les membres peuvent lire ceci et le citer dans d’autres fils. Ne le transmettez pas à l’extérieur et ne nommez aucun cas.',
    spaceOpen:
      'Seules les personnes qui ont rejoint l’espace peuvent lire ceci. Il est impossible de le citer ailleurs.',
    space:
      'Seuls les membres de l’espace peuvent lire ceci. Il est impossible de le citer ailleurs, et les courriels ne contiennent qu’un lien.',
    chatham: 'Les personnes autorisées voient ce qui a été dit, mais pas par qui.',
  },
  reaction: {
    useful: 'Utile à ma ville',
    tried: 'Nous l’avons essayé',
    talk: 'Nous voulons en parler',
  },
  synthesis: 'Synthèse',
  pinned: 'Épinglé',
  locked: 'Verrouillé',
  posts: '{count, plural, one {# contribution} many {# de contributions} other {# contributions}}',
  cities: '{count, plural, one {# ville} many {# de villes} other {# villes}}',
  newPosts: '{count, plural, one {# nouvelle} many {# nouvelles} other {# nouvelles}}',
  isNew: 'Nouveau pour vous',
  edited: 'modifié',
  reply: 'Répondre',
  quote: 'Citer',
  follow: {
    all: 'Suivi',
    mentions: 'Seulement si l’on vous mentionne',
    muted: 'En sourdine',
  },
  editor: {
    tools: 'Outils de texte',
    mark: { bold: 'Gras', list: 'Liste', quote: 'Citation', link: 'Lien' },
    preview: 'Aperçu',
    previewEmpty: 'Ce que vous écrivez apparaît ici tel que les autres le verront.',
    mention: 'Membres que vous pouvez mentionner',
    mentioned: 'Vous mentionnez :',
    nameCity: '{name}, {city}',
  },
};
