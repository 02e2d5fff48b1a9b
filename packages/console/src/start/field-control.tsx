import { message } from "../messages/message.ts";
import { FIELD, type FieldIds, LabelledField, LabelledGroup } from "../parts/field.tsx";
import type { InputChoice, InputField } from "./input-field.ts";

interface FieldControlProps {
  readonly field: InputField;
  readonly value: string | readonly string[];
  readonly fault: string | null;
  onChange(value: string | readonly string[]): void;
}

const LINES = 4;

/** What one member of an input is filled in with. */
export function FieldControl(props: FieldControlProps) {
  const { field, value, fault } = props;
  const hint = hintOf(field);
  const words = {
    label: field.label === "" ? message("start.input") : field.label,
    fault,
    ...(hint === "" ? {} : { hint }),
  };
  if (field.kind === "choices") {
    return (
      <LabelledGroup {...words}>
        {(invalid) => <Boxes {...props} choices={field.choices} invalid={invalid} />}
      </LabelledGroup>
    );
  }
  return (
    <LabelledField {...words}>
      {(ids) => <Control {...props} ids={ids} text={typeof value === "string" ? value : ""} />}
    </LabelledField>
  );
}

function Control({
  field,
  ids,
  text,
  onChange,
}: FieldControlProps & { readonly ids: FieldIds; readonly text: string }) {
  const rest = {
    ...ids,
    value: text,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange(currentTarget.value),
  };
  switch (field.kind) {
    case "text":
      return <input {...rest} className={FIELD} autoComplete="off" />;
    case "number":
    case "integer":
      return <input {...rest} className={FIELD} autoComplete="off" inputMode="decimal" />;
    case "texts":
      return <textarea {...rest} className={FIELD} rows={LINES} />;
    case "json":
      return (
        <textarea
          {...rest}
          className={`${FIELD} font-mono text-small`}
          rows={LINES}
          spellCheck={false}
        />
      );
    case "choice":
      return (
        <select {...rest} className={FIELD}>
          <option value="">{message(field.isRequired ? "start.choose" : "start.left_out")}</option>
          {field.choices.map(({ value: one, label }) => (
            <option key={label} value={JSON.stringify(one)}>
              {label}
            </option>
          ))}
        </select>
      );
    case "choices":
      return null;
  }
}

/** Several of a closed list. */
function Boxes({
  choices,
  invalid,
  value,
  onChange,
}: FieldControlProps & {
  readonly choices: readonly InputChoice[];
  readonly invalid: Pick<FieldIds, "aria-invalid">;
}) {
  const chosen = typeof value === "string" ? [] : value;
  const turn = (one: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, one] : chosen.filter((other) => other !== one));
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
      {choices.map(({ value: one, label }) => (
        <label key={label} className="flex items-center gap-2">
          <input
            {...invalid}
            type="checkbox"
            className="size-4 shrink-0 accent-accent"
            checked={chosen.includes(JSON.stringify(one))}
            onChange={({ currentTarget }) => turn(JSON.stringify(one), currentTarget.checked)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

/** The schema's own words first, then what the kind of field needs to be said of. */
function hintOf({ kind, hint, isRequired }: InputField): string {
  const own =
    kind === "texts" ? message("start.lines") : kind === "json" ? message("start.json") : "";
  // A box that opens says it among its choices.
  const optional = isRequired || kind === "choice" ? "" : message("start.may_be_left_out");
  return [hint ?? "", own, optional].filter((text) => text !== "").join(" ");
}
