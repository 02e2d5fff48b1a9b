import type { ComposeInput } from "../review/compose-input.ts";
import type { Platform } from "../platform.ts";
import { findNamedBaseline } from "./find-baseline.ts";
import { findScope, type ScopeOptions } from "./find-scope.ts";
import { startAndAnswer } from "./start-and-answer.ts";

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
  platform: Platform,
  { workspace, baseline }: ComposeOptions,
): Promise<string | null> {
  if (baseline === undefined) return null;
  if (baseline === "none") return baseline;
  return (await findNamedBaseline(platform, { workspace, baseline })).baselineId;
}
