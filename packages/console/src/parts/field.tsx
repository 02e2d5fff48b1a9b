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

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what stands in it, as the server told it. */
  readonly fault?: string | null;
}

/** A field with its name, and below it what is wrong with it and what helps to fill it. */
export function LabelledField({
  label,
  children,
  ...words
}: FieldWords & {
  /** Makes the control with the ids that tie it to its name, hint and fault. */
  children(ids: FieldIds): ReactNode;
}) {
  const id = useId();
  const { described, invalid, notes } = notesOf(id, words);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({ id, ...described, ...invalid })}
      {notes}
    </div>
  );
}

/** Several controls under one name, with the same below them. */
export function LabelledGroup({
  label,
  children,
  ...words
}: FieldWords & {
  /** Makes the controls, each with what says that something is wrong. */
  children(invalid: Pick<FieldIds, "aria-invalid">): ReactNode;
}) {
  const { described, invalid, notes } = notesOf(useId(), words);
  return (
    <fieldset {...described}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {children(invalid)}
      {notes}
    </fieldset>
  );
}

function notesOf(id: string, { hint, fault = null }: Omit<FieldWords, "label">) {
  const hintId = `${id}hint`;
  const faultId = `${id}fault`;
  const told = [hint === undefined ? null : hintId, fault === null ? null : faultId];
  const ids = told.filter((one) => one !== null).join(" ");
  return {
    described: ids === "" ? {} : { "aria-describedby": ids },
    invalid: fault === null ? {} : ({ "aria-invalid": true } as const),
    notes: (
      <>
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
      </>
    ),
  };
}
