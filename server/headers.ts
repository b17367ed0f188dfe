import { randomBytes } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Request, RequestHandler } from "express";
import helmet from "helmet";

/**
 * Headers of every answer. Scripts come from this server alone. Style elements that libraries make at run time
 * (the editor, dialogs) need the nonce of the page; nothing inline runs without it.
 */
export const secureHeaders: RequestHandler = (request, response, next) => {
  const nonce = randomBytes(16).toString("base64");
  response.locals.nonce = nonce;
  const { policy, others } = isEmbed(request) ? embedded : own;
  response.setHeader("Content-Security-Policy", policy.replace(placeholder, nonce));
  for (const [name, value] of others) response.setHeader(name, value);
  next();
};

/** Stands in the policy where each answer has a nonce of its own. */
const placeholder = "NONCE";
const own = headers("'self'");
/** Other sites may frame the embedded view, which only reads; never the rest. */
const embedded = headers("*");

/** What helmet sets, asked of it once: for every answer anew it would cost more than many an answer. */
function headers(frameAncestors: "'self'" | "*") {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", `'nonce-${placeholder}'`],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [frameAncestors],
      },
    },
    frameguard: frameAncestors === "*" ? false : { action: "sameorigin" },
    // Plain HTTP on this machine is the rule here; a proxy that speaks TLS adds its own.
    strictTransportSecurity: false,
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  set(request, response, (error) => {
    if (error) throw error;
  });
  const { "content-security-policy": policy, ...others } = response.getHeaders();
  return {
    policy: String(policy),
    others: Object.entries(others).map(([name, value]) => [name, String(value)] as const),
  };
}

function isEmbed(request: Request): boolean {
  return !request.path.startsWith("/api/") && (request.path === "/embed" || "embed" in request.query);
}
