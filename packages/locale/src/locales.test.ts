import { describe, expect, it } from 'vitest';
import { directionOf, pickLocale } from './locales.ts';

describe('pickLocale', () => {
  it('takes the member before the cookie before the browser', () => {
    expect(pickLocale({ acceptLanguage: 'en', cookie: 'fr', member: 'ar' })).toBe('ar');
    expect(pickLocale({ acceptLanguage: 'en', cookie: 'fr' })).toBe('fr');
    expect(pickLocale({ acceptLanguage: 'ar-MA,fr;q=0.9' })).toBe('ar');
  });

  it('weighs what the browser wishes', () => {
    expect(pickLocale({ acceptLanguage: 'de, en;q=0.5, fr-CA;q=0.8' })).toBe('fr');
    expect(pickLocale({ acceptLanguage: 'fr;q=0, ar;q=0.1' })).toBe('ar');
  });

  it('falls back to English for anything else', () => {
    expect(pickLocale({})).toBe('en');
    expect(pickLocale({ acceptLanguage: 'de', cookie: 'xx', member: 'constructor' })).toBe('en');
    expect(pickLocale({ acceptLanguage: ';;;,q=,' })).toBe('en');
  });
});

it('runs right to left in Arabic only', () => {
  expect([directionOf('en'), directionOf('fr'), directionOf('ar')]).toEqual(['ltr', 'ltr', 'rtl']);
});
