import { type ReactNode, useId } from "react";

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** Null = none is chosen yet. */
  readonly value: Value | null;
  readonly isInColumns?: boolean;
  onChange(value: Value): void;
  /** What the choice opens, below it. */
  readonly children?: ReactNode;
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly isDisabled?: boolean;
}

/** One of a few that are all seen; arrow keys move within it. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, choices, value, isInColumns = false, onChange, children } = props;
  const group = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{label}</legend>
      <div className={`grid gap-x-4 gap-y-1 ${isInColumns ? "grid-cols-2" : ""}`}>
        {choices.map((choice) => (
          <label key={choice.value} className="flex items-start gap-2">
            <input
              type="radio"
              name={group}
              className="mt-0.5 size-4 shrink-0 accent-accent"
              disabled={choice.isDisabled}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className="min-w-0">{choice.label}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
