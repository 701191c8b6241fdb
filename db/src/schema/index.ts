export * from './accounts.ts';
export * from './archive.ts';
export * from './institutions.ts';
export * from './log.ts';
export * from './reading.ts';
export * from './search.ts';
export * from './spaces.ts';
export * from './threads.ts';
