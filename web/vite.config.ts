import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.ts';
import { neutralShell } from './build/neutral-shell.ts';
import { pageFiles } from './build/page-files.ts';
import { plainContract } from './build/plain-contract.ts';
import { precompress } from './build/precompress.ts';

const server = process.env['API_ORIGIN'] ?? 'http://localhost:3000';

/**
 * What every page needs changes together; libraries change seldom; the editor comes after the first
 * paint, in one file. What the page of a thread shares with it has a group of its own, since a group
 * takes with it whatever its files import.
 */
const chunks = [
  {
    name: 'libraries',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|use-intl|intl-messageformat|@formatjs)\//,
    priority: 4,
  },
  {
    name: 'thread',
    test: /web\/src\/features\/threads\/(state|reading|posts\/(post-context|prose)|api)/,
    priority: 2,
  },
  {
    name: 'writing',
    test: /web\/src\/features\/threads\/(composer|editor(?!\/Preview)|hints|page\/Writing)/,
    priority: 1,
  },
  {
    // Shared by the places to write, and needed only there.
    name: 'drafts',
    test: /web\/src\/(lib\/drafts\/|ui\/(DraftClash|OtherText))/,
    priority: 2,
  },
  {
    name: 'common',
    test: /web\/src\/(ui(?!\/(DraftClash|OtherText))|lib(?!\/drafts)|app(?!\/pages)|features\/threads\/parts)\/|(?:counterpart\/contract$)|packages\/(locale\/src\/(?!messages\/)|text\/src\/(direction|excerpt|language|mention))|node_modules\/idb\//,
    priority: 3,
  },
];

export default defineConfig({
  publicDir: 'src/assets/public',
  plugins: [
    plainContract(),
    react(),
    compileMessages(),
    neutralShell(),
    pageFiles(),
    precompress(),
  ],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    target: 'es2022',
    // A data: font or image would be refused by the content security policy, and cannot be kept by the browser.
    assetsInlineLimit: 0,
    // One file of about 8 kB as sent; a file per component would be thirty requests.
    cssCodeSplit: false,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker.ts' },
      output: {
        // A worker governs the folder it lies in, and is found under the same name in every build.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        // Few files: on a slow line each request costs more than the bytes it brings.
        advancedChunks: { groups: chunks },
      },
    },
  },
  server: {
    strictPort: true,
    proxy: {
      '/api/live': { target: server, ws: true },
      '/api': server,
    },
  },
});
