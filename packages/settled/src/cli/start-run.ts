import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CliIo } from "./cli-io.ts";
import type { CommandContext } from "./command-context.ts";
import { tellRefusal } from "./desk/refusal.ts";
import type { ActingDesk } from "./desk/run-desk.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { GlobalOptions } from "./global-options.ts";
import { usageFault } from "./report-fault.ts";
import { tellDone } from "./tell-done.ts";

export interface StartOptions extends GlobalOptions {
  readonly environment?: string;
  readonly input?: string;
  readonly inputFile?: string;
}

/** `settled runs start TYPE`: starts the operation, or joins the run that is doing the same already. */
export async function startRun(
  { io }: CommandContext,
  asked: { readonly type: string; readonly options: StartOptions },
  desk: ActingDesk,
): Promise<ExitCode> {
  const { type, options } = asked;
  const input = readInput(io, options);
  const answer = await desk.start({ type, environmentId: options.environment ?? null, input });
  if (answer.kind === "refused") return tellRefusal(io, answer.refusal);
  const { done: run } = answer;
  const words = run.joined
    ? `The same work is under way already, as ${run.id}.`
    : `It was started, as ${run.id}.`;
  tellDone(io, options, { run, words });
  return EXIT.ok;
}

function readInput(io: CliIo, { input, inputFile }: StartOptions): unknown {
  if (input !== undefined && inputFile !== undefined) {
    throw usageFault("The input is given twice.", "Give --input or --input-file.");
  }
  const text = inputFile === undefined ? (input ?? "{}") : readInputFile(io, inputFile);
  try {
    return JSON.parse(text);
  } catch {
    throw usageFault(
      "The input is not JSON.",
      `Give it as one word: --input '{"month":"2026-05"}'.`,
    );
  }
}

function readInputFile({ currentFolder }: CliIo, named: string): string {
  try {
    return readFileSync(resolve(currentFolder, named), "utf8");
  } catch {
    throw usageFault(`The file ${named} cannot be read.`, "Check the path given to --input-file.");
  }
}
