import type { ServedRun } from "../api/run-shape.ts";
import { message } from "../messages/message.ts";
import { Card } from "../parts/card.tsx";

/** What was asked, as it is stored. */
export function InputCard({ run }: { readonly run: ServedRun }) {
  return (
    <Card title={message("run.input.title")}>
      <pre
        // A long text is scrolled with the keyboard, too.
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md bg-sunken p-2.5 font-mono text-tiny whitespace-pre-wrap"
      >
        {JSON.stringify(run.input, null, 2)}
      </pre>
    </Card>
  );
}
