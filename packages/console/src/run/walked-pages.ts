/** A page that was shown, by its place in the browser's history. */
export interface WalkedPage {
  readonly index: number;
  /** The workspace whose list of runs it was. */
  readonly list: string | null;
  readonly isRun: boolean;
}

const LIST = /^\/workspaces\/([^/]+)\/runs\/?$/;
const RUN = /^\/workspaces\/[^/]+\/runs\/[^/]+\/?$/;
const PAGES_MAX = 50;

export function walkedPage(index: number, path: string): WalkedPage {
  return { index, list: workspaceOfList(path), isRun: RUN.test(path) };
}

/** The pages that lie behind the one that is shown, and that one: what lay ahead of it may be others by now. */
export function withPage(pages: readonly WalkedPage[], shown: WalkedPage): readonly WalkedPage[] {
  return [...pages.filter(({ index }) => index < shown.index), shown].slice(-PAGES_MAX);
}

/** The page from which the person went to runs, past those that they went through; null = it is not known. */
export function pageBeforeRuns(pages: readonly WalkedPage[], index: number): WalkedPage | null {
  return pages.findLast((page) => page.index < index && !page.isRun) ?? null;
}

/** Null for any other path. */
export function workspaceOfList(path: string): string | null {
  const found = LIST.exec(path)?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}
