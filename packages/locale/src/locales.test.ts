import { describe, expect, it } from 'vitest';
import { directionOf, pickLocale } from './locales.ts';

describe('pickLocale', () => {
  it('takes the member before the cookie before the browser', () => {
    expect(pickLocale('en', 'fr', 'ar')).toBe('ar');
    expect(pickLocale('en', 'fr', undefined)).toBe('fr');
    expect(pickLocale('ar-MA,fr;q=0.9')).toBe('ar');
  });

  it('weighs what the browser wishes', () => {
    expect(pickLocale('de, en;q=0.5, fr-CA;q=0.8')).toBe('fr');
    expect(pickLocale('fr;q=0, ar;q=0.1')).toBe('ar');
  });

  it('falls back to English for anything else', () => {
    expect(pickLocale(undefined)).toBe('en');
    expect(pickLocale('de', 'xx', 'constructor')).toBe('en');
    expect(pickLocale(';;;,q=,')).toBe('en');
  });
});

it('runs right to left in Arabic only', () => {
  expect([directionOf('en'), directionOf('fr'), directionOf('ar')]).toEqual(['ltr', 'ltr', 'rtl']);
});
