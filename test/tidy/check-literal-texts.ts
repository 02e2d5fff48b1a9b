import { lexSource, only } from "./lex-source.ts";
import { type Finding, findingAt, isTest, type SourceFile } from "./source-file.ts";

/** Attributes that people read or hear. */
const READ = /\b(?:title|detail|label|placeholder|alt|aria-label|aria-description)=\{?$/;
/** A word with a capital letter and another one behind it: nobody but a person reads that, or who reads a fault. */
const SENTENCE = /^["'`][A-Z][a-z]+ [a-z]/;
/** Words between two tags: a letter, then more of them, up to the next tag or hole. */
const BETWEEN_TAGS =
  /(?:<(?:[\w.]+(?:\s[^<>{}]*)?)?|["}]\s*|<\/[\w.]+|\/)>\s*([A-Za-z][A-Za-z ,.;:'’!?-]+)\s*[<{]/g;
/** Words between a hole and the end of what it stands in. */
const BEHIND_HOLE = /\}\s*([A-Za-z][A-Za-z ,.;:'’!?-]+)\s*<\//g;

/** What people read stands in the catalogues, so that it can be translated: no component says it by itself. */
export function checkLiteralTexts(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter(
      (file) =>
        /^(?:packages\/console|apps\/platform\/console)\/src\/.*\.tsx$/.test(file.path) &&
        !isTest(file),
    )
    .flatMap((file) => [...inQuotes(file), ...betweenTags(file)]);
}

function inQuotes(file: SourceFile): readonly Finding[] {
  return lexSource(file.text)
    .filter(({ kind, text, start }) => {
      if (kind !== "string" && kind !== "template") return false;
      const before = file.text.slice(Math.max(0, start - 24), start);
      if (SENTENCE.test(text)) return !/\bError\(\s*$/.test(before);
      return READ.test(before) && /[A-Za-z]{2}/.test(text.replaceAll(/\$\{[^}]*\}/g, ""));
    })
    .map(({ text, start }) => findingAt(file, start, `says ${text} outside the catalogues`));
}

function betweenTags(file: SourceFile): readonly Finding[] {
  const code = only(file.text, ["code", "string"]);
  const found = [BETWEEN_TAGS, BEHIND_HOLE].flatMap((place) => [...code.matchAll(place)]);
  return found.flatMap(({ index, 1: words = "" }) => {
    const isCode = /^(?:extends|string|number|boolean|null|undefined)\b/.test(words);
    return isCode ? [] : [findingAt(file, index, `says "${words.trim()}" outside the catalogues`)];
  });
}
