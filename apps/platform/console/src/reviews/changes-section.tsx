import { Link, PlainTable } from "settled-console/app";
import { type EnvironmentPlace, reviewPath } from "../environments/places.ts";
import { CutNote } from "../parts/cut-note.tsx";
import { text } from "../text.ts";
import type { IntactReview } from "./review-shape.ts";
import { Section } from "./section.tsx";

/** More rows than that do not help a reader. */
const ROWS_MAX = 400;

type Compared = Extract<IntactReview["since_last"], { kind: "compared" }>;

interface ChangesSectionProps {
  readonly place: EnvironmentPlace;
  readonly review: IntactReview;
}

/** What happened since the review that this one replaced: told by what happened rather than by what is gone. */
export function ChangesSection({ place, review }: ChangesSectionProps) {
  const since = review.since_last;
  if (since.kind === "first") {
    return (
      <Section name="changes">
        <p className="text-soft">{text("changes.first")}</p>
      </Section>
    );
  }
  const link = (
    <Link to={reviewPath(place, since.predecessor.review_id)}>
      {text("changes.review", { number: String(since.predecessor.sequence) })}
    </Link>
  );
  return (
    <Section name="changes">
      {since.kind === "unknown" ? (
        <p className="text-care">
          {text("changes.unknown")} {link}. {text("changes.unknown.why")}
        </p>
      ) : (
        <>
          <p>
            {text("changes.compared")} {link}: {countsWords(since)}{" "}
            {since.all_read ? "" : text("changes.not_all_read")}{" "}
            {review.document.baseline === null
              ? ""
              : text("changes.open", {
                  before: String(since.open_findings_before),
                  now: String(since.open_findings_now),
                })}
          </p>
          {since.changes.length === 0 ? null : <ChangesTable changes={since.changes} />}
        </>
      )}
    </Section>
  );
}

function ChangesTable({ changes }: Pick<Compared, "changes">) {
  return (
    <div className="mt-2">
      <PlainTable
        caption={text("review.section.changes")}
        rows={changes.slice(0, ROWS_MAX)}
        keyOf={(one) => `${one.kind} ${one.type} ${one.policy} ${one.path ?? ""}`}
        columns={[
          { name: text("changes.what"), render: ({ label }) => label },
          {
            name: text("finding.policy"),
            render: ({ policy, type_label: type }) => (
              <>
                {policy}
                <span className="block text-small text-soft">{type}</span>
              </>
            ),
          },
          {
            name: text("changes.words"),
            render: ({ sentence, path }) => (
              <>
                {sentence}
                {path === null ? null : (
                  <code className="block font-mono text-tiny break-all text-soft">{path}</code>
                )}
              </>
            ),
          },
        ]}
      />
      <CutNote shown={ROWS_MAX} total={changes.length} />
    </div>
  );
}

/** Nothing seen is not nothing. */
function countsWords({ changes, all_read: allRead }: Compared): string {
  if (changes.length === 0) return text(allRead ? "changes.nothing" : "changes.none_seen");
  const labels = [...new Set(changes.map(({ label }) => label))];
  const counts = labels.map((label) => {
    const count = changes.filter((one) => one.label === label).length;
    return text("changes.count", { label: label.toLowerCase(), count: String(count) });
  });
  return `${counts.join(", ")}.`;
}
