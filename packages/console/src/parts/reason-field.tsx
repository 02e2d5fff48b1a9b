import { Field } from "@base-ui/react/field";
import { message } from "../messages/message.ts";

const REASON_CHARS_MAX = 2_000;

/** Why a person does what they do: it is written into the record for those who read it later. */
export function ReasonField({
  value,
  isRequired,
  onChange,
}: {
  readonly value: string;
  readonly isRequired: boolean;
  onChange(value: string): void;
}) {
  return (
    <Field.Root className="flex flex-col gap-1">
      <Field.Label className="font-semibold">
        {message(isRequired ? "action.reason" : "action.reason.optional")}
      </Field.Label>
      <Field.Control
        render={<textarea rows={2} maxLength={REASON_CHARS_MAX} />}
        required={isRequired}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="rounded-md border border-strong-line bg-card px-2.5 py-1.5"
      />
      <Field.Description className="text-small text-soft">
        {message("action.reason.hint")}
      </Field.Description>
    </Field.Root>
  );
}
