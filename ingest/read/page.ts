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
  constructor(message: string) {
    super(message);
    this.name = "Unreadable";
  }
}

/** Something handed in that did not become an article: where it came from and why. */
export interface Rejected {
  from: string;
  why: string;
}
