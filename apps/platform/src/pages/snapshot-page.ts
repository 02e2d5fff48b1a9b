import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { ignoredWords, type IgnoredReason } from "../provider/ignored-reason.ts";
import { type ItemType, typeLabel } from "../provider/policy-type.ts";
import { coverageWords } from "../review/coverage-words.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import type { EnvironmentSnapshot, IgnoredFile, SnapshotContent } from "../snapshot/snapshot.ts";
import { shareBar } from "./share-bar.ts";
import { facts, shortHash, table } from "./table.ts";

export interface SnapshotPageInput {
  readonly scope: EnvironmentScope;
  readonly snapshot: EnvironmentSnapshot;
  readonly content: SnapshotContent;
  readonly ignored: readonly IgnoredFile[];
}

/** One snapshot: what was read, what was not and why, and every file that was found. */
export function snapshotPage({ desk }: Exchange, input: SnapshotPageInput): Html {
  const { scope, snapshot, content, ignored } = input;
  const { workspaceId, environment } = scope;
  const { counts } = snapshot;
  const doubtful = content.items.filter(({ state }) => state !== "ok");
  const page = html`<p class="crumb">
      <a href="/workspaces/${workspaceId}/environments/${environment.environmentId}"
        >← ${environment.name}</a
      >
    </p>
    <h1>Snapshot of ${environment.name}</h1>
    <div class="card">
      ${shareBar("Objects", [
        { label: "Read whole", count: counts.ok, colour: "good" },
        { label: "Incomplete", count: counts.incomplete, colour: "part" },
        { label: "Ambiguous", count: counts.ambiguous, colour: "care" },
        { label: "Unreadable", count: counts.unreadable, colour: "bad" },
      ])}
      ${facts([
        ["State", snapshot.state],
        ["Sealed", timeAt(desk.now(), snapshot.sealedAt)],
        ["Captured by", runLink(workspaceId, snapshot.capturedByRunId)],
        ["Hash", shortHash(snapshot.snapshotHash)],
      ])}
    </div>
    <div class="card">
      <h2>Coverage</h2>
      ${table(
        "Coverage by type",
        ["Type", "Coverage", "Objects", "What it means"],
        content.coverage.map((record) => {
          const { meaning, next_step: next } = coverageWords(record);
          const label = typeLabel(record.type as ItemType);
          return [
            label,
            record.status,
            record.items,
            html`${meaning} <span class="soft">${next}</span>`,
          ];
        }),
      )}
    </div>
    <div class="card">
      <h2>Objects in doubt</h2>
      ${table(
        "Objects in doubt",
        ["Object", "Type", "State", "Why", "File"],
        doubtful.map((item) => [
          item.displayName,
          typeLabel(item.type as ItemType),
          item.state,
          item.remarks.join(", ").replaceAll("_", " "),
          item.file,
        ]),
      )}
    </div>
    <div class="card">
      <h2>Files that are no policy</h2>
      ${table(
        "Ignored files",
        ["File", "Why"],
        ignored.map(({ file, reason }) => [file, ignoredWords(reason as IgnoredReason)]),
      )}
    </div>
    <details class="card">
      <summary>All ${content.items.length} objects</summary>
      ${table(
        "All objects",
        ["Object", "Type", "State", "File"],
        content.items.map((item) => [
          item.displayName,
          typeLabel(item.type as ItemType),
          item.state,
          item.file,
        ]),
      )}
    </details>`;
  return layout(desk, { title: `Snapshot of ${environment.name}`, workspaceId }, page);
}

function runLink(workspaceId: string, runId: string): Html {
  return html`<a href="/workspaces/${workspaceId}/runs/${runId}"
    >run <code>${runId.slice(-12)}</code></a
  >`;
}
