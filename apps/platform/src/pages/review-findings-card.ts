import { html } from "hono/html";
import type { Html } from "settled/http";
import { SEVERITIES } from "../drift/severity.ts";
import type { FindingLine, ReviewDocument } from "../review/review-document.ts";
import { dispositionMark, SEVERITY_LABELS, severityMark } from "./mark.ts";
import { shortHash, table } from "./table.ts";

/** More rows than that do not help a reader; the JSON and the packs hold them all. */
const ROWS_MAX = 400;
/** As many stand in the open where a list is rarely read to its end. */
const OPEN_ROWS = 12;

/** Open deviations, the worst first, then area by area. */
export function findingsCard({ baseline, findings }: ReviewDocument): Html {
  return html`<section class="card" id="findings">
    <h2>Open deviations</h2>
    ${
      baseline === null
        ? html`<p class="soft">Nothing was expected, so nothing can differ.</p>`
        : findings.length === 0
          ? html`<p class="soft">None, among what could be assessed.</p>`
          : bySeverity(findings.slice(0, ROWS_MAX))
    }
    ${cutWords(findings.length)}
  </section>`;
}

/** What could not be judged: never called a deviation, and never called fine. */
export function notAssessedCard({ not_assessed: lines }: ReviewDocument): Html {
  return html`<section class="card" id="not-assessed">
    <h2>What could not be assessed</h2>
    ${
      lines.length === 0
        ? html`<p class="soft">Nothing: everything that was expected or found could be judged.</p>`
        : findingTable("What could not be assessed", lines.slice(0, ROWS_MAX))
    }
    ${cutWords(lines.length)}
  </section>`;
}

export function conflictsCard({ conflicts }: ReviewDocument): Html {
  return html`<section class="card" id="conflicts">
    <h2>Conflicts and overlaps</h2>
    ${
      conflicts.length === 0
        ? html`<p class="soft">No two policies that were read set the same to different values.</p>`
        : findingTable("Conflicts and overlaps", conflicts.slice(0, OPEN_ROWS))
    }
    ${
      conflicts.length > OPEN_ROWS
        ? html`<details>
            <summary>${conflicts.length - OPEN_ROWS} more</summary>
            ${findingTable("More conflicts and overlaps", conflicts.slice(OPEN_ROWS, ROWS_MAX))}
            ${cutWords(conflicts.length)}
          </details>`
        : ""
    }
  </section>`;
}

function bySeverity(findings: readonly FindingLine[]): readonly Html[] {
  return SEVERITIES.flatMap((severity) => {
    const lines = findings.filter((line) => line.severity === severity);
    if (lines.length === 0) return [];
    const areas = [...Map.groupBy(lines, ({ area }) => area)];
    return areas.map(
      ([area, found]) =>
        html`<h3>${severityMark(severity)} ${area}</h3>
          ${findingTable(`${SEVERITY_LABELS[severity]}: ${area}`, found)}`,
    );
  });
}

function findingTable(caption: string, lines: readonly FindingLine[]): Html {
  return table(
    caption,
    ["Policy", "What was expected, what was found", "Decision", "Seen in"],
    lines.map((line) => [
      html`${line.policy} <span class="path">${line.label}</span>`,
      html`${line.sentence} ${pathOf(line)}`,
      dispositionMark(line.disposition),
      line.evidence[0] === undefined ? "" : shortHash(line.evidence[0]),
    ]),
  );
}

/** The raw path beside its words: names need not be unique, paths are. */
function pathOf({ path }: FindingLine): Html | string {
  return path === null ? "" : html`<code class="path">${path}</code>`;
}

function cutWords(count: number): Html | string {
  if (count <= ROWS_MAX) return "";
  return html`<p class="soft small">
    The first ${ROWS_MAX} of ${count} are shown; the JSON holds all of them.
  </p>`;
}
