import { useRouterState } from "@tanstack/react-router";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

interface HeadingOptions {
  /** What the page is called until it says so itself. */
  readonly standIn: string;
  /** What stands behind it in the title of the window. */
  readonly place: readonly string[];
}

/**
 * Follows the heading of whatever page is shown: the title of the window says it, and after a change of the page the
 * focus goes to it, unless the person has put it somewhere on the page by then. False = the page has no heading yet.
 */
export function usePageHeading(
  main: RefObject<HTMLElement | null>,
  { standIn, place }: HeadingOptions,
): boolean {
  const path = useRouterState({ select: (router) => router.resolvedLocation?.pathname });
  const [hasHeading, setHasHeading] = useState(true);
  const isFirst = useRef(true);
  const isAwaited = useRef(false);
  const look = useEffectEvent(() => {
    const heading = main.current?.querySelector<HTMLElement>("h1:not([data-stand-in])") ?? null;
    setHasHeading(heading !== null);
    const shown = heading ?? main.current?.querySelector<HTMLElement>("h2") ?? null;
    const name = shown?.textContent.trim() ?? "";
    document.title = [name === "" ? standIn : name, ...place]
      .filter((part, at, all) => part !== "" && all.indexOf(part) === at)
      .join(" · ");
    if (!isAwaited.current || shown === null) return;
    isAwaited.current = false;
    if (main.current?.contains(document.activeElement) === true) return;
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (path === undefined) return;
    // The browser's own load leaves the focus at the top, where the way to the content is.
    if (!isFirst.current) isAwaited.current = true;
    isFirst.current = false;
    look();
  }, [path]);
  const title = [standIn, ...place].join("\n");
  useEffect(() => look(), [title]);
  useEffect(() => {
    if (main.current === null) return undefined;
    const observer = new MutationObserver(() => look());
    observer.observe(main.current, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [main]);
  return hasHeading;
}
