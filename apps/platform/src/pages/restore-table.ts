import { html } from "hono/html";
import { type Html, timeAt } from "settled/http";
import type { RestoreEntry } from "../server/gather-restore.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { restorePath, runPath } from "./addresses.ts";
import { restoreMark } from "./restore-mark.ts";
import { table } from "./table.ts";

/** The restores of an environment that sealed a plan, newest first. */
export function restoreTable(
  scope: EnvironmentScope,
  entries: readonly RestoreEntry[],
  now: Date,
): Html {
  if (entries.length === 0) {
    return html`<p class="soft">
      None has sealed a plan yet, so nothing was written. The runs of this environment say why, if
      one was tried.
    </p>`;
  }
  return table(
    "Restores",
    ["Restore", "Outcome", "Written", "Run"],
    entries.map(({ restore, run }) => [
      html`<a href="${restorePath(scope, restore.restoreId)}">${timeAt(now, restore.sealedAt)}</a>`,
      restoreMark(run),
      `${run?.summary["written"] ?? 0} of ${run?.summary["planned"] ?? 0}`,
      html`<a href="${runPath(scope, restore.runId)}">its run</a>`,
    ]),
  );
}
