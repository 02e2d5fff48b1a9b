import { lexSource, only } from "./lex-source.ts";
import { type Finding, findingAt, isTest, type SourceFile } from "./source-file.ts";

/** Attributes that people read or hear. */
const READ = /\b(?:title|detail|label|placeholder|alt|aria-label|aria-description)=$/;
/** Words between two tags: a letter, then more of them, up to the next tag or hole. */
const BETWEEN_TAGS =
  /(?:<[\w.]+(?:\s[^<>{}]*)?|["}]\s*|<\/[\w.]+|\/)>\s*([A-Za-z][A-Za-z ,.;:'’!?-]+)\s*[<{]/g;

/** What people read stands in the catalogues, so that it can be translated: no component says it by itself. */
export function checkLiteralTexts(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter(
      (file) =>
        /^(?:packages\/console|apps\/platform\/console)\/src\/.*\.tsx$/.test(file.path) &&
        !isTest(file),
    )
    .flatMap((file) => [...inAttributes(file), ...betweenTags(file)]);
}

function inAttributes(file: SourceFile): readonly Finding[] {
  return lexSource(file.text)
    .filter(({ kind, text, start }) => {
      const before = file.text.slice(Math.max(0, start - 24), start);
      return kind === "string" && READ.test(before) && /[A-Za-z]{2}/.test(text);
    })
    .map(({ text, start }) => findingAt(file, start, `says ${text} outside the catalogues`));
}

function betweenTags(file: SourceFile): readonly Finding[] {
  const code = only(file.text, ["code", "string"]);
  return [...code.matchAll(BETWEEN_TAGS)].flatMap(({ index, 1: words = "" }) => {
    const isCode = /^(?:extends|string|number|boolean|null|undefined)\b/.test(words);
    return isCode ? [] : [findingAt(file, index, `says "${words.trim()}" outside the catalogues`)];
  });
}
