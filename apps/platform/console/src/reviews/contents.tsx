import { Link } from "settled-console/app";
import { text } from "../text.ts";
import { SECTIONS } from "./section.tsx";

/** The sections of the review, beside it on a wide screen. */
export function Contents() {
  return (
    <nav
      aria-label={text("review.contents")}
      className="no-print self-start text-small xl:sticky xl:top-20"
    >
      <ol className="flex flex-wrap gap-x-3 gap-y-1 xl:flex-col">
        {SECTIONS.map((name) => (
          <li key={name}>
            <Link
              to="."
              hash={name}
              search={true}
              className="block rounded-md py-0.5 no-underline hover:underline"
              activeProps={{}}
            >
              {text(`review.section.${name}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
