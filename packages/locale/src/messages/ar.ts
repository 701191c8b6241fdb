import accounts from './ar/accounts.json';
import app from './ar/app.json';
import errors from './ar/errors.json';
import institutions from './ar/institutions.json';
import reading from './ar/reading.json';
import spaces from './ar/spaces.json';
import threads from './ar/threads.json';
import ui from './ar/ui.json';
import type english from './en.ts';

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
