import { type OperationRun, reasonOf, relatedOf, type RunScope } from "settled";
import type { PackProfile } from "../pack/pack-profile.ts";
import type { Platform } from "../platform.ts";
import { gatherPackSet } from "../server/gather-pack.ts";
import { findScope, type ScopeOptions } from "./find-scope.ts";
import { startAndFollow } from "./start-and-follow.ts";
import { say, sayAside } from "./terminal.ts";
import { writeAnswer } from "./write-output.ts";

export interface RenderOptions extends ScopeOptions {
  readonly review: string;
  readonly profile: readonly PackProfile[];
  readonly wait: boolean;
}

/** Starts a rendering, follows it and names the packs that came out; answers the exit code of its outcome. */
export async function renderFromTerminal(
  platform: Platform,
  options: RenderOptions,
): Promise<number> {
  const scope = await findScope(platform, options);
  const { review, profile, output, wait } = options;
  let left: OperationRun | null = null;
  const code = await startAndFollow(platform, scope, {
    type: "review.pack.render",
    input: { review_id: review, profiles: profile },
    wait,
    // A program that reads the answer wants nothing else on standard output.
    tell: output === "json" ? sayAside : say,
    onLeft: (run) => {
      left = run;
    },
  });
  if (left !== null) await writeMade(platform, scope, { run: left, output });
  return code;
}

async function writeMade(
  { database }: Platform,
  scope: RunScope,
  { run, output }: { readonly run: OperationRun } & Pick<RenderOptions, "output">,
): Promise<void> {
  const setId = relatedOf(run.context)?.id ?? null;
  const found = setId === null ? null : await gatherPackSet(database, scope, setId);
  const packs = (found?.packs ?? []).map(({ packId: id, profile, standing }) => ({
    id,
    profile,
    status: standing.status,
  }));
  writeAnswer(output, {
    json: {
      run_id: run.id,
      status: run.status,
      outcome: run.outcome,
      reason: reasonOf(run.context),
      pack_set_id: setId,
      packs,
      summary: run.summary,
    },
    columns: [{ title: "PACK" }, { title: "PROFILE" }, { title: "STATUS" }],
    rows: packs.map(({ id, profile, status }) => [id, profile, status]),
  });
}
