/** The line in which the writings of one thread wait. */
export const threadLine = (threadId: number): string => `thread:${threadId}`;

/** The line of threads that are not there yet. */
export const newThreads = 'threads';
