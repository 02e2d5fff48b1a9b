import type { RunOutcome } from "../../api/run-shape.ts";
import { message } from "../../messages/message.ts";
import { ChoiceField } from "../../parts/choice-field.tsx";
import { OUTCOMES } from "../../search/search-key.ts";

/** The outcomes that a person may say. */
export function OutcomeChoice({
  value,
  onChange,
}: {
  readonly value: RunOutcome;
  onChange(outcome: RunOutcome): void;
}) {
  return (
    <ChoiceField
      label={message("action.resolve.outcome")}
      choices={OUTCOMES.map((outcome) => ({
        value: outcome,
        label: message(`outcome.${outcome}`),
      }))}
      value={value}
      isInColumns
      onChange={onChange}
    />
  );
}
