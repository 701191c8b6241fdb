import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.ts';
import { precompress } from './build/precompress.ts';

const server = process.env['API_ORIGIN'] ?? 'http://localhost:3000';

export default defineConfig({
  publicDir: 'src/assets/public',
  plugins: [react(), compileMessages(), precompress()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    target: 'es2022',
    // A data: font or image would be refused by the content security policy, and cannot be kept by the browser.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Schemas only describe: a page carries those of the routes it calls, and no others.
      treeshake: { moduleSideEffects: (id) => !id.includes('/packages/contract/') },
      output: {
        // Libraries change seldom: a new build of ours leaves what the browser has of them.
        advancedChunks: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|use-intl|intl-messageformat|@formatjs)\//,
            },
          ],
        },
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
