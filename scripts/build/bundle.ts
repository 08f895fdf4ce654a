import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles `server.ts`, its threads and the web process beside it, for Node: our own files are bundled,
 * packages are not. `server-only` is a guard for Next's bundles and has no effect here; styles belong to
 * pages, which Next builds.
 */
export async function bundleServer(root: string, outfile: string): Promise<void> {
  const nothing: Plugin = {
    name: 'nothing',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(server-only|client-only)$|\.css$/ }, ({ path }) => ({
        path,
        namespace: 'nothing',
      }));
      onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
    },
  };
  const beside = (name: string): string => join(dirname(outfile), name);
  const bundles = [
    ['server.ts', outfile],
    ['app/_serving/threads/heavy-worker.ts', beside('heavy.mjs')],
    ['app/_serving/threads/health-worker.ts', beside('health.mjs')],
    ['scripts/server/web.ts', beside('web.mjs')],
  ] as const;
  await Promise.all(
    bundles.map(([entry, file]) =>
      build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: file,
        bundle: true,
        platform: 'node',
        target: 'node20.19',
        format: 'esm',
        jsx: 'automatic',
        packages: 'external',
        define: { 'process.env.NODE_ENV': '"production"' },
        plugins: [nothing],
        sourcemap: 'linked',
        logLevel: 'silent',
      }),
    ),
  );
}
