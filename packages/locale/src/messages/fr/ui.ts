export default {
  save: 'Enregistrer',
  saved: 'Enregistré',
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Retour',
  retry: 'Réessayer',
  more: 'Afficher plus',
  loading: 'Chargement…',
  optional: 'facultatif',
  language: 'Langue',
  inLanguage: {
    en: 'English',
    fr: 'Français',
    ar: 'العربية',
  },
  theme: {
    label: 'Apparence',
    system: 'Comme sur cet appareil',
    light: 'Clair',
    dark: 'Sombre',
  },
  errorSummary: {
    title:
      '{count, plural, one {Il y a un point à corriger} many {Il y a # de points à corriger} other {Il y a # points à corriger}}',
    item: '{label} : {text}',
  },
  notice: {
    info: 'À noter',
    success: 'C’est fait',
    warning: 'Attention',
    danger: 'Échec',
  },
  remaining:
    '{count, plural, one {Encore # caractère} many {Encore # de caractères} other {Encore # caractères}}',
  tooLong:
    '{count, plural, one {# caractère de trop} many {# de caractères de trop} other {# caractères de trop}}',
  draftClash: {
    changed: {
      title:
        'Vous avez ici un autre brouillon, écrit dans un autre onglet ou sur un autre appareil.',
      text: 'Il s’affiche ici ; le texte de cette page reste dans son champ. Choisissez celui que vous voulez poursuivre.',
      mine: 'Poursuivre le texte de cette page',
      other: 'Reprendre l’autre brouillon',
    },
    gone: {
      title: 'Ce brouillon a été envoyé ou supprimé dans un autre onglet ou sur un autre appareil.',
      text: 'Votre texte est toujours dans son champ.',
      mine: 'Le garder comme brouillon',
      other: 'Le supprimer',
    },
    other: 'L’autre brouillon',
  },
  formerMember: 'Ancien membre',
};
