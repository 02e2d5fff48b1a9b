import type { PackInput } from "../pack-input.ts";
import { acceptedSection } from "./accepted-section.ts";
import { areasSection } from "./areas-section.ts";
import type { Brief, Tile } from "./block.ts";
import { changesSection } from "./changes-section.ts";
import { clip, clipName } from "./clip.ts";
import { counted } from "./counted.ts";
import { dateWords, periodName } from "./date-words.ts";
import { decisionsSection } from "./decisions-section.ts";
import { methodSection } from "./method-section.ts";
import { plainText } from "./plain-words.ts";
import { risksSection } from "./risks-section.ts";
import { uncheckedSection } from "./unchecked-section.ts";

const VERDICT_CHARS_MAX = 600;

/** Pure: the executive and customer packs as one short document, cut so that it fits four pages whatever it is about. */
export function composeBrief(input: PackInput): Brief {
  const { document, review, branding, profile } = input;
  const environment = clipName(branding.environment_name);
  const period = periodName(review.period_key);
  const title = profile === "executive" ? "Executive summary" : "Customer summary";
  const { baseline } = document;
  return {
    title: `${title}: ${environment}, ${period}`,
    cover: {
      kicker: clipName(branding.provider_name),
      title,
      environment: `Configuration review of ${environment}`,
      lines: [
        `${period} · Review no. ${review.sequence} · As of ${dateWords(review.as_of)}`,
        baseline === null
          ? "No baseline: this review states what is there"
          : `Baseline: ${clipName(baseline.name)}, version ${baseline.version}`,
      ],
    },
    verdict: clip(plainText(document.verdict.text), VERDICT_CHARS_MAX),
    tiles: tilesOf(input),
    summary: areasSection(input),
    body: [
      ...changesSection(input),
      ...risksSection(input),
      ...decisionsSection(input),
      ...acceptedSection(input),
      ...uncheckedSection(input),
      ...methodSection(input),
    ],
    foot: `${environment} · Review no. ${review.sequence} · ${input.fingerprint.slice(0, 18)}`,
    asOf: review.as_of,
  };
}

function tilesOf(input: PackInput): readonly Tile[] {
  const { document } = input;
  const { policies_checked, aligned, open_high, not_assessed } = document.tiles;
  const share = policies_checked === 0 ? 0 : Math.floor((aligned * 100) / policies_checked);
  return [
    {
      label: "Policies checked",
      figure: policies_checked,
      note: `${document.totals.items} objects found`,
      tone: "plain",
    },
    { label: "Aligned", figure: aligned, note: `${share} % of those checked`, tone: "good" },
    {
      label: "Open high findings",
      figure: open_high,
      note: open_high === 0 ? "none is open" : "need action first",
      tone: open_high === 0 ? "good" : "bad",
    },
    {
      label: "Not assessed",
      figure: not_assessed,
      note: unassessedNote(input),
      tone: not_assessed === 0 ? "plain" : "care",
    },
  ];
}

/** No policy may be left unassessed while whole types are: the tile must not say that all was read. */
function unassessedNote({ document }: PackInput): string {
  const uncovered = document.coverage.filter(({ status }) => status !== "complete").length;
  if (document.tiles.not_assessed > 0) return "not known to be good or bad";
  return uncovered === 0
    ? "all was read"
    : `of the policies found; ${counted(uncovered, "type is", "types are")} not covered`;
}
