import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";

/** A page that a host adds. It stands below the console's base, inside its frame. */
export interface ConsolePage {
  /** `$name` is one part of the path: `/workspaces/$workspace/environments/$environment`. */
  readonly path: string;
  /** Loaded when it is first needed. */
  load(): Promise<ComponentType>;
  /** Reads what stands behind the question mark, so that the page can always be shown. */
  readSearch?(search: Readonly<Record<string, unknown>>): object;
}

export interface NavigationItem {
  readonly label: string;
  /** A path of the console: `/workspaces/north/environments`. */
  readonly to: string;
  readonly Icon: LucideIcon;
  /** Hidden without it, where the person's capabilities are known. */
  readonly capability?: string;
  /** Whether it cares for the workspace itself, such as its members; these stand apart, last. */
  readonly isCare?: boolean;
  /** Hidden with it: a page that is for those alone who may see less. */
  readonly unless?: string;
}

/** One environment, as a page of it is named by. */
export interface StartPlace {
  readonly workspace: string;
  readonly environment: string;
}

/** What a host adds to the generic console. */
export interface ConsoleExtension {
  readonly pages: readonly ConsolePage[];
  /** Behind the console's own pages of a workspace. */
  navigation(workspace: string): readonly NavigationItem[];
  /** How the first workspace is made, for who is in none. */
  readonly firstWorkspace?: string;
  /**
   * Operations by their types that are started on a page of the host, with the path of that page: they ask for more than
   * a form made of their schema can. Whoever wants to start one is led there.
   */
  readonly startPages?: Readonly<Record<string, (place: StartPlace) => string>>;
  /** Where an artifact or a page of the host is shown inside the console; null = nowhere here. */
  pathOf?(href: string): string | null;
}

export const NO_EXTENSION: ConsoleExtension = { pages: [], navigation: () => [] };
