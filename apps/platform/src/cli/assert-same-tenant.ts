import { CommandFault } from "./terminal.ts";

/**
 * Refuses a folder that shows another tenant than the one that its environment is pinned to: two customers must never
 * share a history. A folder that shows none is taken, and answered with a warning.
 */
export function assertSameTenant(
  shown: readonly string[],
  pinned: string | null,
  environment: string,
): string | null {
  if (pinned === null || shown.includes(pinned)) return null;
  const [other] = shown;
  if (other === undefined) {
    return `The folder does not say whose it is; ${environment} is pinned to ${pinned}. Make sure that it is the same tenant's.`;
  }
  throw new CommandFault(
    `The folder is of ${other}, and ${environment} is pinned to ${pinned}: nothing was read. Give the folder of that tenant, or import this one into an environment of its own with another --environment.`,
  );
}
