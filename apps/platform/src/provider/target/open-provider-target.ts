import { type RestoreTarget, TargetUnreachableError } from "../../restore/restore-target.ts";
import type { EnvironmentProvider } from "../../store/environment.ts";
import { openFolderTarget } from "./open-folder-target.ts";

/** Where an environment is restored to; of one without a provider nothing can be said and nothing be written. */
export function openProviderTarget(
  provider: EnvironmentProvider,
  signal: AbortSignal,
): RestoreTarget {
  return provider.kind === "folder" ? openFolderTarget(provider, signal) : NO_TARGET;
}

const nowhere = (): Promise<never> =>
  Promise.reject(new TargetUnreachableError("The environment has no provider."));

const NO_TARGET: RestoreTarget = {
  showIdentities: nowhere,
  list: nowhere,
  read: nowhere,
  create: nowhere,
  update: nowhere,
  assign: nowhere,
};
