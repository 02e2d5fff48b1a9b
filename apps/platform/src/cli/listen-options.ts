import { type Command, InvalidArgumentError, Option } from "commander";

/** Where the server is to be reached, and what it may read. */
export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly importRoot?: string;
}

export const DEFAULT_PORT = 4040;

export function addListenOptions(command: Command): Command {
  const port = new Option("--port <n>", "the port; 0 for a free one")
    .argParser(asPort)
    .default(DEFAULT_PORT);
  const importRoot = new Option(
    "--import-root <path>",
    "the folder below which owners may name exports over the API; none may be named unless said",
  );
  // An empty variable is one that was not set.
  return command
    .addOption(process.env["PORT"] === "" ? port : port.env("PORT"))
    .addOption(
      process.env["SETTLED_IMPORT_ROOT"] === ""
        ? importRoot
        : importRoot.env("SETTLED_IMPORT_ROOT"),
    )
    .option("--host <address>", "the address to listen on", "127.0.0.1");
}

function asPort(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("Give a whole number from 0 to 65535.");
}
