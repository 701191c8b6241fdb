export { keepBookmark, noteOwnPost, setFollow, setRead } from './actions.ts';
export { homeDocument } from './document.ts';
export { serveReading } from './routes.ts';
