import { expect, it } from 'vitest';
import { timeOfDay } from './time-of-day.ts';

it('greets by the clock of the member, not of the device', () => {
  const moment = Date.parse('2026-11-22T10:30:00Z');
  expect(timeOfDay(moment, 'UTC')).toBe('morning');
  expect(timeOfDay(moment, 'Asia/Beirut')).toBe('afternoon');
  expect(timeOfDay(moment, 'Asia/Manila')).toBe('evening');
  expect(timeOfDay(Date.parse('2026-11-22T00:10:00Z'), 'UTC')).toBe('evening');
});
