import type { Command } from "commander";
import { tellStory } from "../demo/tell-story.ts";
import { say } from "./terminal.ts";

/** `platform demo`: the story of five runs that meet trouble, with real processes and a real database. */
export function addDemoCommand(program: Command, end: (code: number) => void): void {
  program
    .command("demo")
    .description("see what happens to runs when workers die, pause or race")
    .action(async () => {
      end((await tellStory(say)) ? 0 : 1);
    });
}
