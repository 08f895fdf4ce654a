import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles `server.ts`, the thread for heavy questions and the web process beside it, for Node: our own files are bundled,
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
  const heavy = join(dirname(outfile), 'heavy.mjs');
  const bundles = [
    ['server.ts', outfile],
    ['app/_serving/heavy-worker.ts', heavy],
    ['scripts/server/web.ts', join(dirname(outfile), 'web.mjs')],
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
