import { CopyText, FactList } from "settled-console/app";
import { text } from "../text.ts";
import type { FindingLine } from "./review-shape.ts";

/** Where the finding lies and what it was seen in; the values as they are, for who compares them elsewhere. */
export function FindingFacts({ line }: { readonly line: FindingLine }) {
  return (
    <details>
      <summary className="cursor-pointer font-semibold">{text("finding.evidence")}</summary>
      <div className="mt-1.5">
        <FactList
          facts={[
            line.path === null
              ? null
              : { name: text("finding.path"), value: <CopyText text={line.path} /> },
            { name: text("finding.expected"), value: <Value value={line.expected} /> },
            { name: text("finding.found"), value: <Value value={line.found} /> },
            ...line.evidence.map((hash, index) => ({
              name: text("finding.seen", { number: String(index + 1) }),
              value: <CopyText text={hash} />,
            })),
            { name: text("finding.key"), value: <CopyText text={line.finding_key} /> },
          ]}
        />
      </div>
    </details>
  );
}

function Value({ value }: { readonly value: FindingLine["expected"] }) {
  if (value === null) return <span className="text-soft">{text("finding.not_there")}</span>;
  return <code className="font-mono text-small break-all">{JSON.stringify(value)}</code>;
}
