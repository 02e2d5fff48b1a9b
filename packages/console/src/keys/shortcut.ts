/** What a key does anywhere on a page, unless a person is typing or a dialog is open. */
export interface Shortcut {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string;
  /** For the list of shortcuts. */
  readonly words: string;
  /** Whether it is meant where the focus is; everywhere unless said. */
  isMeant?(target: Element): boolean;
  run(): void;
}

/** Whether a key press is meant for the page: not for a field, not for the browser, not for a dialog in front. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  return (
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu]",
    ) === null
  );
}
