import { CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";

const LOOKS = {
  care: { Icon: CircleAlert, className: "bg-care-ground text-care" },
  bad: { Icon: CircleAlert, className: "bg-bad-ground text-bad" },
  plain: { Icon: Info, className: "bg-sunken text-ink" },
} as const;

/** Something that must be read before the page is used. */
export function Notice({
  look,
  title,
  children,
}: {
  readonly look: keyof typeof LOOKS;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const { Icon, className } = LOOKS[look];
  return (
    <div className={`flex gap-2 rounded-md px-3 py-2 ${className}`}>
      <Icon aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
    </div>
  );
}
