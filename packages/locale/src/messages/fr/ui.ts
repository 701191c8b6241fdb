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
  formerMember: 'Ancien membre',
};
