import { ACTION_REFUSAL_COPY, type ActionRefusal } from "../present/action-refusals.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { findNamedRun } from "./find-named-run.ts";
import type { GlobalOptions } from "./global-options.ts";
import type { WritingDesk } from "./open-desk.ts";
import { writeFault } from "./report-fault.ts";
import { jsonText, plainLine } from "./terminal-text.ts";
import { type RunView, viewRun } from "./view-run.ts";
import { writeRunHead } from "./write-run.ts";

export interface ActionOptions extends GlobalOptions {
  readonly yes?: boolean;
  readonly reason?: string;
}

export type ActionDone =
  | {
      readonly kind: "done";
      readonly run: OperationRun;
      /** What became of it in one sentence, for people. */
      readonly words: string;
      /** Members beside those of the run, for programs. */
      readonly members: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "refused"; readonly because: ActionRefusal | "unknown_run" };

/** Something that a person does to one run, when they have confirmed it. */
export interface RunAction {
  /** Such as "Cancel": the question's first word. */
  readonly verb: string;
  act(run: OperationRun): Promise<ActionDone>;
}

/**
 * Finds the run, asks the person if there is one to ask, acts, and tells. Ends with 0 when it was done, whatever the
 * outcome of the run; with 1 when it was refused or not confirmed.
 */
export async function actOnRun(
  { io }: CommandContext,
  asked: { readonly id: string; readonly options: ActionOptions; readonly action: RunAction },
  desk: WritingDesk,
): Promise<ExitCode> {
  const { options, action } = asked;
  const run = await findNamedRun(io, desk, asked);
  if (run === null) return EXIT.notFound;
  const before = await viewRun(desk, run, io.now());
  if (options.yes !== true && !(await isConfirmed(io, action, before))) {
    io.stderr.write("Nothing was done.\n");
    return EXIT.error;
  }
  const done = await action.act(run);
  if (done.kind === "refused") return tellRefusal(io, done.because);
  const view = await viewRun(desk, done.run, io.now());
  if (options.output === "table") {
    io.stdout.write(`${plainLine(done.words)}\n\n`);
    writeRunHead(io.stdout, view);
  } else {
    const indent = options.output === "json" ? 2 : 0;
    io.stdout.write(`${jsonText({ ...view.json, ...done.members }, indent)}\n`);
  }
  return EXIT.ok;
}

/** A script has nobody to ask: it means what it says. */
async function isConfirmed(
  { ask }: CliIo,
  { verb }: RunAction,
  { run, presented }: RunView,
): Promise<boolean> {
  if (ask === null) return true;
  const what = plainLine(`${verb} ${run.id} (${presented.title})?`);
  return /^\s*y(?:es)?\s*$/i.test(await ask(`${what} [y/N] `));
}

function tellRefusal(io: CliIo, because: ActionRefusal | "unknown_run"): ExitCode {
  if (because === "unknown_run") {
    writeFault(io, "The run is not there any more.", "`settled runs list` shows what there is.");
    return EXIT.notFound;
  }
  const { title, meaning, nextStep } = ACTION_REFUSAL_COPY[because];
  writeFault(io, `${title}. ${meaning}`, nextStep);
  return EXIT.error;
}
