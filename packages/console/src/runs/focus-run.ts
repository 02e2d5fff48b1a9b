/** Puts the focus on the title of a run that is shown, so that keys and screen readers go on from there. */
export function focusRun(id: string): void {
  const row = document.getElementById(`run-${id}`);
  row?.querySelector("a")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}
