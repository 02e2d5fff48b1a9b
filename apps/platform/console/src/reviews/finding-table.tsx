import { Button, PlainTable } from "settled-console/app";
import { CutNote } from "../parts/cut-note.tsx";
import { ShortHash } from "../parts/short-hash.tsx";
import { text } from "../text.ts";
import { DispositionMark } from "./disposition-mark.tsx";
import { type Decisions, standingOf } from "./findings-view.ts";
import type { FindingLine } from "./review-shape.ts";

interface FindingTableProps {
  readonly caption: string;
  readonly lines: readonly FindingLine[];
  readonly decisions: Decisions;
  /** For one that follows another with the same heads. */
  readonly isHeadHidden?: boolean;
  onDecide(line: FindingLine): void;
}

/** More rows than that do not help a reader; the packs hold them all. */
const ROWS_MAX = 400;

/** Findings in words: what was expected, what was found, and what was decided about it. */
export function FindingTable(props: FindingTableProps) {
  const { caption, lines, decisions, isHeadHidden = false, onDecide } = props;
  return (
    <>
      <PlainTable
        caption={caption}
        rows={lines.slice(0, ROWS_MAX)}
        isHeadHidden={isHeadHidden}
        keyOf={({ finding_key }) => finding_key}
        columns={[
          {
            name: text("finding.policy"),
            render: ({ policy, label }) => (
              <div className="sm:w-52">
                {policy}
                <span className="block text-small text-soft">{label}</span>
              </div>
            ),
          },
          {
            name: text("finding.words"),
            render: ({ sentence, path, evidence: [seenIn] }) => (
              <>
                {sentence}
                {path === null ? null : (
                  <code className="block font-mono text-tiny break-all text-soft">{path}</code>
                )}
                {seenIn === undefined ? null : (
                  <span className="block text-tiny text-soft">
                    {text("finding.seen_in")} <ShortHash hash={seenIn} />
                  </span>
                )}
              </>
            ),
          },
          {
            name: text("finding.decision"),
            render: (line) => (
              <div className="flex flex-wrap items-center gap-1.5 sm:w-44">
                <DispositionMark standing={standingOf(line, decisions)} />
                {standingOf(line, decisions) === line.disposition ? null : (
                  <span className="text-tiny text-soft">{text("finding.since")}</span>
                )}
                <Button
                  look="quiet"
                  className="no-print text-accent"
                  aria-label={text("decide.label", { policy: line.policy, what: line.sentence })}
                  onClick={() => onDecide(line)}
                >
                  {text("decide.action")}
                </Button>
              </div>
            ),
          },
        ]}
      />
      <CutNote shown={ROWS_MAX} total={lines.length} />
    </>
  );
}
