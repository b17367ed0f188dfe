import { z } from "zod";

/** What the environment may say to the server. The store reads NEO4J_* itself. */
const Environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4400),
  DATA_DIR: z.string().min(1).default("./data"),
  /** Further names this server may be called by, separated by commas. */
  ALLOWED_HOSTS: z.string().default(""),
  /** What an upload must show where the server can be reached from other machines. */
  ENTENTE_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).optional(),
});

export interface Settings {
  host: string;
  port: number;
  dataDir: string;
  /** Names a request's Host header may hold. */
  hosts: string[];
  token?: string;
  /** Only this machine can reach the server. */
  loopback: boolean;
  logLevel: string;
}

const expected: Record<string, string> = {
  HOST: "a host name or an address, such as 127.0.0.1",
  PORT: "a whole number from 0 to 65535",
  DATA_DIR: "the path of a folder",
  ALLOWED_HOSTS: "host names separated by commas",
  ENTENTE_TOKEN: "a secret of 16 characters or more",
  LOG_LEVEL: "one of silent, fatal, error, warn, info, debug, trace",
};

/**
 * The settings of one run. An empty variable counts as one that is not set (as docker-compose passes it).
 * Throws SettingsError with a sentence that names the variable.
 */
export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(expected)
      .map((name) => [name, environment[name]])
      .filter(([, value]) => value),
  );
  const read = Environment.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    // A token is a secret: it is not repeated in a message that may end in a log.
    const found = name === "ENTENTE_TOKEN" ? "is too short" : `is ${JSON.stringify(environment[name])}`;
    throw new SettingsError(`${name} ${found}; expected ${expected[name]}.`);
  }
  const { HOST, PORT, DATA_DIR, ALLOWED_HOSTS, ENTENTE_TOKEN, LOG_LEVEL } = read.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    hosts: [HOST, ...ALLOWED_HOSTS.split(",").map((name) => name.trim())].filter(Boolean),
    token: ENTENTE_TOKEN,
    loopback: isLoopback(HOST),
    // On a terminal the person reads sentences, elsewhere a machine reads the log.
    logLevel: LOG_LEVEL ?? (process.stdout.isTTY ? "warn" : "info"),
  };
}

export class SettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SettingsError";
  }
}

/** Whether a host name or address stands for this machine alone. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
