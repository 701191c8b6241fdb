import { StartError } from '@counterpart/db';
import { expect, test } from 'vitest';
import { describeSettings, readConfig } from './config.ts';

test('without any setting it is a demo network on port 3000 with the embedded database', () => {
  expect(readConfig({}, '/house')).toEqual({
    port: 3000,
    host: undefined,
    publicUrl: 'http://localhost:3000',
    trustProxy: [],
    databaseUrl: undefined,
    dataDir: '/house/.data',
    systemDir: '/var/lib/counterpart',
    mode: 'demo',
    modeNamed: false,
    rateLimits: true,
    meili: undefined,
    smtpUrl: undefined,
    logLevel: 'warn',
  });
});

test('a database of your own makes a live network; an empty setting is none', () => {
  const url = 'postgres://me:secret@db.example.org/house';
  const config = readConfig({ DATABASE_URL: url, PORT: '', HOST: '' });
  expect(config).toMatchObject({ databaseUrl: url, mode: 'live', port: 3000, host: undefined });
});

test('each setting is read', () => {
  const config = readConfig(
    {
      PORT: '8080',
      HOST: '::1',
      PUBLIC_URL: 'https://forum.example.org/',
      TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8',
      DATA_DIR: 'data',
      MODE: 'live',
      MEILI_URL: 'http://localhost:7700',
      MEILI_KEY: 'key',
      LOG_LEVEL: 'debug',
    },
    '/house',
  );
  expect(config).toMatchObject({
    port: 8080,
    host: '::1',
    publicUrl: 'https://forum.example.org',
    trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    dataDir: '/house/data',
    systemDir: undefined,
    modeNamed: true,
    meili: { url: 'http://localhost:7700/', key: 'key' },
    logLevel: 'debug',
  });
});

test.each<[string, string]>([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '3000abc'],
  ['PORT', '3e3'],
  ['HOST', 'http://localhost'],
  ['PUBLIC_URL', 'forum.example.org'],
  ['PUBLIC_URL', 'https://example.org/forum'],
  ['PUBLIC_URL', 'https://me:secret@example.org'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '10.0.0.0/40'],
  ['DATABASE_URL', 'mysql://localhost/house'],
  ['DATABASE_URL', 'postgres://localhost'],
  ['DATABASE_URL', 'postgres://me:50%@localhost/house'],
  ['DATABASE_URL', 'postgres://me%2:0@localhost/house'],
  ['DATABASE_URL', 'postgres://me:secret@localhost/ho%zzuse'],
  ['MODE', 'production'],
  ['RATE_LIMITS', 'false'],
  ['MEILI_URL', 'localhost:7700'],
  ['SMTP_URL', 'mail.example.org'],
  ['LOG_LEVEL', 'verbose'],
])('%s=%s stops the start and is named', (name, text) => {
  const start = () => readConfig({ [name]: text });
  expect(start).toThrow(StartError);
  expect(start).toThrow(new RegExp(`^${name} is wrong: .* it must be `));
});

test('all wrong settings are told at once, and secrets are not shown', () => {
  const start = () => readConfig({ PORT: 'x', DATABASE_URL: 'me:secret@host' });
  expect(start).toThrow('PORT is wrong: "x" was found');
  expect(start).toThrow('DATABASE_URL is wrong: its value, not shown here, was found');
});

test('signs of a password that mean something in an address are written as numbers', () => {
  const url = 'postgres://me:50%25%40home@localhost/house';
  expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  expect(() => readConfig({ DATABASE_URL: 'postgres://me:50%@localhost/house' })).toThrow(
    'written as %25',
  );
});

test('demo with a database of your own, and a live network without limits, are refused', () => {
  const url = 'postgres://localhost/house';
  expect(() => readConfig({ MODE: 'demo', DATABASE_URL: url })).toThrow('leave DATABASE_URL out');
  expect(() => readConfig({ MODE: 'live', RATE_LIMITS: 'off' })).toThrow('a live network refuses');
});

test('every setting can be documented', () => {
  for (const row of describeSettings()) {
    for (const text of Object.values(row)) expect(text).not.toBe('');
  }
});
