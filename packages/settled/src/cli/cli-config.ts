import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { SettledOptions } from "../create-settled.ts";
import { SettledError } from "../run/settled-error.ts";
import type { CliIo } from "./cli-io.ts";
import { usageFault } from "./report-fault.ts";

/** What a host tells the command line: how its runs are worked on, and how its artifacts are read. */
export interface CliConfig {
  settledOptions(): SettledOptions | Promise<SettledOptions>;
  /** Gives back what `settledOptions` opened, when the command has ended. */
  close?(): Promise<void>;
  /** How servers of this host connect, for `doctor`; SETTLED_SERVER_DATABASE_URL unless said. */
  servingUrl?(): string | Promise<string>;
  /** For `doctor --check`; see `CheckInvariantsOptions`. */
  readonly truthViews?: string;
}

const CONFIG_FILES = ["settled.config.ts", "settled.config.js"];

/** The configuration that was named, else the one in the current folder; null if there is none. */
export async function loadCliConfig(io: CliIo, named?: string): Promise<CliConfig | null> {
  const file =
    named ?? CONFIG_FILES.find((candidate) => existsSync(resolve(io.currentFolder, candidate)));
  if (file === undefined) return null;
  const path = resolve(io.currentFolder, file);
  if (!existsSync(path)) {
    throw usageFault(`There is no file ${file}.`, "Give the path of a configuration to --config.");
  }
  const module = await importConfig(path, file);
  if (typeof module.settledOptions !== "function") {
    throw invalid(`${file} does not export a function named settledOptions.`);
  }
  if (module.truthViews !== undefined && typeof module.truthViews !== "string") {
    throw invalid(`The truthViews of ${file} are not a text.`);
  }
  return module as unknown as CliConfig;
}

async function importConfig(path: string, file: string): Promise<Record<keyof CliConfig, unknown>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<keyof CliConfig, unknown>;
  } catch (cause) {
    throw invalid(`${file} could not be loaded: ${firstLineOf(cause)}`, cause);
  }
}

function firstLineOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split("\n")[0] ?? "";
}

function invalid(message: string, cause?: unknown): SettledError {
  return new SettledError("invalid_configuration", message, { cause });
}
