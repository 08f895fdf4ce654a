// A command of `npm run`: its name, its options, and what it prints for `--help`.

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { messageOf, UserError } from './user-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was written behind the command, as its options say it. */
export type CommandLine<Of extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Of; allowPositionals: true }>
>;

interface Command<Of extends Options> {
  readonly name: string;
  /** The whole of `--help`; each option is in it. */
  readonly usage: string;
  readonly options: Of;
  /** Whether words without dashes are taken; absent: they are refused. */
  readonly positionals?: boolean;
  /** Returns the exit code. With a second parameter it cleans up when it is interrupted; without one it just ends. */
  readonly run: (line: CommandLine<Of>, stop: AbortSignal) => number | Promise<number>;
}

type Main = ((argv: string[], stop?: AbortSignal) => Promise<number>) & {
  readonly command: Pick<Command<Options>, 'name' | 'usage' | 'options'>;
};

/**
 * The `main` of a command: `--help` prints its usage, an option that it does not have is refused.
 * @example export const main = defineCommand({ name: 'sources', usage: USAGE, options: {}, run: () => 0 });
 */
export function defineCommand<const Of extends Options>(command: Command<Of>): Main {
  const { name, usage, options, positionals = false, run } = command;
  const execute = async (argv: string[], stop: AbortSignal): Promise<number> => {
    if (argv.includes('--help')) {
      console.log(usage);
      return 0;
    }
    return run(parse(argv), stop);
  };
  const parse = (argv: string[]): CommandLine<Of> => {
    try {
      const line: unknown = parseArgs({ args: argv, options, allowPositionals: positionals });
      return line as CommandLine<Of>;
    } catch (error) {
      // Node explains itself in several lines; the first says it.
      const first = messageOf(error).split(/\n|\. /)[0] ?? '';
      throw new UserError(`${first}; npm run ${name} -- --help lists the options.`);
    }
  };
  // scripts/run.mjs counts the parameters: a command that takes no signal ends at the first one.
  const main =
    run.length > 1
      ? (argv: string[], stop: AbortSignal) => execute(argv, stop)
      : (argv: string[]) => execute(argv, new AbortController().signal);
  return Object.assign(main as (argv: string[], stop?: AbortSignal) => Promise<number>, {
    command: { name, usage, options },
  });
}
