import { connect } from "node:tls";

/**
 * Why a server that somebody reached at `uri` would not be spoken to, as sentences for the user, if it is for TLS: it wants
 * some where the address asks for none, has none where the address wants some, or has a certificate that is not trusted
 * here. Undefined when it is for something else. The driver alone cannot tell: it sees a connection that closes.
 */
export async function tlsFault(uri: string): Promise<string | undefined> {
  const { protocol, hostname, port, host } = new URL(uri);
  const scheme = protocol.slice(0, -1);
  const plain = scheme.replace(/\+.*$/, "");
  const { isReached, isSpoken, distrust } = await greeting(hostname.replace(/^\[|\]$/g, ""), Number(port || 7687));
  const at = `Neo4j at ${scheme}://${host}`;
  const instead = distrust ? `${plain}+ssc://${host} (${why(distrust)})` : `${plain}+s://${host}`;
  if (isSpoken && scheme === plain) return `${at} speaks TLS alone. Set NEO4J_URI to ${instead}.`;
  if (isSpoken && scheme.endsWith("+s") && distrust) {
    return `The certificate of ${at} is not trusted here: ${why(distrust)}. Name the file of the certificate, or of who signed it, in NODE_EXTRA_CA_CERTS; ${plain}+ssc://${host} takes any certificate.`;
  }
  if (isReached && !isSpoken && scheme !== plain) return `${at} speaks no TLS. Set NEO4J_URI to ${plain}://${host}.`;
  return undefined;
}

interface Greeting {
  /** Somebody listens there. */
  isReached: boolean;
  /** And answers a TLS handshake. */
  isSpoken: boolean;
  /** What OpenSSL has against the certificate. */
  distrust?: string;
}

/** Shakes hands without a word, and without trust, for at most five seconds. */
function greeting(host: string, port: number): Promise<Greeting> {
  return new Promise((resolve) => {
    let isReached = false;
    const socket = connect({ host, port, servername: /[a-z]/i.test(host) ? host : "", rejectUnauthorized: false });
    const done = (found: Omit<Greeting, "isReached">) => {
      socket.destroy();
      resolve({ isReached, ...found });
    };
    socket
      .once("connect", () => {
        isReached = true;
      })
      .once("secureConnect", () => {
        const distrust = socket.authorized ? undefined : String(socket.authorizationError);
        done({ isSpoken: true, distrust });
      })
      .on("error", () => done({ isSpoken: false }))
      .setTimeout(5_000, () => done({ isSpoken: false }));
  });
}

function why(code: string): string {
  return `${reasons[code] ?? "its signature could not be checked"}, ${code}`;
}

const reasons: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "it is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "nobody known here has signed it",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "nobody known here has signed it",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "nobody known here has signed it",
  ERR_TLS_CERT_ALTNAME_INVALID: "it is made out for another name",
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet",
};
