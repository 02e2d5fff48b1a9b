import {
  Check,
  CircleDashed,
  CircleHelp,
  CirclePause,
  LoaderCircle,
  type LucideIcon,
  Minus,
  Plus,
  X,
} from "lucide-react";

const TONES = {
  good: { Icon: Check, look: "bg-good-ground text-good" },
  part: { Icon: Plus, look: "bg-part-ground text-part" },
  block: { Icon: CirclePause, look: "bg-block-ground text-block" },
  care: { Icon: CircleHelp, look: "bg-care-ground text-care" },
  bad: { Icon: X, look: "bg-bad-ground text-bad" },
  off: { Icon: Minus, look: "bg-off-ground text-off" },
  wait: { Icon: CircleDashed, look: "bg-wait-ground text-wait" },
  busy: { Icon: LoaderCircle, look: "bg-busy-ground text-busy" },
} as const satisfies Readonly<Record<string, { readonly Icon: LucideIcon; readonly look: string }>>;

export type MarkTone = keyof typeof TONES;

export interface MarkLook {
  readonly tone: MarkTone;
  /** In the place of the tone's own glyph. */
  readonly Icon?: LucideIcon;
}

/** How something stands: glyph, word and colour say the same, so that none of them is needed to read it. */
export function Mark({
  tone,
  Icon = TONES[tone].Icon,
  label,
  mayWrap = false,
}: MarkLook & {
  readonly label: string;
  /** For what is said in more than a word or two. */
  readonly mayWrap?: boolean;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 justify-self-start rounded-md px-1.5 py-0.5 text-small font-semibold ${mayWrap ? "" : "whitespace-nowrap"} ${TONES[tone].look}`}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={2.4} className="shrink-0" />
      {label}
    </span>
  );
}
