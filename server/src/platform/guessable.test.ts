import { expect, it } from 'vitest';
import { isGuessable } from './guessable.ts';

const owner = { email: 'amina.diallo@mombasa.example', name: 'Amina Diallo' };

it.each([
  'password1234567',
  '123456789012345',
  'aaaaaaaaaaaaaaa',
  'passwordpassword',
  'P@ssw0rdP@ssw0rd',
  'qwertyuiopasdfgh',
  'liverpool1234567',
  'abcdefghijklmnop',
  'iloveyouiloveyou',
  'welcome to counterpart',
  'I am amina.diallo here',
  'AminaDiallo2024',
  'a'.repeat(256),
])('%s is tried first', (password) => {
  expect(isGuessable(password, owner)).toBe(true);
});

it.each([
  'a lantern by the harbour',
  'correct horse battery staple',
  'un fanal sur le vieux port',
  'الفانوس عند الميناء القديم',
  'tR9!kWq2-zVb7#mXe',
])('%s is not', (password) => {
  expect(isGuessable(password, owner)).toBe(false);
});
