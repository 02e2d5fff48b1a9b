import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

interface PageHeadProps {
  readonly title: string;
  /** Where one came from, or would have. */
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  /** How the thing of the page stands. */
  readonly marks?: ReactNode;
  /** What is said of all of it. */
  readonly detail?: ReactNode;
  /** What can be done with all of it. */
  readonly children?: ReactNode;
}

/** The top of a page: the way back, what the page is about, how that stands, and what can be done. */
export function PageHead({ title, back, marks, detail, children }: PageHeadProps) {
  return (
    <header className="mb-4">
      {back === undefined ? null : (
        <Link to={back.to} className="no-print inline-flex items-center gap-1 text-small">
          <ArrowLeft aria-hidden="true" size={14} />
          {back.label}
        </Link>
      )}
      <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-96">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-title font-semibold tracking-tight wrap-anywhere">{title}</h1>
            {marks}
          </div>
          {detail === undefined ? null : (
            <div className="mt-1 max-w-[75ch] text-soft">{detail}</div>
          )}
        </div>
        <div className="no-print flex flex-wrap gap-2">{children}</div>
      </div>
    </header>
  );
}
