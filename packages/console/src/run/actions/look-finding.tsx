import { message } from "../../messages/message.ts";
import { type LookedRun, wouldChange } from "./looked-run.ts";

/** What the look has found, in the server's words. */
export function LookFinding({ answer }: { readonly answer: LookedRun }) {
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <p className="font-semibold">{answer.look.sentence}</p>
      <p className="text-soft">
        {message(wouldChange(answer) ? "action.check.would_change" : "action.check.stays")}
      </p>
    </div>
  );
}
