/** Where the caret stands in a field, and what is selected in it. */
export interface TextSelection {
  readonly start: number;
  readonly end: number;
}

/** Null where the field has not the focus. */
export function selectionIn(input: HTMLInputElement | null): TextSelection | null {
  if (input === null || document.activeElement !== input) return null;
  const end = input.value.length;
  return { start: input.selectionStart ?? end, end: input.selectionEnd ?? end };
}
