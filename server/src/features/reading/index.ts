export { keepBookmark, noteOwnPost, setFollow, setRead } from './actions.ts';
export { getHome } from './queries.ts';
export { serveReading } from './routes.ts';
