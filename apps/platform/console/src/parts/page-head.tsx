import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "settled-console/app";

/** The top of a page: the way back, what the page is about, how that stands, and what can be done. */
export function PageHead({
  back,
  title,
  marks,
  actions,
}: {
  readonly back: { readonly to: string; readonly label: string } | null;
  readonly title: string;
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="mb-4">
      {back === null ? null : (
        <Link to={back.to} className="no-print inline-flex items-center gap-1 text-small">
          <ArrowLeft aria-hidden="true" size={14} />
          {back.label}
        </Link>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-title font-semibold tracking-tight">{title}</h1>
        {marks}
        <div className="no-print flex flex-wrap gap-2 sm:ml-auto">{actions}</div>
      </div>
    </header>
  );
}
