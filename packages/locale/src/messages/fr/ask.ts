export default {
  title: 'Interroger vos homologues',
  titleField: 'Votre question en une phrase',
  titleOther: 'Titre',
  titleHint: 'Comme vous la poseriez à des collègues d’une autre ville.',
  body: 'Ce que les autres doivent savoir',
  bodyHint:
    'Votre ville, ce que vous avez essayé, ce qui rend la chose difficile. Aucun nom de personne, aucun cas reconnaissable.',
  space: 'Où ?',
  spaceChange: 'Choisir un autre espace',
  spaceJoins: 'En publiant, vous rejoignez cet espace.',
  spaceMissing: 'Veuillez choisir un espace.',
  noSpace: 'Il n’y a pas encore d’espace où vous puissiez lancer un fil.',
  kind: 'De quoi s’agit-il ?',
  themes: 'Thèmes',
  themesHint:
    'Cinq au plus. Grâce à eux, votre texte parvient aux personnes qui connaissent le sujet.',
  themesChosen: '{count} sur {most}',
  language: 'Langue de votre texte',
  languageGuessed: 'Reconnue d’après votre texte. Changez-la si elle est inexacte.',
  languageWhy: 'Pour que les personnes qui lisent cette langue trouvent votre texte.',
  sharing: 'Qui peut le lire ?',
  sharingMeans: {
    network: 'Tous les membres du réseau le lisent et peuvent le citer dans d’autres fils.',
    open: 'Les personnes qui ont rejoint l’espace <bdi>{space}</bdi> le lisent, ainsi que l’équipe du réseau. Il ne peut pas être cité ailleurs, et les courriels ne contiennent qu’un lien.',
    restricted:
      'Les personnes admises dans l’espace <bdi>{space}</bdi> le lisent, ainsi que l’équipe du réseau. Il ne peut pas être cité ailleurs, et les courriels ne contiennent qu’un lien.',
    private:
      'Seuls les membres de l’espace <bdi>{space}</bdi> le lisent. Il ne peut pas être cité ailleurs, et les courriels ne contiennent qu’un lien.',
  },
  submit: {
    question: 'Poser la question',
    discussion: 'Lancer la discussion',
    announcement: 'Publier l’annonce',
    busy: 'Envoi en cours…',
  },
  draft: {
    saving: 'Enregistrement du brouillon…',
    saved: 'Brouillon enregistré. Vous pourrez continuer plus tard, sur n’importe quel appareil.',
    local: 'Pas de connexion. Votre brouillon est conservé sur cet appareil.',
    discard: 'Supprimer le brouillon',
  },
  outbox: {
    title: 'Pas encore envoyé',
    queued: 'En attente de connexion ; l’envoi se fera ensuite tout seul.',
    sending: 'Envoi en cours…',
    again: 'Renvoyer',
    edit: 'Modifier',
    discard: 'Supprimer',
  },
  conflict: {
    title: 'Un brouillon inachevé',
    text: 'Vous avez un brouillon inachevé :',
    continue: 'Reprendre le brouillon',
    afresh: 'Le remplacer par la nouvelle question',
  },
};
