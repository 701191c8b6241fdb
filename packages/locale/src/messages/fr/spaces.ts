export default {
  title: 'Espaces',
  intro:
    'Un espace réunit les fils d’un même sujet. Les nouveautés des espaces que vous avez rejoints sont comptées à côté de leur nom.',
  yours: 'Espaces que vous avez rejoints',
  noneYours:
    'Vous n’avez encore rejoint aucun espace. Choisissez-en un ci-dessous : vous pourrez le quitter à tout moment.',
  others: 'Autres espaces',
  access: {
    open: 'Ouvert',
    restricted: 'Restreint',
    private: 'Privé',
  },
  accessMeans: {
    open: 'Tous les membres peuvent rejoindre cet espace et lire ce qui reste dans le réseau. Ce qui reste dans l’espace est réservé aux personnes qui l’ont rejoint.',
    restricted:
      'Seules les personnes admises lisent ici. L’équipe d’animation admet celles qui en font la demande.',
    private:
      'Sur invitation. Seuls les membres de l’espace lisent ici, et les autres ignorent son existence.',
  },
  whoReads: 'Qui lit ici',
  join: 'Rejoindre',
  joinNamed: 'Rejoindre {name}',
  request: 'Demander l’admission',
  requestNamed: 'Demander l’admission à {name}',
  requested: 'Votre demande d’admission est en attente',
  withdraw: 'Retirer la demande',
  leave: 'Quitter',
  leaveNamed: 'Quitter {name}',
  leaveQuestion:
    'Pour revenir, il vous faudra une nouvelle admission ; d’ici là, vous ne pourrez plus lire ces fils.',
  nowJoined: 'Vous avez rejoint {name}.',
  nowRequested: 'Vous avez demandé l’admission à {name}.',
  nowLeft: 'Vous avez quitté {name}.',
  unread:
    '{count, plural, one {# fil avec du nouveau} many {# de fils avec du nouveau} other {# fils avec du nouveau}}',
  ask: 'Poser une question dans cet espace',
  threads: 'Fils',
  notAdmitted: 'Ici, les fils sont réservés aux personnes admises.',
  facilitators: 'Équipe d’animation',
  members: 'Membres de l’espace',
  moreMembers: 'Afficher plus de membres',
  requests: {
    title:
      '{count, plural, one {# personne demande l’admission} many {# de personnes demandent l’admission} other {# personnes demandent l’admission}}',
    admit: 'Admettre',
    admitNamed: 'Admettre {name}',
    decline: 'Refuser',
    declineNamed: 'Refuser {name}',
    admitted: 'La demande de {name} est acceptée.',
    declined: 'La demande de {name} est refusée.',
  },
};
