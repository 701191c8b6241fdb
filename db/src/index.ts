export * from './busy.ts';
export * from './client.ts';
export * from './clock.ts';
export * from './ids.ts';
export * from './locks.ts';
export * from './log.ts';
export * from './numberer.ts';
