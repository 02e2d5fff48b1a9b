import { auditorFiles } from "./auditor/auditor-files.ts";
import { composeBrief } from "./brief/compose-brief.ts";
import { briefHtml } from "./html/brief-html.ts";
import { manifestFiles } from "./manifest-files.ts";
import { HTML_TYPE, type PackFile, PDF_TYPE, textFile, ZIP_TYPE } from "./pack-file.ts";
import type { PackInput } from "./pack-input.ts";
import { redactInput } from "./redact-input.ts";
import { zipFiles } from "./zip-files.ts";

/**
 * The files of a pack, the zip with all the others last. Same input, same bytes, on every machine: it knows no
 * clock, no chance, no language and no time zone.
 */
export async function renderPack(input: PackInput): Promise<readonly PackFile[]> {
  const shown = redactInput(input);
  const files = manifestFiles(shown, await profileFiles(shown));
  const zip = { path: zipName(input), mediaType: ZIP_TYPE, bytes: await zipFiles(files) };
  return [...files, zip];
}

/** The name of the zip, made of what the platform itself says: never of a name that somebody gave. */
function zipName({ profile, review }: Pick<PackInput, "profile" | "review">): string {
  const period = review.period_key.replaceAll(/[^0-9A-Za-z-]/g, "");
  return `review-${review.sequence}-${period}-${profile}.zip`;
}

async function profileFiles(input: PackInput): Promise<readonly PackFile[]> {
  switch (input.profile) {
    case "executive":
    case "customer": {
      const brief = composeBrief(input);
      // Every command loads this file; few draw, and what draws is a quarter of all code.
      const { drawBrief } = await import("./pdf/draw-brief.ts");
      const name = input.profile === "executive" ? "executive-summary" : "customer-summary";
      return [
        { path: `${name}.pdf`, mediaType: PDF_TYPE, bytes: await drawBrief(brief) },
        textFile(`${name}.html`, HTML_TYPE, await briefHtml(brief)),
      ];
    }
    case "technical-auditor":
      return auditorFiles(input);
  }
}
