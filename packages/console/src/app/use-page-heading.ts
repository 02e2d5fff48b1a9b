import { useRouterState } from "@tanstack/react-router";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";

interface HeadingOptions {
  /** What the page is called until it says so itself. */
  readonly standIn: string;
  /** What stands behind it in the title of the window. */
  readonly place: readonly string[];
}

/**
 * Follows the heading of whatever page is shown: the title of the window says it, and after a change of the page the
 * focus goes to it, unless the person has put it somewhere on the page by then.
 */
export function usePageHeading(
  main: RefObject<HTMLElement | null>,
  { standIn, place }: HeadingOptions,
): void {
  const path = useRouterState({ select: (router) => router.resolvedLocation?.pathname });
  const shownPath = useRef<string | null>(null);
  const isAwaited = useRef(false);
  const look = useEffectEvent((now: string | undefined) => {
    if (now !== undefined && now !== shownPath.current) {
      // The browser's own load leaves the focus at the top, where the way to the content is.
      isAwaited.current = shownPath.current !== null;
      shownPath.current = now;
    }
    const heading = headingIn(main.current);
    document.title = titleOf([heading?.textContent.trim() || standIn, ...place]);
    if (!isAwaited.current || heading === null) return;
    isAwaited.current = false;
    if (main.current?.contains(document.activeElement) === true) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  useEffect(() => look(path));
  useEffect(() => {
    if (main.current === null) return undefined;
    const observer = new MutationObserver(() => look(undefined));
    observer.observe(main.current, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [main]);
}

/** What is shown in the place of a page has a heading, too. */
function headingIn(main: HTMLElement | null): HTMLElement | null {
  return (
    main?.querySelector<HTMLElement>("h1:not([data-stand-in])") ??
    main?.querySelector<HTMLElement>("h2") ??
    null
  );
}

/** Said once, where a page is called like its place. */
function titleOf(parts: readonly string[]): string {
  return [...new Set(parts.filter((part) => part !== ""))].join(" · ");
}
