import { Field } from "@base-ui/react/field";
import { message } from "../messages/message.ts";

const NAME_CHARS_MAX = 100;

/** What a view is called. */
export function NameField({
  value,
  onChange,
}: {
  readonly value: string;
  onChange(name: string): void;
}) {
  return (
    <Field.Root className="flex flex-col gap-1">
      <Field.Label className="font-semibold">{message("views.name")}</Field.Label>
      <Field.Control
        required
        maxLength={NAME_CHARS_MAX}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="min-h-8 rounded-md border border-strong-line bg-card px-2.5 py-1"
      />
    </Field.Root>
  );
}
