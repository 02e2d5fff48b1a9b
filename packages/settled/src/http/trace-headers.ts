const TRACE_PARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(?:-[\x21-\x7e]*)?$/;
const TRACE_STATE = /^[\x20-\x7e]{1,512}$/;

/** The W3C trace headers of a request. Malformed ones are ignored, as that standard asks. */
export function traceOf(headers: Headers): Readonly<Record<string, string>> | null {
  const traceparent = headers.get("traceparent");
  if (traceparent === null || traceparent.length > 512 || !TRACE_PARENT.test(traceparent)) {
    return null;
  }
  const tracestate = headers.get("tracestate");
  return tracestate !== null && TRACE_STATE.test(tracestate)
    ? { traceparent, tracestate }
    : { traceparent };
}
