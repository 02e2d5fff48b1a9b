import { type ReactNode, useId } from "react";

/** How every field looks that text is typed into or chosen in. */
export const FIELD =
  "min-h-8 w-full min-w-0 rounded-md border border-strong-line bg-card px-2.5 py-1 text-ink";

/** What ties a control to the words about it. */
export interface FieldIds {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

/** A field with its name, and below it what is wrong with it and what helps to fill it. */
export function LabelledField({
  label,
  hint,
  fault = null,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what stands in it, as the server told it. */
  readonly fault?: string | null;
  /** Makes the control with the ids that tie it to its name, hint and fault. */
  children(ids: FieldIds): ReactNode;
}) {
  const id = useId();
  const hintId = `${id}hint`;
  const faultId = `${id}fault`;
  const described = [hint === undefined ? null : hintId, fault === null ? null : faultId];
  const told = described.filter((one) => one !== null).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({
        id,
        ...(told === "" ? {} : { "aria-describedby": told }),
        ...(fault === null ? {} : { "aria-invalid": true }),
      })}
      {fault === null ? null : (
        <p id={faultId} role="alert" className="text-small font-semibold text-bad">
          {fault}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={hintId} className="text-small text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
