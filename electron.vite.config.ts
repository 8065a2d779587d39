import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Build targets are set by hand: they must suit the oldest Electron the app runs in (see docs/toolchain.md),
// while electron-vite would derive newer ones from the installed electron package.
const nodeTarget = 'node20';
const chromeTarget = 'chrome130';

// Only the native module stays outside the bundle; the packaged app ships it beside the archive.
const external = ['better-sqlite3'];

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      externalizeDeps: false,
      sourcemap: true,
      lib: {
        // The service runs in a utility process of its own, hence a second entry beside the main one.
        entry: { index: 'electron/main/index.ts', service: 'electron/service/index.ts' },
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
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
