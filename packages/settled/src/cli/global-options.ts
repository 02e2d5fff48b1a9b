import { type Command, InvalidArgumentError, Option } from "commander";
import { type ArtifactRef, tryArtifactRef } from "../run/artifact-ref.ts";
import { asWorkspaceId, type WorkspaceId } from "../run/scope.ts";
import type { CliIo } from "./cli-io.ts";
import { usageFault } from "./report-fault.ts";

export const OUTPUT_FORMATS = ["table", "json", "ndjson"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What may be given to every command, before or behind its name. */
export interface GlobalOptions {
  readonly database?: string;
  readonly workspace?: string;
  readonly config?: string;
  readonly output: OutputFormat;
  readonly schema?: string;
  readonly server?: string;
  readonly token?: string;
  readonly tokenFile?: string;
}

const REASON_CHARS_MAX = 1_000;
const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,62}$/;

export function addGlobalOptions(program: Command): Command {
  return program
    .option("--database <url>", "the PostgreSQL database; else DATABASE_URL")
    .option("--workspace <id>", "whose runs; else SETTLED_WORKSPACE")
    .option("--config <file>", "the configuration; else settled.config.ts or .js in this folder")
    .addOption(
      new Option("-o, --output <format>", "how answers are written")
        .choices(OUTPUT_FORMATS)
        .default("table"),
    )
    .option("--schema <name>", "the schema of Settled's tables", schemaName)
    .option("--server <url>", "work over HTTP, not on a database; else SETTLED_SERVER")
    .option("--token <token>", "who asks the server; better SETTLED_TOKEN, or")
    .option("--token-file <file>", "a file that holds the token");
}

/** Nothing is read without a workspace. */
export function workspaceOf(io: CliIo, options: GlobalOptions): WorkspaceId {
  const given = options.workspace ?? io.env["SETTLED_WORKSPACE"] ?? "";
  if (given !== "") return asWorkspaceId(given);
  throw usageFault("No workspace was named.", "Give --workspace ID, or set SETTLED_WORKSPACE.");
}

/** One of a list of words; may be given more than once. */
export function oneOf<Word extends string>(words: readonly Word[]) {
  return (given: string, before: readonly Word[] = []): readonly Word[] => {
    const word = words.find((known) => known === given);
    if (word === undefined) throw new InvalidArgumentError(`It is one of: ${words.join(", ")}.`);
    return [...before, word];
  };
}

/** Why a person acts, in their own words. */
export function reasonWords(given: string): string {
  const length = given.trim().length;
  if (length >= 1 && length <= REASON_CHARS_MAX) return given.trim();
  throw new InvalidArgumentError(`It is text of 1 to ${REASON_CHARS_MAX} characters.`);
}

export function severalOf(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, given];
}

export function wholeNumber(min: number, max: number) {
  return (given: string): number => {
    const number = Number(given);
    if (/^\d+$/.test(given) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
  };
}

/** The artifact that proves an outcome: a type and an id with a slash between. */
export function artifactOf(given: string): ArtifactRef {
  const [type = "", ...id] = given.split("/");
  const ref = tryArtifactRef({ type, id: id.join("/") });
  if (ref !== null) return ref;
  throw new InvalidArgumentError("It is a type and an id with a slash between: review/may.");
}

function schemaName(given: string): string {
  if (SCHEMA_NAME.test(given)) return given;
  throw new InvalidArgumentError("It is lower-case letters, digits and underscores, at most 63.");
}
