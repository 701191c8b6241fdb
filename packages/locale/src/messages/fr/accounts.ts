export default {
  signIn: {
    title: 'Se connecter',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    code: 'Code de vérification',
    codeHint: 'Les six chiffres affichés par votre application d’authentification.',
    submit: 'Se connecter',
    busy: 'Connexion en cours…',
    codeNeeded: 'Le mot de passe est correct. Veuillez saisir aussi le code.',
    closed:
      'Les membres sont invités par leur ville. Si vous n’avez pas de compte, adressez-vous au point focal de votre ville.',
  },
  cast: {
    title: 'Ou découvrez le forum dans la peau de l’une de ces personnes',
    note: 'Ceci est une démonstration. Les personnes et tout ce qu’elles disent sont inventés. Rien ici n’affirme quoi que ce soit sur une ville réelle, et il n’y a aucun lien avec un réseau existant.',
    become: 'Entrer en tant que {name}',
    show: '{count, plural, one {Afficher # autre personne} many {Afficher # d’autres personnes} other {Afficher # autres personnes}}',
    empty:
      'Les personnes de la démonstration sont en préparation. Veuillez recharger cette page dans un instant.',
    speaks: 'Lit les pages en {language}',
  },
  you: {
    title: 'Vous',
    profile: 'Profil',
    name: 'Nom',
    seat: 'Fonction',
    city: 'Ville',
    organisation: 'Organisation',
    languages: 'Langues',
    roles: 'Rôles',
    role: {
      facilitator: 'Animation',
      moderator: 'Modération',
      admin: 'Administration',
    },
    preferences: 'Langue et affichage',
    locale: 'Langue des pages',
    localeHint: 'Ce que les membres écrivent reste dans leur langue.',
    numerals: 'Chiffres',
    numeralsLocale: 'Selon l’usage de votre pays',
    numeralsLatin: 'Toujours 123',
    timeZone: 'Fuseau horaire',
    timeZoneHint: 'Les heures sont affichées dans ce fuseau.',
    saved: 'Votre choix est enregistré.',
    unnamed: 'Membre sans nom',
  },
  sessions: {
    title: 'Vos connexions en cours',
    current: 'Cet appareil',
    used: 'dernière utilisation {when}',
    since: 'connexion ouverte {when}',
    end: 'Déconnecter',
    endNamed: 'Déconnecter {agent}',
    ended: 'Cette connexion a pris fin.',
    unknownAgent: 'Appareil inconnu',
    agent: '{browser} sous {system}',
  },
  signOut: {
    button: 'Se déconnecter',
    unsent: {
      title: 'Se déconnecter avec des textes non envoyés ?',
      posts:
        '{count, plural, one {# contribution n’est pas encore envoyée.} many {# de contributions ne sont pas encore envoyées.} other {# contributions ne sont pas encore envoyées.}}',
      texts:
        '{count, plural, one {# texte commencé ne se trouve que sur cet appareil.} many {# de textes commencés ne se trouvent que sur cet appareil.} other {# textes commencés ne se trouvent que sur cet appareil.}}',
      lost: 'La déconnexion les efface de cet appareil, sans retour possible.',
      look: 'Les voir d’abord',
      anyway: 'Se déconnecter et les effacer',
    },
    later: {
      title: 'Votre session n’a pas encore pu être fermée',
      text: 'Tout ce que ce réseau a gardé sur cet appareil est effacé, et rien de ce qui attendait ne sera envoyé. La session elle-même prendra fin dès que la connexion sera rétablie et que ces pages seront ouvertes ici. Vous pouvez aussi y mettre fin depuis un autre appareil : sur votre page « Vous », sous « Vos connexions en cours ».',
      ended: 'La session est fermée, et il ne reste rien de vous sur cet appareil.',
    },
    hint: 'Tout ce que ce réseau a gardé sur cet appareil est effacé.',
  },
  link: {
    title: 'Ouvrir votre compte',
    intro: 'Vous pourrez ainsi administrer ce réseau. Le lien ne sert qu’une fois.',
    name: 'Votre nom',
    password: 'Choisissez un mot de passe',
    passwordHint:
      'Au moins {count, plural, one {# caractère} many {# de caractères} other {# caractères}}. Plusieurs mots à la suite conviennent bien.',
    submit: 'Ouvrir le compte',
    missing:
      'Cette adresse est incomplète. Veuillez ouvrir le lien entier, tel qu’il figure dans le terminal ou le courriel.',
  },
};
