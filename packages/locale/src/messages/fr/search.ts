export default {
  title: 'Recherche',
  field: 'Que cherchez-vous ?',
  submit: 'Chercher',
  clear: 'Effacer',
  key: 'La touche / mène à la recherche depuis chaque page.',
  help: {
    title: 'Façons de chercher',
    words:
      'Écrivez une question ou quelques mots. Ce qui en contient le plus vient en premier, dans chacune des trois langues.',
    phrase: '"médiation de nuit"',
    phraseMeans: 'ces mots, l’un derrière l’autre',
    not: '-alcool',
    notMeans: 'sans ce mot',
    either: 'tram OU bus',
    eitherMeans: 'l’un des deux',
    title2: 'dans:titre',
    titleMeans: 'seulement dans les titres',
    author: 'auteur:amina',
    authorMeans: 'écrit par',
    city: 'ville:mombasa',
    cityMeans: 'écrit au nom de cette ville',
    date: 'après:2026-03 avant:2026-06',
    dateMeans: 'écrit pendant cette période',
    is: 'est:nonlu est:amoi est:gardé',
    isMeans: 'non lu, de vous, ou gardé par vous',
    has: 'avec:réponse avec:lien',
    hasMeans: 'avec une réponse, ou avec un lien',
  },
  types: 'Afficher',
  type: {
    all: 'Tout',
    thread: 'Fils',
    post: 'Messages',
    practice: 'Pratiques',
    institution: 'Villes',
    member: 'Personnes',
  },
  filters: 'Filtres',
  space: 'Espace',
  anySpace: 'Tous les espaces',
  kind: 'Genre',
  anyKind: 'Tous les genres',
  language: 'Langue',
  anyLanguage: 'Toutes les langues',
  theme: 'Thème',
  anyTheme: 'Tous les thèmes',
  sort: 'Ordre',
  by: { relevance: 'Les plus pertinents d’abord', new: 'Les plus récents d’abord' },
  withCount: '{name} ({count, number})',
  total: {
    thread:
      '{count, plural, =0 {Aucun fil trouvé} one {# fil trouvé} many {# fils trouvés} other {# fils trouvés}}',
    post: '{count, plural, =0 {Aucun message trouvé} one {# message trouvé} many {# messages trouvés} other {# messages trouvés}}',
    institution:
      '{count, plural, =0 {Aucune ville trouvée} one {# ville trouvée} many {# villes trouvées} other {# villes trouvées}}',
    member:
      '{count, plural, =0 {Personne de ce nom} one {# personne trouvée} many {# personnes trouvées} other {# personnes trouvées}}',
    atLeast:
      '{count, plural, one {Plus de # fil trouvé} many {Plus de # fils trouvés} other {Plus de # fils trouvés}}',
  },
  more: 'Afficher la suite',
  loaded:
    '{count, plural, one {# résultat de plus affiché} many {# résultats de plus affichés} other {# résultats de plus affichés}}',
  synthesis: 'Synthèse',
  postNumber: 'message {seq, number}',
  morePosts:
    '{count, plural, one {et # autre message de ce fil} many {et # autres messages de ce fil} other {et # autres messages de ce fil}}',
  written: 'écrit <time></time>',
  glossary: {
    added: 'Cherché aussi :',
    only: 'seulement mes mots',
    without: 'Seuls vos mots ont été cherchés.',
    with: 'Chercher aussi ce qui veut dire la même chose',
  },
  similar: {
    title: 'La question a peut-être déjà été posée',
    text: 'Ce que vous avez écrit est gardé pendant que vous regardez.',
    posts: '{count, plural, one {# message} many {# messages} other {# messages}}',
  },
  who: {
    title: 'Qui l’a déjà fait ?',
    posts:
      '{count, plural, one {# message à ce sujet} many {# messages à ce sujet} other {# messages à ce sujet}}',
    ask: 'Interroger <bdi>{name}</bdi>',
  },
  hint: {
    cut: 'Seuls les 256 premiers caractères sont pris en compte.',
    'words-left': 'Seuls les douze mots les plus parlants sont cherchés.',
    'operator-unknown':
      'Aucun filtre ne s’appelle « <bdi>{text}</bdi> » ; il a été cherché comme du texte.',
    'value-unknown':
      '« <bdi>{text}</bdi> » n’a pas de sens ici ; cela a été cherché comme du texte.',
    'most-words': 'Rien ne contient tous ces mots. Voici ce qui s’en approche le plus.',
    nearly: 'Également cherché, avec presque la même orthographe : <bdi>{text}</bdi>',
    'too-general':
      'Ces mots figurent dans tant de textes que la recherche a pris trop de temps. Ajoutez un mot plus rare ou un filtre.',
  },
  empty: {
    title: 'Rien trouvé de ce que vous pouvez lire.',
    advice:
      'Essayez d’autres mots ou moins de filtres. Ou posez la question : quelqu’un le sait peut-être.',
    ask: 'Poser la question au réseau',
    unfiltered: 'Chercher sans filtres',
  },
  browse: 'Ou parcourez <threads>tous les fils</threads>, <spaces>les espaces</spaces>.',
};
