import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** What a server with a certificate of its own making needs, and what a caller may be told to trust. */
export interface Certificate {
  folder: string;
  key: string;
  certificate: string;
}

/**
 * Makes a key and a certificate that nobody but itself vouches for, good for a week, for 127.0.0.1 and localhost.
 * Throws where openssl is missing.
 */
export function selfSigned(folder: string): Certificate {
  mkdirSync(folder, { recursive: true });
  const [key, certificate] = ["private.key", "public.crt"];
  const given = ["-newkey", "rsa:2048", "-nodes", "-days", "7", "-subj", "/CN=localhost"];
  const names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  const files = ["-keyout", join(folder, key), "-out", join(folder, certificate)];
  execFileSync("openssl", ["req", "-x509", ...given, ...names, ...files], { stdio: "pipe" });
  return { folder, key, certificate };
}
