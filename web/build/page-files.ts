import type { Plugin } from 'vite';

/** Loaded only where they are asked for: other languages, and what renders a preview. */
const seldom = /\/locale\/src\/messages\/|\/editor\/Preview\.tsx$/;

/** Writes `pages.json`: the scripts of all pages, which the service worker keeps for reading offline. */
export function pageFiles(): Plugin {
  return {
    name: 'page-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((file) => {
        if (file.type !== 'chunk' || !file.fileName.startsWith('assets/')) return [];
        return seldom.test(file.facadeModuleId ?? '') ? [] : [`/${file.fileName}`];
      });
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(files) });
    },
  };
}
