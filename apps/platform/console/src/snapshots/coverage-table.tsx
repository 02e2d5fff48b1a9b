import { Mark, type MarkTone, PlainTable } from "settled-console/app";
import type { CoverageLine } from "../../../src/review/review-document.ts";
import { text } from "../text.ts";

/** Gaps first. */
const TONES: Readonly<Record<CoverageLine["status"], MarkTone>> = {
  failed: "bad",
  partial: "part",
  unlicensed: "off",
  unsupported: "off",
  excluded: "off",
  complete: "good",
};
const STATUSES = Object.keys(TONES) as CoverageLine["status"][];

/** What of each type was read, what was not, why, and what to do. */
export function CoverageTable({ lines }: { readonly lines: readonly CoverageLine[] }) {
  if (lines.length === 0) return <p className="text-soft">{text("coverage.none")}</p>;
  const ordered = STATUSES.flatMap((status) => lines.filter((line) => line.status === status));
  return (
    <>
      <p className="mb-2 text-soft">{summary(lines)}</p>
      <PlainTable
        caption={text("coverage.title")}
        rows={ordered}
        keyOf={({ type }) => type}
        columns={[
          { name: text("coverage.type"), render: ({ label }) => label },
          {
            name: text("coverage.status"),
            render: ({ status }) => (
              <Mark tone={TONES[status]} label={text("coverage.name", { status })} />
            ),
          },
          {
            name: text("coverage.objects"),
            isNumber: true,
            render: ({ items }) => items,
          },
          { name: text("coverage.meaning"), render: ({ meaning }) => meaning },
          {
            name: text("coverage.next"),
            render: ({ next_step: next }) =>
              next === "" ? <span className="text-soft">{text("coverage.nothing")}</span> : next,
          },
        ]}
      />
    </>
  );
}

function summary(lines: readonly CoverageLine[]): string {
  const parts = STATUSES.toReversed().flatMap((status) => {
    const count = lines.filter((line) => line.status === status).length;
    const name = text("coverage.name", { status }).toLowerCase();
    return count === 0 ? [] : [text("coverage.part", { count: String(count), status: name })];
  });
  return text("coverage.summary", { types: lines.length, parts: parts.join(", ") });
}
