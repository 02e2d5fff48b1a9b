import { stripVTControlCharacters, styleText } from "node:util";
import type { TextSink } from "./cli-io.ts";

/** Controls, line breaks and marks that reverse the direction of text: what stored data may not say to a terminal. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const UNPRINTABLE_IN_JSON =
  /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export const LINE_WIDTH = 100;

export type TextColour = "bold" | "dim" | "green" | "yellow" | "red" | "cyan";

/** Any text as one line that can only be read. */
export function plainLine(text: string): string {
  return stripVTControlCharacters(text.toWellFormed()).replace(UNPRINTABLE, " ").trim();
}

/** The value as JSON that no terminal takes for a command; it parses to the same value. */
export function jsonText(value: unknown, indent = 0): string {
  return plainJsonText(JSON.stringify(value, null, indent));
}

/** JSON, or a piece of it, as `jsonText` would have written it. */
export function plainJsonText(json: string): string {
  return json.replace(
    UNPRINTABLE_IN_JSON,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export function paint(sink: TextSink, colour: TextColour, text: string): string {
  return sink.isTerminal ? styleText(colour, text, { validateStream: false }) : text;
}

export function cutLine(text: string, width: number): string {
  const chars = Array.from(text);
  return chars.length <= width ? text : `${chars.slice(0, Math.max(width - 1, 0)).join("")}…`;
}

/** The text in lines of at most `width` characters; a word that is longer stands alone. */
export function wrapText(text: string, width: number = LINE_WIDTH): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (Array.from(longer).length > width && line !== "") {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}
