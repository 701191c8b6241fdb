import accounts from './en/accounts.json';
import app from './en/app.json';
import errors from './en/errors.json';
import institutions from './en/institutions.json';
import reading from './en/reading.json';
import spaces from './en/spaces.json';
import threads from './en/threads.json';
import ui from './en/ui.json';

export default { accounts, app, errors, institutions, reading, spaces, threads, ui };
