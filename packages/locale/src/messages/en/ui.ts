export default {
  save: 'Save',
  saved: 'Saved',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  retry: 'Try again',
  more: 'Show more',
  loading: 'Loading…',
  optional: 'optional',
  language: 'Language',
  inLanguage: {
    en: 'English',
    fr: 'Français',
    ar: 'العربية',
  },
  theme: {
    label: 'Appearance',
    system: 'As on this device',
    light: 'Light',
    dark: 'Dark',
  },
  errorSummary: {
    title:
      '{count, plural, one {There is one thing to put right} other {There are # things to put right}}',
    item: '{label}: {text}',
  },
  notice: {
    info: 'Note',
    success: 'Done',
    warning: 'Take care',
    danger: 'Not done',
  },
  remaining: '{count, plural, one {# character left} other {# characters left}}',
  tooLong: '{count, plural, one {# character too many} other {# characters too many}}',
  draftClash: {
    changed: {
      title: 'You have another draft here, from another tab or device.',
      text: 'It is shown here; the text of this page stays in its field. Choose which one to go on with.',
      mine: 'Go on with the text of this page',
      other: 'Use the other draft',
    },
    gone: {
      title: 'This draft was sent or thrown away in another tab or on another device.',
      text: 'Your text is still in its field.',
      mine: 'Keep it as a draft',
      other: 'Throw it away',
    },
    other: 'The other draft',
  },
  formerMember: 'Former member',
};
