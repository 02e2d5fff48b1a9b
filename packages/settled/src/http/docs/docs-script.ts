/**
 * Starts Swagger UI on the page. It asks nobody else: no validator of its makers, no address but this site's. A request
 * that is tried out bears the header by which the host knows its own pages.
 */
export const DOCS_SCRIPT = `"use strict";
const place = document.getElementById("docs");
const { document: url, header } = place.dataset;
SwaggerUIBundle({
  url,
  domNode: place,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  requestInterceptor(request) {
    const { origin } = new URL(request.url, location.href);
    if (origin !== location.origin) throw new Error("Only this site is asked.");
    if (header !== "" && request.method !== "GET") request.headers[header] = "docs";
    return request;
  },
});
`;
