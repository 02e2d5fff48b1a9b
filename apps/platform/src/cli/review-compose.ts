import { type OperationRun, reasonOf, relatedOf } from "settled";
import type { ComposeInput } from "../review/compose-input.ts";
import type { Platform } from "../platform.ts";
import { findNamedBaseline } from "./find-baseline.ts";
import { findScope, type ScopeOptions } from "./find-scope.ts";
import { startAndFollow } from "./start-and-follow.ts";
import { say } from "./terminal.ts";
import { writeAnswer } from "./write-output.ts";

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
  return startAndFollow(platform, scope, {
    type: "environment.review.compose",
    input,
    wait: options.wait,
    // A program that reads the answer wants nothing else on standard output.
    tell: output === "json" ? sayAside : say,
    onLeft: (run) => {
      if (output === "json") writeRun(run);
    },
  });
}

async function namedBaseline(
  platform: Platform,
  { workspace, baseline }: ComposeOptions,
): Promise<string | null> {
  if (baseline === undefined) return null;
  if (baseline === "none") return baseline;
  return (await findNamedBaseline(platform, { workspace, baseline })).baselineId;
}

function writeRun(run: OperationRun): void {
  const json = {
    run_id: run.id,
    status: run.status,
    outcome: run.outcome,
    reason: reasonOf(run.context),
    review_id: relatedOf(run.context)?.id ?? null,
    summary: run.summary,
  };
  writeAnswer("json", { json, columns: [], rows: [] });
}

function sayAside(line: string): void {
  process.stderr.write(`${line}\n`);
}
