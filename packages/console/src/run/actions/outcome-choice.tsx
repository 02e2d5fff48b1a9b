import type { RunOutcome } from "../../api/run-shape.ts";
import { OUTCOMES } from "../../search/search-key.ts";
import { message } from "../../messages/message.ts";

/** The outcomes that a person may say. */
export function OutcomeChoice({
  value,
  onChange,
}: {
  readonly value: RunOutcome;
  onChange(outcome: RunOutcome): void;
}) {
  return (
    <fieldset className="grid grid-cols-2 gap-x-4 gap-y-1">
      <legend className="mb-1 font-semibold">{message("action.resolve.outcome")}</legend>
      {OUTCOMES.map((outcome) => (
        <label key={outcome} className="flex items-center gap-2">
          <input
            type="radio"
            name="outcome"
            className="size-4 accent-accent"
            checked={outcome === value}
            onChange={() => onChange(outcome)}
          />
          {message(`outcome.${outcome}`)}
        </label>
      ))}
    </fieldset>
  );
}
