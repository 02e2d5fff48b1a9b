import type { Asker } from "../run/actor.ts";
import type { CliIo } from "./cli-io.ts";

/** Who acts from the command line: the account of the person at the terminal. */
export function actorOf({ userName }: CliIo): Asker {
  return { kind: "operator", id: userName, name: userName, via: "cli" };
}
