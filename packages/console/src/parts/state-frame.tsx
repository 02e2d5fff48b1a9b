import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useIsAlone } from "./use-is-alone.ts";

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
  const Heading = useIsAlone() ? "h1" : "h2";
  return (
    <section
      data-problem={problem}
      className="mx-auto flex max-w-lg flex-col items-center gap-2 px-4 py-16 text-center"
    >
      <Icon aria-hidden="true" size={28} className="text-soft" />
      <Heading className="text-lead font-semibold">{title}</Heading>
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
