import type { AreaLine } from "../../review/review-document.ts";
import type { PackInput } from "../pack-input.ts";
import type { Bar, Block } from "./block.ts";
import { clip } from "./clip.ts";
import { counted } from "./counted.ts";

const AREAS_MAX = 8;
const AREA_CHARS_MAX = 28;

/** How each area stands, the part that was not assessed always shown. */
export function areasSection({ document }: PackInput): readonly Block[] {
  const areas = document.areas.filter(({ total }) => total > 0);
  if (areas.length === 0) return [];
  const more = areas.length - AREAS_MAX;
  return [
    { kind: "heading", text: "How each area stands" },
    {
      kind: "bars",
      caption: "Policies and expectations by area",
      bars: areas.slice(0, AREAS_MAX).map(asBar),
    },
    ...(more <= 0 ? [] : [{ kind: "note", text: `${counted(more, "more area")}.` } as const]),
  ];
}

function asBar({ area, aligned, accepted, open, not_assessed, total }: AreaLine): Bar {
  return {
    label: clip(area, AREA_CHARS_MAX),
    total,
    parts: [
      { label: "aligned", figure: aligned, tone: "good" },
      { label: "accepted", figure: accepted, tone: "plain" },
      { label: "open", figure: open, tone: "bad" },
      { label: "not assessed", figure: not_assessed, tone: "unknown" },
    ],
  };
}
