import type { PackInput } from "../pack-input.ts";
import type { Block } from "./block.ts";
import { clipName } from "./clip.ts";
import { counted } from "./counted.ts";
import { daysAfter, dateWords } from "./date-words.ts";
import { subjectOf } from "./finding-words.ts";

/** An acceptance that ends within so many days of the review needs a decision now. */
const ENDS_SOON_DAYS = 60;
const EACH_MAX = 2;

/** What only people can decide; the deviations themselves are no decisions. */
export function decisionsSection(input: PackInput): readonly Block[] {
  const asked = [
    ...undecided(input),
    ...endingSoon(input),
    ...contradictions(input),
    ...unlicensed(input),
    ...protectingNobody(input),
  ];
  return [
    { kind: "heading", text: "Decisions we ask for" },
    asked.length === 0
      ? { kind: "paragraph", text: "None. Nothing in this review waits for a decision." }
      : { kind: "list", items: asked },
  ];
}

function undecided({ document }: PackInput): readonly string[] {
  const open = document.findings.filter(
    ({ severity, disposition }) => severity === "high" && disposition === "new",
  ).length;
  if (open === 0) return [];
  return [
    `${counted(open, "high deviation has", "high deviations have")} no decision yet: have each corrected, or accept it with a reason and an end date.`,
  ];
}

function endingSoon({ document, review }: PackInput): readonly string[] {
  const until = daysAfter(review.as_of, ENDS_SOON_DAYS);
  const ending = document.accepted.filter(
    ({ expires_at }) => expires_at !== null && expires_at <= until,
  );
  return capped(ending, "accepted deviation", "accepted deviations", (finding) => {
    return `The acceptance of “${subjectOf(finding)}” ends on ${dateWords(finding.expires_at ?? "")}. Renew it, or have it corrected.`;
  });
}

function contradictions({ document }: PackInput): readonly string[] {
  return capped(document.conflicts, "contradiction", "contradictions", (finding) => {
    const other =
      finding.other_policy === null ? "Another policy" : `“${clipName(finding.other_policy)}”`;
    return `${other} contradicts “${subjectOf(finding)}”. Say which of the two values should hold.`;
  });
}

function unlicensed({ document }: PackInput): readonly string[] {
  const lines = document.coverage.filter(({ status }) => status === "unlicensed");
  return capped(lines, "unlicensed type", "unlicensed types", ({ label }) => {
    return `${clipName(label)} is not assessed, since this tenant has no licence for it. License it, or accept that it stays so.`;
  });
}

function protectingNobody({ document }: PackInput): readonly string[] {
  const count = document.unprotecting.length;
  if (count === 0) return [];
  return [
    `${counted(count, "policy protects", "policies protect")} nobody: not assigned, switched off, or only reporting. Put them to use or remove them.`,
  ];
}

/** The first ones in words, the rest as a count: a page is for decisions, not for lists. */
function capped<Item>(
  items: readonly Item[],
  one: string,
  many: string,
  words: (item: Item) => string,
): readonly string[] {
  const more = items.length - EACH_MAX;
  const told = items.slice(0, EACH_MAX).map(words);
  return more <= 0 ? told : [...told, `The same for ${counted(more, one, many)} more.`];
}
