import { Check, CircleHelp, type LucideIcon, Minus, Plus, X } from "lucide-react";

export type Tone = "good" | "part" | "care" | "bad" | "off";

const LOOKS: Readonly<Record<Tone, { readonly Icon: LucideIcon; readonly look: string }>> = {
  good: { Icon: Check, look: "bg-good-ground text-good" },
  part: { Icon: Plus, look: "bg-part-ground text-part" },
  care: { Icon: CircleHelp, look: "bg-care-ground text-care" },
  bad: { Icon: X, look: "bg-bad-ground text-bad" },
  off: { Icon: Minus, look: "bg-off-ground text-off" },
};

/** Where something stands: glyph, word and colour say the same, so none of them is needed to read it. */
export function Mark({
  tone,
  label,
  Icon,
}: {
  readonly tone: Tone;
  readonly label: string;
  /** In the place of the tone's own glyph. */
  readonly Icon?: LucideIcon;
}) {
  const { Icon: Own, look } = LOOKS[tone];
  const Shown = Icon ?? Own;
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-small font-semibold whitespace-nowrap ${look}`}
    >
      <Shown aria-hidden="true" size={13} strokeWidth={2.4} />
      {label}
    </span>
  );
}
