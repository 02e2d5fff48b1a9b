import type { ComposeInput } from "../review/compose-input.ts";
import type { Platform } from "../platform.ts";
import { listBaselines } from "../store/baseline-store.ts";
import { EXIT_NOT_FOUND, findScope, type ScopeOptions } from "./review-scope.ts";
import { startAndAnswer } from "./start-and-answer.ts";
import { CommandFault } from "./terminal.ts";

export interface ComposeOptions extends ScopeOptions {
  readonly period: string;
  readonly snapshot?: string;
  readonly baseline?: string;
  readonly wait: boolean;
}

/** Starts a composition and follows it; answers the exit code of its outcome. */
export async function composeFromTerminal(
  platform: Platform,
  options: ComposeOptions,
): Promise<number> {
  const scope = await findScope(platform, options);
  const { period, snapshot, output } = options;
  const baseline = await namedBaseline(platform, options);
  const input: ComposeInput = {
    period,
    ...(snapshot === undefined ? {} : { snapshot_id: snapshot }),
    ...(baseline === null ? {} : { baseline_id: baseline }),
  };
  const { wait } = options;
  const type = "environment.review.compose";
  return startAndAnswer(platform, scope, { type, input, wait, output, artifactKey: "review_id" });
}

async function namedBaseline(
  { database }: Platform,
  { workspace, baseline }: ComposeOptions,
): Promise<string | null> {
  if (baseline === undefined) return null;
  if (baseline === "none") return baseline;
  const known = await listBaselines(database, workspace as Parameters<typeof listBaselines>[1]);
  const found = known.find(({ baselineId, name }) => baselineId === baseline || name === baseline);
  if (found !== undefined) return found.baselineId;
  const names = known.map(({ name }) => name).join(", ");
  throw new CommandFault(
    `The workspace has no baseline “${baseline}”. ${known.length === 0 ? "It has none yet." : `It has: ${names}.`}`,
    EXIT_NOT_FOUND,
  );
}
