import { EXIT } from "./exit-code.ts";
import type { ScopeOptions } from "./find-scope.ts";
import { CommandFault } from "./terminal.ts";

/** What is said where a review was asked for that the environment does not have. */
export function noSuchReview({ workspace, environment }: ScopeOptions): CommandFault {
  return new CommandFault(
    `The environment has no such review. See: platform review list --workspace ${workspace} --environment ${environment}`,
    EXIT.notFound,
  );
}
