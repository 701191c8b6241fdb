import type english from './en.ts';
import accounts from './fr/accounts.ts';
import app from './fr/app.ts';
import ask from './fr/ask.ts';
import errors from './fr/errors.ts';
import institutions from './fr/institutions.ts';
import reading from './fr/reading.ts';
import search from './fr/search.ts';
import spaces from './fr/spaces.ts';
import threads from './fr/threads.ts';
import ui from './fr/ui.ts';

const messages: typeof english = {
  accounts,
  app,
  ask,
  errors,
  institutions,
  reading,
  search,
  spaces,
  threads,
  ui,
};

export default messages;
