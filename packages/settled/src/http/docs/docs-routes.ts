import { type Answer, streamAnswer } from "../answer.ts";
import type { ActorExchange } from "../exchange.ts";
import type { Route } from "../route.ts";
import { docsPage } from "./docs-page.ts";
import { DOCS_SCRIPT } from "./docs-script.ts";
import { DOCS_STYLE } from "./docs-style.ts";

/** The files of Swagger UI, as the package `swagger-ui-dist` has them. Served by the host itself, from nowhere else. */
export interface DocsAssets {
  /** `swagger-ui-bundle.js` */
  script(): Promise<string>;
  /** `swagger-ui.css` */
  style(): Promise<string>;
}

/** No script and no style but the files of this site; pictures of the style itself are in it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const JAVASCRIPT = "text/javascript; charset=utf-8";

/** `/docs`: the API for people to read and to try, for anybody who is signed in. A host adds them to its own routes. */
export function docsRoutes(assets: DocsAssets): readonly Route[] {
  return [
    page("/docs", async (exchange) =>
      textAnswer("text/html; charset=utf-8", String(await docsPage(exchange.desk))),
    ),
    page("/docs/ui.js", async () => textAnswer(JAVASCRIPT, await assets.script())),
    page("/docs/start.js", async () => textAnswer(JAVASCRIPT, DOCS_SCRIPT)),
    page("/docs/ui.css", async () =>
      textAnswer("text/css; charset=utf-8", `${await assets.style()}\n${DOCS_STYLE}`),
    ),
  ];
}

function page(path: string, answer: (exchange: ActorExchange) => Promise<Answer>): Route {
  return { method: "GET", path, surface: "page", access: "actor", answer };
}

function textAnswer(mediaType: string, text: string): Answer {
  return streamAnswer({
    mediaType,
    body: new Blob([text]).stream(),
    headers: { "content-security-policy": POLICY },
  });
}
