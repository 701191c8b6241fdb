export { adoptSession, sessionQuery, useMe, useSession, useSetPreferences } from './api.ts';
