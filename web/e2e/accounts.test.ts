import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow, useStage } from './support/stage.ts';

const stage = useStage();

describe.each(['en', 'fr', 'ar'] as const)('sign-in in %s', (locale) => {
  test.each([
    ['wide', 'light'],
    ['narrow', 'dark'],
  ] as const)('the page is whole, %s and %s', async (width, theme) => {
    const page = await stage.visit('/sign-in', { locale, width, theme });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Amina Dahir').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    await expectAccessible(page);
    await expectNoOverflow(page);
  });
});

test('one tap makes a visitor one of the cast, and signing out ends it', async () => {
  const page = await stage.visit('/');
  await page.getByRole('button', { name: /Amina Dahir/ }).click();
  await page.waitForURL('**/');
  const { request } = page.context();
  expect((await request.get('/api/session')).status()).toBe(200);
  await page.goto('/you');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in**');
  expect((await request.get('/api/session')).status()).toBe(401);
});

test('a wrong password is refused in words, and the address stays', async () => {
  const page = await stage.visit('/sign-in');
  await page.getByLabel('Email').fill('nobody@example.org');
  await page.getByLabel('Password').fill('not the right one at all');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Email').inputValue()).toBe('nobody@example.org');
});
