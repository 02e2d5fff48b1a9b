import { Mark, type MarkLook } from "settled-console/app";
import { Diamond, Info, Triangle, TriangleAlert } from "lucide-react";
import { text } from "../text.ts";
import type { Severity } from "./severity.ts";

const LOOKS: Readonly<Record<Severity, MarkLook>> = {
  high: { tone: "bad", Icon: TriangleAlert },
  medium: { tone: "care", Icon: Diamond },
  low: { tone: "part", Icon: Triangle },
  info: { tone: "off", Icon: Info },
};

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return <Mark {...LOOKS[severity]} label={text(`severity.${severity}`)} />;
}
