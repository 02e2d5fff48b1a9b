/** Beside the style of Swagger UI: the head of the page, and a plain look without its brand. */
export const DOCS_STYLE = `body { margin: 0; background: #fff; }
.docs-top { display: flex; gap: 24px; padding: 12px 28px; border-bottom: 1px solid #d9dde3; font: 15px/1.5 system-ui, sans-serif; }
.docs-top a, .docs-top span { color: #1d3b5c; text-decoration: none; font-weight: 600; }
.docs-top a:hover, .docs-top a:focus-visible { text-decoration: underline; }
.docs-top a + a, .docs-top span + a { font-weight: 400; }
.swagger-ui .info { margin: 24px 0; }
.swagger-ui .scheme-container { box-shadow: none; border-bottom: 1px solid #d9dde3; padding: 12px 0; }
noscript p { padding: 0 28px; font: 15px/1.5 system-ui, sans-serif; }
`;
