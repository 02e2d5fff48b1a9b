import { only } from "./lex-source.ts";
import { type Finding, findingAt, isTypeScript, type SourceFile } from "./source-file.ts";

const RAW =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|\bdocument\s*\.\s*write\b/g;

/** Names of policies and tenants come from outside: nothing but the framework's own escaping writes them. */
export function checkRawHtml(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter(isTypeScript)
    .flatMap((file) =>
      [...only(file.text, ["code"]).matchAll(RAW)].map(({ index }) =>
        findingAt(file, index, "writes HTML past the framework"),
      ),
    );
}
