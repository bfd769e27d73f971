import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  plugins: [vue()],
  resolve: { alias: { '@shared': at('shared'), '@desk': at('desk'), '@law': at('../law') } },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2020',
    reportCompressedSize: true,
    rollupOptions: {
      output: {
        // What changes rarely is cached apart from what changes with every release.
        manualChunks: (id) => {
          if (id.includes('/law/wording/')) return 'wording';
          if (!id.includes('node_modules')) return undefined;
          return /element-plus|@element-plus|@popperjs|@floating-ui|lodash|dayjs|async-validator/.test(id)
            ? 'elements'
            : 'vendor';
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': process.env.XIEZHI_API ?? 'http://127.0.0.1:8080' } },
});
