import { html } from "hono/html";
import type { Html } from "settled/http";
import type { ReviewDocument } from "../review/review-document.ts";
import type { EnvironmentReview } from "../review/review.ts";
import type { EnvironmentScope } from "../server/in-environment.ts";
import { snapshotPath } from "./addresses.ts";
import { facts, shortHash, table } from "./table.ts";

/** The hashes that a review can be held to, and where each of its figures comes from. */
export function evidenceCard(
  scope: EnvironmentScope,
  review: EnvironmentReview,
  { inputs, evidence }: ReviewDocument,
): Html {
  const { fingerprint, documentHash, snapshotId } = review;
  return html`<section class="card" id="evidence">
      <h2>Evidence and integrity</h2>
      <p>
        <span class="yes">✓</span> The document was read from the store just now, and its bytes have
        the hash that the review names.
      </p>
      ${facts([
        ["Document", wholeHash(documentHash)],
        ["Fingerprint", fingerprint === null ? "None: it was imported" : wholeHash(fingerprint)],
        ["Snapshot", wholeHash(inputs.snapshot_hash)],
        [
          "Baseline version",
          inputs.baseline_version_hash === null ? "None" : wholeHash(inputs.baseline_version_hash),
        ],
        ["Rules", wholeHash(inputs.ruleset_hash)],
        ["Decisions", wholeHash(inputs.dispositions_hash)],
        ["Template", `${inputs.template.id}, version ${inputs.template.version}`],
      ])}
    </section>
    <details class="card">
      <summary>Where each of the ${evidence.length} figures comes from</summary>
      ${table(
        "Where each figure comes from",
        ["Figure", "Value", "Source", "Hash of the source"],
        evidence.map((line) => [
          line.statement.replaceAll("_", " "),
          line.figure,
          html`<a href="${snapshotPath(scope, snapshotId)}"
            >${line.source.replaceAll("_", " ")}</a
          >`,
          shortHash(line.source_hash),
        ]),
      )}
    </details>`;
}

function wholeHash(hash: string): Html {
  return html`<code>${hash}</code>`;
}
