/** How much something matters to the reader; said in words too, never by colour alone. */
export type Tone = "bad" | "care" | "good" | "plain";

export interface Tile {
  readonly label: string;
  readonly figure: number;
  /** Of what, or what it means. */
  readonly note: string;
  readonly tone: Tone;
}

export interface Column {
  readonly head: string;
  /** Its share of the width; the shares of a table need not sum up to anything. */
  readonly share: number;
  /** `severity` is drawn in its colour, `strong` in bold. */
  readonly look?: "severity" | "strong";
}

/** One part of a bar. */
export interface BarPart {
  readonly label: string;
  readonly figure: number;
  readonly tone: Tone | "unknown";
}

export interface Bar {
  readonly label: string;
  readonly parts: readonly BarPart[];
  readonly total: number;
}

/** What a brief is made of; drawn as PDF and written as HTML by the same words. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "facts"; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: "bars"; readonly caption: string; readonly bars: readonly Bar[] };

/** A short document for people who decide. */
export interface Brief {
  /** For the file, the browser and the reader aloud. */
  readonly title: string;
  readonly cover: {
    readonly kicker: string;
    readonly title: string;
    readonly environment: string;
    readonly lines: readonly string[];
  };
  readonly verdict: string;
  readonly tiles: readonly Tile[];
  /** What stands below the tiles on the cover. */
  readonly summary: readonly Block[];
  readonly body: readonly Block[];
  /** At the foot of every page. */
  readonly foot: string;
  /** ISO 8601: the moment that the review is about, which is all that the file may say of time. */
  readonly asOf: string;
}
