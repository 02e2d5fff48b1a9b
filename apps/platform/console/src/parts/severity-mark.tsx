import { Diamond, Info, type LucideIcon, Triangle, TriangleAlert } from "lucide-react";
import { text } from "../text.ts";
import { Mark, type Tone } from "./mark.tsx";
import type { Severity } from "./severity.ts";

const LOOKS: Readonly<Record<Severity, { readonly tone: Tone; readonly Icon: LucideIcon }>> = {
  high: { tone: "bad", Icon: TriangleAlert },
  medium: { tone: "care", Icon: Diamond },
  low: { tone: "part", Icon: Triangle },
  info: { tone: "off", Icon: Info },
};

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return <Mark {...LOOKS[severity]} label={text(`severity.${severity}`)} />;
}
