import accounts from './en/accounts.ts';
import app from './en/app.ts';
import ask from './en/ask.ts';
import errors from './en/errors.ts';
import institutions from './en/institutions.ts';
import reading from './en/reading.ts';
import search from './en/search.ts';
import spaces from './en/spaces.ts';
import threads from './en/threads.ts';
import ui from './en/ui.ts';

export default { accounts, app, ask, errors, institutions, reading, search, spaces, threads, ui };
