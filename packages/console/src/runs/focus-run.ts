/** Puts the focus on the title of a run, so that keys and screen readers go on from there; false = it is not shown. */
export function focusRun(id: string): boolean {
  const row = document.getElementById(`run-${id}`);
  row?.querySelector("a")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
  return row !== null;
}
