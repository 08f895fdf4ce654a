import { build, type Plugin } from 'esbuild';

/**
 * Bundles `server.ts` for Node: our own files in one, packages left where they are. `server-only` is a guard
 * for Next's bundles and nothing here; styles belong to pages, which Next builds.
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
  await build({
    absWorkingDir: root,
    entryPoints: ['server.ts'],
    outfile,
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
  });
}
