import type { Reason } from "../../model/problem.ts";
import type { Article } from "../../model/stages.ts";

/** A source as it was read: the text that every offset points into, and what its own metadata say. */
export interface Page extends Pick<Article, "id" | "text" | "title" | "url" | "outlet" | "published"> {
  from: string;
  /** Language as declared; believed only where the script agrees. */
  lang?: string;
  /** The text is a body already. */
  clean?: boolean;
  /** Text around the article (HTML only): its date line and credit may stand there. */
  surroundings?: string;
}

/** An article that cannot be read, with the reason as a sentence for the user. */
export class Unreadable extends Error {
  readonly reason: Reason;

  constructor(message: string, because: Reason) {
    super(message);
    this.name = "Unreadable";
    this.reason = because;
  }
}

/** Something handed in that did not become an article: where it came from and why. */
export interface Rejected {
  from: string;
  why: string;
  /** The same as data. */
  reason: Reason;
}
