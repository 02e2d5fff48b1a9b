import { HOSTILE_TEXTS } from "./hostile-texts.test-kit.ts";

/** So many are stored in one world that a list shows all of them. */
const PART_SIZE = 23;
/** `SETTLED_EVERY_TEXT=1`: every text through every place. */
export const isEveryText = process.env["SETTLED_EVERY_TEXT"] === "1";
const asked = process.env["SETTLED_TEXTS_SEED"];
const SEED = Number(asked ?? Math.floor(Math.random() * 1_000));

export interface HostilePart {
  /** Bears what makes the same part again. */
  readonly name: string;
  readonly texts: readonly string[];
}

/** All of the texts in parts, or one part, which another run draws differently; each holds texts of every class. */
export function hostileParts(): readonly HostilePart[] {
  const count = Math.ceil(HOSTILE_TEXTS.length / PART_SIZE);
  const parts = Array.from({ length: count }, (_, part) => ({
    name: `SETTLED_TEXTS_SEED=${part}`,
    texts: HOSTILE_TEXTS.filter((__, index) => index % count === part),
  }));
  const isWhole = isEveryText && asked === undefined;
  return isWhole ? parts : parts.filter((_, part) => part === SEED % count);
}

/** The text of a field of a row: each field has all of them, and a row has another one in each of its fields. */
export function textOf(texts: readonly string[], row: number, field: number): string {
  return texts[(row + field * 5) % texts.length] ?? "";
}
