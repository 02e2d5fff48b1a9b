import { type ReactNode, useId } from "react";

/** A part of a page with its heading. */
export function Card({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-lg border border-line bg-card px-4 py-3.5 print:break-inside-avoid"
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1.5">
        <h2 id={id} className="text-lead font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
