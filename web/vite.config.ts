import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Puts build/wasm/core.wasm beside the pages as /core.wasm. Without it the desk works, and only the server checks. */
function coreModule(): Plugin {
  const file = at('../build/wasm/core.wasm');
  return {
    name: 'core-module',
    apply: 'build',
    generateBundle() {
      if (!fs.existsSync(file))
        return this.warn('build/wasm/core.wasm is missing: forms are checked by the server only');
      this.emitFile({ type: 'asset', fileName: 'core.wasm', source: fs.readFileSync(file) });
    },
  };
}

/** Puts the handheld's service worker and manifest beside its page, under names that stay. */
function fieldFiles(): Plugin {
  return {
    name: 'field-files',
    apply: 'build',
    generateBundle() {
      for (const name of ['sw.js', 'manifest.webmanifest'])
        this.emitFile({ type: 'asset', fileName: `field/${name}`, source: fs.readFileSync(at(`field/${name}`)) });
    },
  };
}

export default defineConfig({
  root: at('.'),
  plugins: [vue(), coreModule(), fieldFiles()],
  resolve: {
    alias: { '@shared': at('shared'), '@desk': at('desk'), '@law': at('../law'), '@guide': at('../docs/guide') },
  },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2020',
    reportCompressedSize: true,
    rollupOptions: {
      input: [at('index.html'), at('field/index.html')],
      output: {
        // What changes rarely is cached apart from what changes with every release.
        manualChunks: (id) => {
          if (id.includes('/law/wording/')) return 'wording';
          if (!id.includes('node_modules')) return undefined;
          if (/echarts|zrender|tslib/.test(id)) return 'charts';
          if (/element-plus|@element-plus|@popperjs|@floating-ui|lodash|dayjs|async-validator/.test(id))
            return 'elements';
          // What only one page needs comes with that page.
          return /node_modules\/(@vue|vue|openapi-fetch)/.test(id) ? 'vendor' : undefined;
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/core.wasm'].map((path) => [path, process.env.XIEZHI_API ?? 'http://127.0.0.1:8080']),
    ),
    fs: { allow: [at('..')] },
  },
});
