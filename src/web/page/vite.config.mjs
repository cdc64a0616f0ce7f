import { defineConfig } from 'vite';

/** `vite src/web/page` serves the page while it is written, its questions answered by a server on port 4000. */
const config = defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    outDir: '../../../dist/web/page',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/export': 'http://127.0.0.1:4000' } },
});

export { config as default };
