import { ArrowLeft } from "lucide-react";
import { Link } from "settled-console/app";

/** The way back to what the page belongs to. */
export function Trail({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <Link to={to} className="no-print inline-flex items-center gap-1 text-small">
      <ArrowLeft aria-hidden="true" size={14} />
      {label}
    </Link>
  );
}
