import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  good: "bg-good-ground text-good",
  part: "bg-part-ground text-part",
  care: "bg-care-ground text-care",
  bad: "bg-bad-ground text-bad",
  off: "bg-off-ground text-off",
  wait: "bg-wait-ground text-wait",
  busy: "bg-busy-ground text-busy",
} as const;

export type MarkTone = keyof typeof TONES;

/** How something stands: glyph and word, never colour alone. */
export function Mark({
  tone,
  Icon,
  children,
}: {
  readonly tone: MarkTone;
  readonly Icon: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-small font-semibold whitespace-nowrap ${TONES[tone]}`}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={2.4} className="shrink-0" />
      {children}
    </span>
  );
}
