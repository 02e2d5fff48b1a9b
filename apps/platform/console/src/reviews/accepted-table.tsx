import { Button, PlainTable, TimeAgo, useNow } from "settled-console/app";
import { text } from "../text.ts";
import { DispositionMark } from "./disposition-mark.tsx";
import { expiryWords } from "./expiry-words.ts";
import type { FindingLine } from "./review-shape.ts";

interface AcceptedTableProps {
  readonly lines: readonly FindingLine[];
  onDecide(line: FindingLine): void;
}

/** Deviations that somebody decided to keep, with who, why and until when; those that expire first on top. */
export function AcceptedTable({ lines, onDecide }: AcceptedTableProps) {
  const now = useNow();
  if (lines.length === 0) return <p className="text-soft">{text("accepted.none")}</p>;
  return (
    <PlainTable
      caption={text("review.section.accepted")}
      rows={lines}
      keyOf={({ finding_key }) => finding_key}
      columns={[
        {
          name: text("accepted.what"),
          render: ({ policy, sentence }) => (
            <>
              {policy}
              <span className="block text-small text-soft">{sentence}</span>
            </>
          ),
        },
        {
          name: text("finding.decision"),
          render: ({ disposition, decided_by: by, decided_at: at }) => (
            <>
              <DispositionMark standing={disposition} />
              <span className="mt-0.5 block text-small text-soft">
                {by} {at === null ? null : <TimeAgo at={at} />}
              </span>
            </>
          ),
        },
        { name: text("accepted.why"), render: (line) => line.decision_reason },
        {
          name: text("accepted.expires"),
          render: ({ expires_at: at }) => {
            const { words, isUrgent } = expiryWords(at, now);
            return isUrgent ? <b className="text-care">{words}</b> : words;
          },
        },
        {
          name: text("decide.action"),
          render: (line) => (
            <Button
              look="quiet"
              className="no-print text-accent"
              aria-label={text("decide.label", { policy: line.policy, what: line.sentence })}
              onClick={() => onDecide(line)}
            >
              {text("decide.action")}
            </Button>
          ),
        },
      ]}
    />
  );
}
