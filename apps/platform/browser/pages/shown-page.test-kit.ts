import type { Page } from "playwright-core";

/** `shown` = as the server answers. The others are what becomes of a page when its answers do. */
export const PAGE_STATES = [
  "shown",
  "loading",
  "offline",
  "fault",
  "forbidden",
  "not_found",
] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** A page of the console, or one of the ways in which it can look. */
export interface ShownPage {
  /** In the name of its screenshot. */
  readonly name: string;
  /** As the console registers it. */
  readonly route: string;
  /** Below the console; `{name}` is a place that is found in the world. */
  readonly path: string;
  /** `shown` alone unless said. */
  readonly states?: readonly PageState[];
  /** States of which the page tells in words of its own, and so not as a problem. */
  readonly tellsItself?: readonly PageState[];
  /** Which problem it shows even where all is well, since whoever looks may not see it or there is no such page. */
  readonly meets?: "forbidden" | "not_found" | "fault";
  /** It lives by who is signed in: the answer to that is broken with the rest. */
  readonly needsMe?: boolean;
  /** It is for narrow windows alone. */
  readonly onlyNarrow?: boolean;
  /** In whose eyes; the owner's unless said. */
  readonly as?: "owner" | "viewer" | "customer";
  /** A place beside those in the path without which there is nothing to see. */
  readonly needs?: string;
  /** What the server is made to answer below a workspace, by the end of the path, with places in it, too. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Ends of the paths that are answered by a fault, where the rest is well. */
  readonly broken?: readonly string[];
  /** What a person does before the look: opens a menu, selects rows. */
  prepare?(page: Page): Promise<void>;
}
