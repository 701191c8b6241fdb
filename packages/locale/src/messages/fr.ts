import type english from './en.ts';
import accounts from './fr/accounts.json';
import app from './fr/app.json';
import errors from './fr/errors.json';
import institutions from './fr/institutions.json';
import reading from './fr/reading.json';
import spaces from './fr/spaces.json';
import threads from './fr/threads.json';
import ui from './fr/ui.json';

const messages: typeof english = {
  accounts,
  app,
  errors,
  institutions,
  reading,
  spaces,
  threads,
  ui,
};

export default messages;
