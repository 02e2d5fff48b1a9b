import type { ReactNode } from "react";

/** The heading of a page, with what can be done on all of it at its end. */
export function PageHead({
  title,
  detail,
  children,
}: {
  readonly title: string;
  readonly detail?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 grow">
        <h1 className="text-title font-semibold tracking-tight">{title}</h1>
        {detail === undefined ? null : <p className="max-w-[75ch] text-soft">{detail}</p>}
      </div>
      {children}
    </div>
  );
}
