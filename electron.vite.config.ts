import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Build targets are set by hand: they must suit the oldest Electron the app runs in (see docs/toolchain.md),
// while electron-vite would derive newer ones from the installed electron package.
const nodeTarget = 'node20';
const chromeTarget = 'chrome130';

// Only the native modules stay outside the bundle; the packaged app ships them beside the archive.
const external = ['better-sqlite3', 'koffi'];

/**
 * pdfkit reads its colour profile and the metrics of the standard fonts from files beside its source. In the
 * bundle the profile is part of the code; the standard fonts are not used (the report embeds its own).
 */
function pdfkitData(): Plugin {
  const read = /fs\.readFileSync\((?:__dirname \+ '|`\$\{__dirname\})\/data\/([\w.-]+)['`](?:, 'utf8')?\)/g;
  return {
    name: 'pdfkit-data',
    transform(code, id) {
      if (!/[\\/]pdfkit[\\/]js[\\/]pdfkit\.(?:es\.)?js$/.test(id)) return undefined;
      let profiles = 0;
      const inlined = code.replace(read, (_call, name: string) => {
        if (!name.endsWith('.icc')) {
          return `(() => { throw new Error('the standard font ${name} is not part of the app'); })()`;
        }
        profiles += 1;
        const data = readFileSync(join(dirname(id), 'data', name)).toString('base64');
        return `Buffer.from('${data}', 'base64')`;
      });
      if (profiles === 0 || /readFileSync\([^)]*__dirname/.test(inlined)) {
        throw new Error('pdfkit reads its data in a new way: see electron.vite.config.ts');
      }
      return { code: inlined, map: null };
    },
  };
}

export default defineConfig({
  main: {
    plugins: [pdfkitData()],
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      externalizeDeps: false,
      sourcemap: true,
      lib: {
        // The service runs in a utility process of its own, hence a second entry beside the main one.
        entry: {
          index: 'electron/main/index.ts',
          service: 'electron/service/index.ts',
          // The library of a token runs in a process of its own too: it may crash or hang.
          token: 'electron/token/child.ts',
          // Spreadsheet libraries read in a thread of its own, with bounds.
          lists: 'electron/import/library-worker.ts',
        },
        formats: ['cjs'],
      },
      rolldownOptions: {
        external,
        output: { entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      externalizeDeps: false,
      isolatedEntries: true,
      lib: { entry: { index: 'electron/preload/index.ts' }, formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      minify: true,
      sourcemap: false,
      rolldownOptions: { input: { index: 'renderer/index.html', sheets: 'renderer/sheets.html' } },
    },
  },
});
