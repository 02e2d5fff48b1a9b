import type { ServedRun } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { FactList } from "../parts/fact-list.tsx";

/** What a programmer asks for, folded. The server sends it to those alone who have the right. */
export function TechnicalCard({ run }: { readonly run: ServedRun }) {
  const { failure, dispatch, reconciliation } = run;
  if (failure === undefined) return null;
  return (
    <details className="no-print rounded-lg border border-line bg-card px-4 py-3">
      <summary className="cursor-pointer font-semibold">{message("run.technical.title")}</summary>
      <div className="mt-2 flex flex-col gap-3">
        <FactList
          facts={[
            { name: message("run.technical.type"), value: <CopyText text={run.operation.type} /> },
            { name: message("run.technical.version"), value: run.version },
            dispatch === null
              ? null
              : {
                  name: message("run.technical.job"),
                  value: <CopyText text={dispatch.job_class} />,
                },
            dispatch === null
              ? null
              : { name: message("run.technical.connection"), value: dispatch.connection },
            { name: message("run.technical.address"), value: <CopyText text={run.links.self} /> },
          ]}
        />
        {failure === null ? null : (
          <Raw
            title={message("run.technical.failure", { attempt: failure.attempt })}
            text={[`${failure.name}: ${failure.message}`, failure.stack ?? ""].join("\n").trim()}
          />
        )}
        {reconciliation === null ? null : (
          <Raw
            title={message("run.technical.reconciliation")}
            text={JSON.stringify(reconciliation, null, 2)}
          />
        )}
      </div>
    </details>
  );
}

function Raw({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section>
      <h3 className="mb-1 text-small font-semibold">{title}</h3>
      <pre
        // A long text is scrolled with the keyboard, too.
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-md bg-sunken p-2.5 font-mono text-tiny whitespace-pre-wrap"
      >
        {text}
      </pre>
    </section>
  );
}
