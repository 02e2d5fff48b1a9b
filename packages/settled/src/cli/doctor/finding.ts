/** What the doctor found about one thing. Only a `problem` makes the doctor end with an error. */
export interface Finding {
  readonly check: string;
  readonly level: "ok" | "warning" | "problem" | "not_checked";
  readonly text: string;
  readonly nextStep: string | null;
}

export function well(check: string, text: string): Finding {
  return { check, level: "ok", text, nextStep: null };
}

export function warning(check: string, text: string, nextStep: string): Finding {
  return { check, level: "warning", text, nextStep };
}

export function problem(check: string, text: string, nextStep: string): Finding {
  return { check, level: "problem", text, nextStep };
}

export function notChecked(check: string, text: string): Finding {
  return { check, level: "not_checked", text, nextStep: null };
}
