import type { PackInput } from "../pack-input.ts";
import type { Block } from "./block.ts";
import { clipName, clipSentence } from "./clip.ts";
import { counted } from "./counted.ts";

const TYPES_MAX = 5;
const OBJECTS_MAX = 4;

/** What the review could not say anything about, and why: the part that numbers alone would hide. */
export function uncheckedSection({ document }: PackInput): readonly Block[] {
  const types = document.coverage.filter(({ status }) => status !== "complete");
  const { doubtful } = document;
  const heading = { kind: "heading", text: "What we could not check, and why" } as const;
  if (types.length + doubtful.length === 0) {
    return [
      heading,
      { kind: "paragraph", text: "Nothing: every type that was found was read whole." },
    ];
  }
  const moreTypes = Math.max(types.length - TYPES_MAX, 0);
  const moreObjects = Math.max(doubtful.length - OBJECTS_MAX, 0);
  const left = [
    ...(moreTypes === 0 ? [] : [counted(moreTypes, "more type")]),
    ...(moreObjects === 0 ? [] : [counted(moreObjects, "more object")]),
  ];
  return [
    heading,
    {
      kind: "table",
      caption: "What was not assessed",
      columns: [
        { head: "What", share: 30, look: "strong" },
        { head: "Why", share: 42 },
        { head: "What to do", share: 34 },
      ],
      rows: [
        ...types
          .slice(0, TYPES_MAX)
          .map(({ label, meaning, next_step }) => [
            clipName(label),
            clipSentence(meaning),
            clipSentence(next_step),
          ]),
        ...doubtful
          .slice(0, OBJECTS_MAX)
          .map(({ label, item, meaning }) => [
            `${clipName(item)} (${clipName(label)})`,
            clipSentence(meaning),
            "Export it again, then review again.",
          ]),
      ],
    },
    ...(left.length === 0 ? [] : [{ kind: "note", text: `And ${left.join(" and ")}.` } as const]),
  ];
}
