export * from './factories.ts';
export * from './template.ts';
export * from './thread-factories.ts';
