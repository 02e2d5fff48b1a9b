import type { ServedRunJson } from "../http/served-run-json.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { tellRefusal } from "./desk/refusal.ts";
import type { ActingDesk, DeskAnswer } from "./desk/run-desk.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { GlobalOptions } from "./global-options.ts";
import { plainLine } from "./terminal-text.ts";
import { tellDone } from "./tell-done.ts";

export interface ActionOptions extends GlobalOptions {
  readonly yes?: boolean;
  readonly reason?: string;
}

/** Something that a person does to one run, when they have confirmed it. */
export interface RunAction<Done extends ServedRunJson = ServedRunJson> {
  /** Such as "Cancel": the question's first word. */
  readonly verb: string;
  act(run: ServedRunJson): Promise<DeskAnswer<Done>>;
  /** What became of it in one sentence, for people. */
  words(done: Done): string;
}

/**
 * Finds the run, asks the person if there is one to ask, acts, and tells. Ends with 0 when it was done, whatever the
 * outcome of the run; with 1 when it was refused or not confirmed.
 */
export async function actOnRun<Done extends ServedRunJson>(
  { io }: CommandContext,
  asked: {
    readonly id: string;
    readonly options: ActionOptions;
    readonly action: RunAction<Done>;
  },
  desk: ActingDesk,
): Promise<ExitCode> {
  const { options, action } = asked;
  const run = await findNamedRun(io, desk, asked.id);
  if (run === null) return EXIT.notFound;
  if (options.yes !== true && !(await isConfirmed(io, action.verb, run))) {
    io.stderr.write("Nothing was done.\n");
    return EXIT.error;
  }
  const answer = await action.act(run);
  if (answer.kind === "refused") return tellRefusal(io, answer.refusal);
  tellDone(io, options, { run: answer.done, words: action.words(answer.done) });
  return EXIT.ok;
}

/** A script has nobody to ask: it means what it says. */
async function isConfirmed({ ask }: CliIo, verb: string, run: ServedRunJson): Promise<boolean> {
  if (ask === null) return true;
  const what = plainLine(`${verb} ${run.id} (${run.presentation.title})?`);
  return /^\s*y(?:es)?\s*$/i.test(await ask(`${what} [y/N] `));
}
