import { Check, X } from "lucide-react";
import type { ServedRun } from "../api/run-shape.ts";
import { TimeAgo } from "../clock/time-ago.tsx";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";
import { FactList } from "../parts/fact-list.tsx";

type Belief = ServedRun["belief"];

/** "Why do you believe this?": what made somebody look, each check, what stood there before, who decided and when. */
export function BeliefCard({ run }: { readonly run: ServedRun }) {
  const { belief, presentation } = run;
  const { reason } = presentation;
  return (
    <Card title={message("run.belief.title")}>
      <p className="mb-3">{belief.statement}</p>
      <FactList
        isLong
        facts={[
          reason === null
            ? null
            : {
                name: message("run.belief.reason"),
                value: (
                  <>
                    <b>{reason.title}.</b> {reason.meaning}
                  </>
                ),
              },
          fact(message("run.belief.trigger"), belief.trigger?.text ?? null),
          belief.checks.length === 0
            ? null
            : { name: message("run.belief.checks"), value: <Checks checks={belief.checks} /> },
          fact(message("run.belief.previous"), belief.previous?.label ?? null),
          fact(message("run.belief.decided_by"), decidedBy(belief)),
          belief.decided_at === null
            ? null
            : {
                name: message("run.belief.decided_at"),
                value: <TimeAgo at={belief.decided_at} />,
              },
        ]}
      />
    </Card>
  );
}

function Checks({ checks }: Pick<Belief, "checks">) {
  return (
    <ul className="flex flex-col gap-1">
      {checks.map(({ text, passed, detail }) => (
        <li key={text} className="flex items-start gap-2">
          <span
            className={`mt-0.5 inline-flex items-center gap-1 text-small font-semibold whitespace-nowrap ${passed ? "text-good" : "text-bad"}`}
          >
            {passed ? <Check aria-hidden="true" size={14} /> : <X aria-hidden="true" size={14} />}
            {message(passed ? "run.belief.yes" : "run.belief.no")}
          </span>
          <span>
            {text}
            {detail === "" ? null : <span className="block text-small text-soft">{detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function fact(name: string, value: string | null) {
  return value === null ? null : { name, value };
}

function decidedBy({ decided_by: who, adapter }: Belief): string | null {
  if (who === null || adapter === null || adapter === "operator") return who;
  return message("run.belief.by_adapter", { who, adapter });
}
