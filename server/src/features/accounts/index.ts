export { checkPassword, type Keys, linkFirstAdmin } from './actions.ts';
export { getSession } from './queries.ts';
export { createEntrance, serveAccounts } from './routes.ts';
export { accountTasks } from './tasks.ts';
export { addUnclaimed } from './unclaimed.ts';
