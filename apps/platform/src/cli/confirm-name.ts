import { createInterface } from "node:readline/promises";
import { EXIT } from "./exit-code.ts";
import { CommandFault } from "./terminal.ts";

/** Asks for a name to be typed; anything else ends the command, and nothing was done. */
export async function confirmName(name: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new CommandFault(
      "Nobody is there to confirm this. Add --yes if you mean it.",
      EXIT.usage,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`Type the environment's name (${name}) to go on: `);
    if (answer.trim() !== name) throw new CommandFault("That is another name. Nothing was done.");
  } finally {
    terminal.close();
  }
}
