/** Where the time comes from; passed in, so that tests and the demo story choose it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
