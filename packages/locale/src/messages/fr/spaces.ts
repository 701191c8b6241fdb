export default {
  access: {
    open: 'Ouvert',
    restricted: 'Restreint',
    private: 'Privé',
  },
  accessMeans: {
    open: 'Tous les membres peuvent lire et rejoindre cet espace.',
    restricted: 'L’équipe d’animation admet les personnes qui en font la demande.',
    private: 'Sur invitation. Les autres ignorent son existence.',
  },
  join: 'Rejoindre',
  request: 'Demander l’admission',
  requested: 'Votre demande d’admission est en attente',
  leave: 'Quitter',
  joined: 'Vous êtes dans cet espace',
  threads:
    '{count, plural, =0 {aucun fil pour l’instant} one {# fil} many {# de fils} other {# fils}}',
  unread:
    '{count, plural, one {# avec du nouveau} many {# avec du nouveau} other {# avec du nouveau}}',
};
