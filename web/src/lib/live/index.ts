// What features use of the live side: docs/events.md
export { applyEvent, askAgain, asOfOf, expectAsOf } from './ask-again.ts';
export { catchingUp } from './catching-up.ts';
export { onConnected, onEvent, onRefused, onResync, startLive } from './live.ts';
export { type EventHandler, type Place, type PlaceHandler, scopeOf } from './registry.ts';
export { useScopes } from './use-scopes.ts';
