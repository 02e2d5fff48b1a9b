import type { AccessRefusal } from "../access/access-parts.ts";
import { EXIT } from "./exit-code.ts";
import { CommandFault } from "./terminal.ts";

const WORDS: Readonly<Record<AccessRefusal, string>> = {
  not_there: "There is nothing of that id in this workspace.",
  already_member: "This person is in the workspace already. Use set-role to change their role.",
  already_accepted: "This member has accepted already, and needs no link.",
  unknown_environment: "The workspace has no environment of at least one of these ids.",
  last_owner: "The workspace would have no owner. Make somebody else an owner first.",
  owner_everywhere: "An owner has every environment: leave --environments out.",
};

export function accessFault(because: AccessRefusal): CommandFault {
  return new CommandFault(WORDS[because], because === "not_there" ? EXIT.notFound : EXIT.error);
}
