import { html } from "hono/html";
import type { Html } from "settled/http";
import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import type { IgnoredFile, SnapshotItem } from "../snapshot/snapshot.ts";
import { itemMark } from "./mark.ts";
import { ignoredExplanation, remarkWords } from "./remark-words.ts";
import { table } from "./table.ts";

/** More rows than that do not help a reader; the JSON holds them all. */
const ROWS_MAX = 2_000;

/** The objects of a snapshot: those in doubt in the open, the files that are none, and all of them folded away. */
export function itemCards(items: readonly SnapshotItem[], ignored: readonly IgnoredFile[]): Html {
  const doubtful = items.filter(({ state }) => state !== "ok");
  return html`<section class="card">
      <h2>Objects in doubt</h2>
      ${
        doubtful.length === 0
          ? html`<p class="soft">None: every object was read whole and can be told apart.</p>`
          : doubtfulTable(doubtful)
      }
    </section>
    <details class="card">
      <summary>${countOf(ignored, "file is no policy", "files are no policies")}</summary>
      ${table(
        "Files that are no policies",
        ["File", "Why"],
        ignored.slice(0, ROWS_MAX).map(({ file, reason }) => [file, ignoredExplanation(reason)]),
      )}
      ${cutWords(ignored)}
    </details>
    <details class="card">
      <summary>All ${countOf(items, "object", "objects")}</summary>
      ${table(
        "All objects",
        ["Object", "Type", "State", "File"],
        items
          .slice(0, ROWS_MAX)
          .map((item) => [
            item.displayName,
            typeLabel(item.type as ItemType),
            itemMark(item.state),
            item.file,
          ]),
      )}
      ${cutWords(items)}
    </details>`;
}

function doubtfulTable(doubtful: readonly SnapshotItem[]): Html {
  return html`<p class="soft">What could not be read is not known to be gone.</p>
    ${table(
      "Objects in doubt",
      ["Object", "Type", "State", "Why", "File"],
      doubtful
        .slice(0, ROWS_MAX)
        .map((item) => [
          item.displayName,
          typeLabel(item.type as ItemType),
          itemMark(item.state),
          remarkWords(item.remarks),
          item.file,
        ]),
    )}
    ${cutWords(doubtful)}`;
}

function countOf(rows: readonly unknown[], one: string, many: string): string {
  return `${rows.length} ${rows.length === 1 ? one : many}`;
}

function cutWords(rows: readonly unknown[]): Html | string {
  if (rows.length <= ROWS_MAX) return "";
  return html`<p class="soft small">The first ${ROWS_MAX} of ${rows.length} are shown.</p>`;
}
