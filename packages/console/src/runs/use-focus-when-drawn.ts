import { useEffect, useRef } from "react";
import { focusRun } from "./focus-run.ts";

/** Gives a run the focus as soon as its row stands there: what was read is drawn a moment later, not in a known frame. */
export function useFocusWhenDrawn(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  const focus = () => {
    if (wanted.current !== null && focusRun(wanted.current)) wanted.current = null;
  };
  useEffect(focus);
  return (id) => {
    wanted.current = id;
    focus();
  };
}
