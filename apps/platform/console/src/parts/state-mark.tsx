import type { LucideIcon } from "lucide-react";

const TONES = {
  good: "bg-good-ground text-good",
  part: "bg-part-ground text-part",
  block: "bg-block-ground text-block",
  care: "bg-care-ground text-care",
  bad: "bg-bad-ground text-bad",
  off: "bg-off-ground text-off",
  busy: "bg-busy-ground text-busy",
  wait: "bg-wait-ground text-wait",
} as const;

export interface StateLook {
  readonly Icon: LucideIcon;
  readonly tone: keyof typeof TONES;
}

/** Where something stands: glyph and word, never colour alone. */
export function StateMark({ Icon, tone, label }: StateLook & { readonly label: string }) {
  return (
    <span
      className={`inline-flex items-center gap-1 justify-self-start rounded-md px-1.5 py-0.5 text-small font-semibold ${TONES[tone]}`}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={2.4} className="shrink-0" />
      {label}
    </span>
  );
}
