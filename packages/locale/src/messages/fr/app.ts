export default {
  name: 'Counterpart',
  tagline: 'Le forum où les villes apprennent les unes des autres',
  pageTitle: '{page} – Counterpart',
  skip: 'Aller au contenu',
  nav: {
    label: 'Navigation principale',
    home: 'Accueil',
    spaces: 'Espaces',
    ask: 'Poser une question',
    askShort: 'Interroger',
    threads: 'Fils',
    search: 'Recherche',
    saved: 'Signets',
    you: 'Vous',
    yourSpaces: 'Vos espaces',
    signIn: 'Se connecter',
    withUnread:
      '{name}, {count, plural, one {# fil avec du nouveau} many {# de fils avec du nouveau} other {# fils avec du nouveau}}',
    context: 'Contexte',
  },
  status: {
    label: 'Connexion',
    connecting: 'Connexion en cours…',
    offline: 'Hors ligne',
    offlineWaiting:
      '{count, plural, one {Hors ligne, # contribution en attente d’envoi} many {Hors ligne, # de contributions en attente d’envoi} other {Hors ligne, # contributions en attente d’envoi}}',
    notSent:
      '{count, plural, one {# contribution n’a pas pu être envoyée} many {# de contributions n’ont pas pu être envoyées} other {# contributions n’ont pas pu être envoyées}}',
    current: 'De nouveau à jour',
  },
  newVersion: {
    text: 'Une version plus récente de ces pages est disponible. Ce que vous avez saisi est conservé.',
    reload: 'La charger maintenant',
  },
  signedOut: {
    text: 'Votre connexion a pris fin. Ce que vous avez saisi est conservé sur cette page.',
    signIn: 'Se reconnecter',
    page: 'Aller plutôt à la page de connexion',
  },
  withoutScripts:
    'Les fils se lisent sans scripts, à leur propre adresse. Pour vous connecter, écrire et tout le reste, autorisez les scripts pour ce site.',
  notFound: {
    title: 'Cette page n’est pas ici',
    text: 'L’adresse est peut-être erronée, ou ce qui s’y trouvait a été déplacé vers un endroit que vous ne pouvez pas voir.',
    home: 'Aller à l’accueil',
  },
  away: {
    title: 'Il n’y a pas de connexion',
    text: 'Cette page ne peut pas être chargée pour le moment. Elle s’ouvrira d’elle-même dès que la connexion sera rétablie. Ce que vous avez saisi est conservé, et ce qui attend partira alors.',
  },
  crash: {
    title: 'Cette page n’a pas pu être affichée',
    text: 'L’erreur vient de nous, pas de vous. Ce que vous avez saisi est conservé. Réessayez ; si cela se reproduit, prévenez votre secrétariat.',
  },
};
