import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

function compileTree(tree: unknown): unknown {
  if (typeof tree === 'string') return compile(tree);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, compileTree(value)]));
}

/** Parses the messages when the pages are built, so that no browser has to load a parser for them. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^use-intl\/format-message$/,
            replacement: 'use-intl/format-message/format-only',
          },
        ],
      },
      // Bundled ahead in development, use-intl would come with its parser after all.
      optimizeDeps: { exclude: ['use-intl'] },
    }),
    transform(code, id) {
      if (!/\/locale\/src\/messages\/\w+\/\w+\.json$/.test(id)) return null;
      return { code: JSON.stringify(compileTree(JSON.parse(code))), map: null };
    },
  };
}
