import type { JsonObject } from "../../normal-form/json-value.ts";
import type { TextEncoding } from "../decode-text.ts";

/** An object as IntuneManagement writes it: indented, with the line ends of Windows where the file has a mark. */
export function encodeObject(json: JsonObject, encoding: TextEncoding): Buffer {
  const text = `${JSON.stringify(json, null, 2)}\n`;
  const marked = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  switch (encoding) {
    case "utf-16le":
      return Buffer.from(marked, "utf16le");
    case "utf-16be":
      return Buffer.from(marked, "utf16le").swap16();
    case "utf-8-bom":
      return Buffer.from(marked, "utf8");
    case "utf-8":
      return Buffer.from(text, "utf8");
  }
}
