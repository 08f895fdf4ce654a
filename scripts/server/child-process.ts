import { spawn } from 'node:child_process';

/** The result of a program that we ran. */
export interface ChildOutcome {
  code: number;
  /** Its output, both streams in order; empty if it printed to our own terminal. */
  output: string;
}

interface Run {
  /** Node's arguments: a script of a package, and its arguments. */
  args: string[];
  cwd: string;
  /** Added to our own environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** `pipe` keeps what it prints for later; `inherit` lets it print. */
  print: 'pipe' | 'inherit';
  stop?: AbortSignal;
  /** How long it may take to end when asked, before it is killed. */
  patienceMs?: number;
  /** Called with each line it prints, when piped. */
  onLine?: (line: string) => void;
}

/**
 * Runs a Node program and its children as a process group, and ends the whole group on request: bundlers and
 * test runners start workers that would survive a signal to their parent alone.
 */
export async function runNode({
  args,
  cwd,
  env,
  print,
  stop,
  patienceMs = 4_000,
  onLine,
}: Run): Promise<ChildOutcome> {
  stop?.throwIfAborted();
  const grouped = process.platform !== 'win32';
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', print === 'pipe' ? 'pipe' : 'inherit', print === 'pipe' ? 'pipe' : 'inherit'],
    detached: grouped,
  });
  const signal = (name: NodeJS.Signals) => {
    try {
      if (grouped && child.pid) process.kill(-child.pid, name);
      else child.kill(name);
    } catch {
      // Gone already.
    }
  };
  let output = '';
  const keep = (chunk: Buffer) => {
    const text = chunk.toString();
    output += text;
    for (const line of text.split('\n')) if (line.trim()) onLine?.(line.trim());
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);

  let impatience: NodeJS.Timeout | undefined;
  const end = () => {
    signal('SIGTERM');
    impatience = setTimeout(() => signal('SIGKILL'), patienceMs);
  };
  const atExit = () => signal('SIGKILL');
  stop?.addEventListener('abort', end);
  process.on('exit', atExit);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status, killed) => resolve(status ?? (killed ? 1 : 0)));
    });
    return { code, output };
  } finally {
    clearTimeout(impatience);
    stop?.removeEventListener('abort', end);
    process.removeListener('exit', atExit);
    // The group leader has ended; a worker that outlives it is killed.
    if (stop?.aborted) signal('SIGKILL');
  }
}
