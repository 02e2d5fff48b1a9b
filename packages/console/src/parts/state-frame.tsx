import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What stands in the place of content that is not there: why, and what to do. */
export function StateFrame({
  Icon,
  title,
  detail,
  foot,
  problem,
  children,
}: {
  readonly Icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  readonly foot?: string | null;
  /** Which problem stands here, for whoever looks over all pages; what is merely empty has none. */
  readonly problem?: string;
  readonly children?: ReactNode;
}) {
  return (
    <section
      data-problem={problem}
      className="mx-auto flex max-w-lg flex-col items-center gap-2 px-4 py-16 text-center"
    >
      <Icon aria-hidden="true" size={28} className="text-soft" />
      <h2 className="text-lead font-semibold">{title}</h2>
      <p className="text-soft">{detail}</p>
      {children === undefined ? null : (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>
      )}
      {foot === null || foot === undefined ? null : (
        <p className="font-mono text-tiny text-soft">{foot}</p>
      )}
    </section>
  );
}
