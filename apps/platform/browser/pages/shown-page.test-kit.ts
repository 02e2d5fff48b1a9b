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
  /** In whose eyes; the owner's unless said. */
  readonly as?: "owner" | "viewer" | "customer";
  /** What the server is made to answer below a workspace, by the end of the path: a list without an entry. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** What a person does before the look: opens a menu, selects rows. */
  prepare?(page: Page): Promise<void>;
}
