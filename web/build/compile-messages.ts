import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

function compileTree(tree: unknown): unknown {
  if (typeof tree === 'string') return compile(tree);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, compileTree(value)]));
}

/** What a file of messages exports. It is a plain object without imports, so it can be run as it is. */
async function valueOf(code: string): Promise<unknown> {
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return typeof module === 'object' && module !== null && 'default' in module
    ? module.default
    : undefined;
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
    async transform(code, id) {
      if (!/\/locale\/src\/messages\/\w+\/\w+\.ts$/.test(id)) return null;
      const compiled = compileTree(await valueOf(code));
      return { code: `export default ${JSON.stringify(compiled)};`, map: null };
    },
  };
}
