import accounts from './ar/accounts.ts';
import app from './ar/app.ts';
import ask from './ar/ask.ts';
import errors from './ar/errors.ts';
import institutions from './ar/institutions.ts';
import reading from './ar/reading.ts';
import search from './ar/search.ts';
import spaces from './ar/spaces.ts';
import threads from './ar/threads.ts';
import ui from './ar/ui.ts';
import type english from './en.ts';

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
