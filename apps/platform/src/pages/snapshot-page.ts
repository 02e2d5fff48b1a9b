import { html } from "hono/html";
import { type Exchange, type Html, layout, timeAt } from "settled/http";
import { coverageLines } from "../review/coverage-lines.ts";
import type { FoundSnapshot } from "../server/gather-snapshot.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import type { EnvironmentSnapshot } from "../snapshot/snapshot.ts";
import { environmentPath, runPath } from "./addresses.ts";
import { countsWords } from "./counts-words.ts";
import { coverageCard } from "./coverage-card.ts";
import { itemCards } from "./item-cards.ts";
import { snapshotMark } from "./mark.ts";
import { shareBar } from "./share-bar.ts";
import { facts, shortHash } from "./table.ts";

/** One snapshot: what was read, what was not and why, and every file that was found. */
export function snapshotPage(
  { desk }: Exchange,
  scope: EnvironmentScope,
  found: FoundSnapshot,
): Html {
  const { snapshot, content, ignored } = found;
  const { workspaceId, name } = scope.environment;
  const day = snapshot.sealedAt.toISOString().slice(0, 10);
  const page = html`<p class="crumb"><a href="${environmentPath(scope)}">← ${name}</a></p>
    <div class="head">
      <h1>Snapshot of ${day}</h1>
      ${snapshotMark(snapshot.state)}
    </div>
    <p class="lead">${name}: ${countsWords(snapshot.counts)}.</p>
    ${
      content === null
        ? notShown(snapshot)
        : html`${readCard(snapshot)}${coverageCard(coverageLines(content.coverage))}${itemCards(content.items, ignored)}`
    }
    <section class="card">
      <h2>Integrity</h2>
      ${facts([
        ["Sealed", timeAt(desk.now(), snapshot.sealedAt)],
        [
          "Captured by",
          html`<a href="${runPath(scope, snapshot.capturedByRunId)}">the run that captured it</a>`,
        ],
        ["Hash", shortHash(snapshot.snapshotHash)],
        [
          "Checked now",
          content === null
            ? html`<b class="no">It does not have this hash.</b>`
            : html`<span class="yes">✓</span> Objects and coverage were hashed again and have this
                hash.`,
        ],
        ["Normaliser", snapshot.normaliserVersion],
      ])}
    </section>`;
  return layout(desk, { title: `Snapshot of ${day}, ${name}`, workspaceId }, page);
}

function readCard({ counts }: EnvironmentSnapshot): Html {
  const readWhole = counts.ok;
  return html`<section class="card">
    <h2>Objects</h2>
    ${shareBar({ ...counts, readWhole })}
  </section>`;
}

function notShown({ state }: EnvironmentSnapshot): Html {
  if (state !== "sealed") {
    return html`<section class="card">
      <h2>There is nothing to show</h2>
      <p>Only a sealed snapshot says what was found.</p>
    </section>`;
  }
  return html`<section class="card" role="alert">
    <h2>This snapshot cannot be trusted</h2>
    <p>What is stored of it was changed after it was sealed. Nothing of it is shown.</p>
    <p class="soft">Capture a new snapshot, and find out who changed the store.</p>
  </section>`;
}
