import { lexSource } from "./lex-source.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

/** Each catalogue of screen texts, in one file or in several that end so, with the function by which it is used. */
const CATALOGUES = [
  { ends: "messages-en.ts", sources: "packages/console/src/", asks: /\bmessage\(\s*(["`])/g },
  { ends: "texts-en.ts", sources: "apps/platform/console/src/", asks: /\btext\(\s*(["`])/g },
] as const;

const KEY = /^ {2}"([^"]+)":/gm;

/** Every text of a catalogue is used and stands there once, and every text that is asked for stands there. */
export function checkUsedTexts(files: readonly SourceFile[]): readonly Finding[] {
  return CATALOGUES.flatMap(({ ends, sources, asks }) => {
    const own = files.filter(
      (file) => file.path.startsWith(sources) && isTypeScript(file) && !isTest(file),
    );
    const catalogues = own.filter(({ path }) => path.endsWith(ends));
    const users = own.filter(({ path }) => !path.endsWith(ends));
    const said = users.flatMap(({ text }) => wordsIn(text));
    const keys = catalogues.flatMap((file) =>
      [...file.text.matchAll(KEY)].map(({ index, 1: key = "" }) => ({ file, index, key })),
    );
    const known = new Set(keys.map(({ key }) => key));
    const unused = keys
      .filter(({ key }) => !said.some((word) => word.test(key)))
      .map(({ file, index, key }) => findingAt(file, index, `${key} is asked for nowhere`));
    const missing = users.flatMap((file) =>
      [...file.text.matchAll(asks)].flatMap(({ index, 0: start, 1: quote }) => {
        if (quote !== '"') return [];
        const from = index + start.length;
        const key = file.text.slice(from, file.text.indexOf('"', from));
        return known.has(key) ? [] : [findingAt(file, index, `asks for ${key}, which no text has`)];
      }),
    );
    // Files of a catalogue are laid over each other: the last would take the place of the first.
    const twice = keys
      .filter((one) => keys.some((other) => other !== one && other.key === one.key))
      .map(({ file, index, key }) =>
        findingAt(file, index, `${key} stands in the catalogue twice`),
      );
    return [...unused, ...missing, ...twice];
  });
}

/** What a source says in quotes, as patterns of whole keys: what stands in the holes of a template may be anything. */
function wordsIn(text: string): readonly RegExp[] {
  return lexSource(text)
    .filter(({ kind }) => kind === "string" || kind === "template")
    .flatMap(({ text: said }) => [said.slice(1, -1), ...namesIn(said)])
    .filter((said) => said.includes("."))
    .map((said) => new RegExp(`^${patternOf(said)}$`));
}

/** A template's holes hold code, and that code strings. */
function namesIn(said: string): readonly string[] {
  if (!said.startsWith("`")) return [];
  return [...said.matchAll(/"([\w.]+)"/g)].map(([, name = ""]) => name);
}

function patternOf(said: string): string {
  return said
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join("[^.]+(?:\\.[^.]+)*");
}
