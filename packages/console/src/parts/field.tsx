import { type ReactNode, useId } from "react";

/** How every field looks that text is typed into or chosen in. */
export const FIELD =
  "min-h-8 w-full min-w-0 rounded-md border border-strong-line bg-card px-2.5 py-1 text-ink";

/** A field with its name, and below it what helps to fill it. */
export function LabelledField({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  /** Makes the control with the ids that tie it to its name and hint. */
  children(ids: { readonly id: string; readonly "aria-describedby"?: string }): ReactNode;
}) {
  const id = useId();
  const hintId = `${id}hint`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children(hint === undefined ? { id } : { id, "aria-describedby": hintId })}
      {hint === undefined ? null : (
        <p id={hintId} className="text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
