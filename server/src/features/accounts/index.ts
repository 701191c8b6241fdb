export { checkPassword, type Keys } from './actions.ts';
export { getSession } from './queries.ts';
export { createEntrance, serveAccounts } from './routes.ts';
