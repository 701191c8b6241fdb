export { countWords } from './count-words.ts';
export { createGlossary } from './glossary.ts';
export { indexWhatIsWritten } from './hooks.ts';
export { keepIndex } from './keep-index.ts';
export { serveSearch } from './routes.ts';
export { search } from './search.ts';
