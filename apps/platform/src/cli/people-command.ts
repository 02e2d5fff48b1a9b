import type { Command } from "commander";
import { setPersonDisabled } from "../access/set-person-disabled.ts";
import { EXIT } from "./exit-code.ts";
import { personAtTerminal } from "./start-and-follow.ts";
import { CommandFault } from "./terminal.ts";
import { withPlatform } from "./with-platform.ts";
import { accessPartsOf } from "./workspace-command.ts";
import { addOutputOption, type OutputFormat, writeAnswer } from "./write-output.ts";

interface PersonOptions {
  readonly email: string;
  readonly output: OutputFormat;
}

/** `platform people`: who may sign in at all, for whoever keeps the installation. */
export function addPeopleCommand(program: Command): void {
  const group = program.command("people").description("who may sign in at all");
  const command = (name: string, description: string, isDisabled: boolean) =>
    addOutputOption(group.command(name).description(description))
      .requiredOption("--email <address>", "the person's e-mail address")
      .action((options: PersonOptions) => setDisabled(options, isDisabled));
  command("disable", "end a person's sessions, and let them sign in nowhere", true);
  command("enable", "let a person sign in again", false);
}

async function setDisabled({ email, output }: PersonOptions, isDisabled: boolean): Promise<void> {
  await withPlatform(async (platform) => {
    const by = personAtTerminal();
    const person = await setPersonDisabled(accessPartsOf(platform), { email, isDisabled, by });
    if (person === null) throw new CommandFault("Nobody has that address.", EXIT.notFound);
    const { personId, name, workspaceIds } = person;
    const now = isDisabled ? "can sign in nowhere, and is signed out" : "can sign in again";
    writeAnswer(output, {
      json: { person_id: personId, name, is_disabled: isDisabled, workspaces: workspaceIds },
      columns: [],
      rows: [],
      notes: [`${name} ${now}. Tokens that they have made stay as they are.`],
    });
  });
}
