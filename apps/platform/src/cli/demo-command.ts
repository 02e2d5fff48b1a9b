import type { Command } from "commander";
import { tellStory } from "../demo/tell-story.ts";
import { EXIT } from "./exit-code.ts";
import { say } from "./terminal.ts";
import { untilStopped } from "./until-stopped.ts";

/** `platform demo`: the story of five runs that meet trouble, with real processes and a real database. */
export function addDemoCommand(program: Command, end: (code: number) => void): void {
  program
    .command("demo")
    .description("see what happens to runs when workers die, pause or race")
    .action(async () => {
      const how = await tellStory({ say, stopped: untilStopped() });
      if (how === "stopped") say("Stopped.");
      end(how === "true" ? EXIT.ok : EXIT.error);
    });
}
