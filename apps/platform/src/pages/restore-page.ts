import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { typeLabel, type ItemType } from "../provider/policy-type.ts";
import type { AccessState } from "../restore/access-state.ts";
import { isPlannedWrite } from "../restore/restore-plan.ts";
import { itemWords, restoreSentence } from "../restore/restore-words.ts";
import type { FoundRestore } from "../server/gather-restore.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { environmentPath, restorePath, runPath, snapshotPath } from "./addresses.ts";
import { restoreJournalCard } from "./restore-journal-card.ts";
import { itemTruthMark, restoreMark } from "./restore-mark.ts";
import { type Cell, facts, shortHash, table } from "./table.ts";

const ROWS_MAX = 400;

const ACCESS: Readonly<Record<AccessState, string>> = {
  disabled: "Written disabled",
  report_only: "Written as report-only",
  as_in_snapshot: "As in the snapshot; the state is written last",
};

/** One restore: what its sealed plan wanted, what was really written, and every request that was sent for it. */
export function restorePage(
  { desk }: Exchange,
  scope: EnvironmentScope,
  found: FoundRestore,
): Html {
  const { restore, run, judged } = found;
  const { workspaceId, name } = scope.environment;
  const now = desk.now();
  const title = `Restore of ${name}`;
  const planned = judged.filter(({ item }) => isPlannedWrite(item));
  const skipped = judged.filter(({ item }) => !isPlannedWrite(item));
  const page = html`<p class="crumb"><a href="${environmentPath(scope)}">← ${name}</a></p>
    <div class="head">
      <h1>${title}</h1>
      ${restoreMark(run)}
    </div>
    <p>${judged.length === 0 ? NOT_JUDGED : restoreSentence(judged)}</p>
    <section class="card">
      ${facts([
        ["Plan sealed", timeAt(now, restore.sealedAt)],
        ["Judged", restore.judgedAt === null ? JUDGED_NOW : timeAt(now, restore.judgedAt)],
        [
          "Run",
          html`<a href="${runPath(scope, restore.runId)}">the run, and why it is believed</a>`,
        ],
        [
          "Restored from",
          html`<a href="${snapshotPath(scope, restore.snapshotId)}">its snapshot</a>`,
        ],
        ["Conditional access", ACCESS[restore.options.accessState]],
        ...resumed(scope, restore.resumesRestoreId),
        ["Seal of the plan", shortHash(restore.planHash)],
      ])}
    </section>
    ${itemCard("written", "What was to be written", planned)} ${restoreJournalCard(found, now)}
    ${itemCard("skipped", "What stood as wanted already", skipped)}`;
  return layout(desk, { title, workspaceId }, page);
}

const JUDGED_NOW = "Not by its run; the provider was asked for this page";
const NOT_JUDGED =
  "The plan is not what was sealed, so nothing is said of its items. Its run says what is known.";

function resumed(scope: EnvironmentScope, id: string | null): readonly (readonly [string, Cell])[] {
  if (id === null) return [];
  return [["Goes on with", html`<a href="${restorePath(scope, id)}">an earlier restore</a>`]];
}

function itemCard(id: string, title: string, items: FoundRestore["judged"]): Html {
  const shown = items.slice(0, ROWS_MAX);
  return html`<section class="card" id="${id}">
    <h2>${title}</h2>
    ${table(
      title,
      ["No.", "Item", "Action", "Truth", "Why"],
      shown.map((one) => [
        one.item.itemNo,
        html`${one.item.name} <span class="path">${typeLabel(one.item.type as ItemType)}</span>`,
        one.item.action,
        itemTruthMark(one),
        itemWords(one),
      ]),
    )}
    ${
      items.length > ROWS_MAX
        ? html`<p class="soft small">The first ${ROWS_MAX} of ${items.length} are shown.</p>`
        : ""
    }
  </section>`;
}
