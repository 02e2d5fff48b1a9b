import { TimeAgo } from "../clock/time-ago.tsx";
import { Moment } from "../clock/moment.tsx";
import { message } from "../messages/message.ts";
import { CopyText } from "../parts/copy-text.tsx";
import type { PlainColumn } from "../parts/plain-table.tsx";
import { TargetLink } from "../parts/target-link.tsx";
import type { AuditView } from "./audit-view.ts";
import type { AuditEntry } from "./use-audit.ts";

/** A line of the log: when, who, what, to what, why, and by which door. Names narrow the log to themselves. */
export function auditColumns(
  onNarrow: (view: AuditView) => void,
): readonly PlainColumn<AuditEntry>[] {
  return [
    {
      name: message("audit.column.when"),
      className: "md:w-48",
      render: ({ at }) => (
        <>
          <TimeAgo at={at} />
          <div className="text-tiny whitespace-nowrap text-soft">
            <Moment at={at} />
          </div>
        </>
      ),
    },
    {
      name: message("audit.column.who"),
      render: ({ actor }) => (
        <NarrowButton
          words={actor.name}
          hint={message("audit.only.actor", { name: actor.name })}
          onClick={() => onNarrow({ actor: actor.id })}
        />
      ),
    },
    {
      name: message("audit.column.what"),
      render: ({ action }) => (
        <NarrowButton
          isCode
          words={action}
          hint={message("audit.only.action", { action })}
          onClick={() => onNarrow({ action })}
        />
      ),
    },
    { name: message("audit.column.target"), render: (entry) => <Target entry={entry} /> },
    {
      name: message("audit.column.why"),
      className: "md:w-64",
      render: ({ reason, detail }) => <Why reason={reason} detail={detail} />,
    },
    {
      name: message("audit.column.door"),
      className: "md:w-40",
      render: ({ via, request_id }) => (
        <>
          {message("audit.door", { via: via ?? "none" })}
          {request_id === null ? null : (
            <div className="text-tiny whitespace-nowrap text-soft">
              <CopyText text={request_id} shown={`${request_id.slice(0, 8)}…`} />
            </div>
          )}
        </>
      ),
    },
  ];
}

function Target({ entry: { target, environment_id } }: { readonly entry: AuditEntry }) {
  return (
    <>
      <div className="wrap-anywhere">
        <TargetLink href={target.href}>{target.name ?? target.id}</TargetLink>
      </div>
      <div className="text-tiny text-soft">
        {[target.type.replaceAll("_", " "), environment_id].filter(Boolean).join(" · ")}
      </div>
    </>
  );
}

function Why({ reason, detail }: Pick<AuditEntry, "reason" | "detail">) {
  const hasDetail = Object.keys(detail).length > 0;
  if (reason === null && !hasDetail) return <span className="text-soft">–</span>;
  return (
    <>
      {reason === null ? null : <p className="break-words">{reason}</p>}
      {hasDetail ? (
        <details className="text-small">
          <summary className="text-soft">{message("audit.detail.more")}</summary>
          <pre className="mt-1 max-h-60 overflow-auto rounded-md bg-sunken p-2 font-mono text-tiny break-all whitespace-pre-wrap">
            {JSON.stringify(detail, null, 2)}
          </pre>
        </details>
      ) : null}
    </>
  );
}

function NarrowButton({
  words,
  hint,
  isCode = false,
  onClick,
}: {
  readonly words: string;
  readonly hint: string;
  readonly isCode?: boolean;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      title={hint}
      className={`rounded text-left break-words decoration-dotted underline-offset-2 hover:underline ${isCode ? "font-mono text-small" : ""}`}
      onClick={onClick}
    >
      {words}
    </button>
  );
}
