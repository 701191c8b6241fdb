export default {
  title: 'Ask your counterparts',
  titleField: 'Your question in one sentence',
  titleOther: 'Title',
  titleHint: 'As you would put it to a colleague from another city.',
  body: 'What others need to know',
  bodyHint:
    'Your city, what you have tried, what makes it hard. No names of persons, no cases that could be recognised.',
  preview: {
    label: 'Your text',
    write: 'Write',
    show: 'Preview',
    empty: 'What you write is shown here as others will see it.',
  },
  space: 'Where?',
  spaceChange: 'Choose another space',
  spaceJoins: 'You join this space by posting.',
  spaceMissing: 'Please choose a space.',
  noSpace: 'There is no space yet in which you may start a thread.',
  kind: 'What is it?',
  themes: 'Themes',
  themesHint: 'Up to five. They bring it to people who know the subject.',
  themesChosen: '{count} of {most} chosen',
  language: 'Language of your text',
  languageGuessed: 'Recognised from your text. Change it if it is wrong.',
  languageWhy: 'So that readers of this language find it.',
  sharing: 'Who may read it?',
  sharingFirst: 'Choose a space first.',
  sharingMeans: {
    network: 'Every member of the network reads it and may quote it in other threads.',
    open: 'Those who have joined <bdi>{space}</bdi> read it, and the network’s staff. It cannot be quoted elsewhere, and mails carry a link only.',
    restricted:
      'Those admitted to <bdi>{space}</bdi> read it, and the network’s staff. It cannot be quoted elsewhere, and mails carry a link only.',
    private:
      'Only those who are in <bdi>{space}</bdi> read it. It cannot be quoted elsewhere, and mails carry a link only.',
  },
  submit: {
    question: 'Ask',
    discussion: 'Start the discussion',
    announcement: 'Announce',
    busy: 'Sending…',
  },
  draft: {
    saving: 'Keeping your draft…',
    saved: 'Draft kept. You can go on later, on any device.',
    local: 'No connection. Your draft is kept in this tab.',
    discard: 'Throw the draft away',
  },
  conflict: {
    text: 'You have an unfinished draft:',
    continue: 'Go on with the draft',
    afresh: 'Replace it with the new question',
  },
};
